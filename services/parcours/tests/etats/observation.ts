import type { Acteur } from "@coordination/server-kit";
import type { StatutParcours } from "../../src/dossier/etats.ts";
import type { StatutOrientation } from "../../src/orientation/etats.ts";
import { AUTRE_EQUIPE, EQUIPE } from "../dossiers-de-test.ts";
import type { SousGrapheDeTest } from "../sous-graphe.ts";
import type { DossierVise } from "./mutations.ts";
import { type Dit, lireHistoire } from "./rejouer.ts";

interface OrientationObservee {
  readonly id: string;
  readonly version: number;
  readonly statut: StatutOrientation;
  readonly structureId: string;
  readonly diffusion: string;
}

/** All that the database holds of where a case stands. */
export interface Observation {
  readonly dossier: DossierVise & { readonly statut: StatutParcours; readonly dacId: string };
  readonly orientations: readonly OrientationObservee[];
  readonly histoire: readonly Dit[];
  readonly aPublier: readonly Dit[];
}

/** Reads a case as the administrator of the database. */
export async function observer(sousGraphe: SousGrapheDeTest, id: string): Promise<Observation> {
  const [ligne] = await sousGraphe.interroger<{ vu: Pick<Observation, "dossier" | "orientations"> }>(`
    select jsonb_build_object(
      'dossier', jsonb_build_object('id', d.id, 'version', d.version, 'statut', d.statut, 'dacId', d.dac_id,
        'autreDac', case d.dac_id when 'DAC-A' then 'DAC-B' else 'DAC-A' end,
        'besoin', (select jsonb_build_object('id', b.id, 'version', b.version) from parcours.besoin b where b.dossier_id = d.id order by b.cree_le limit 1),
        'consentementId', (select c.id from parcours.consentement c where c.dossier_id = d.id and c.statut = 'DONNE' limit 1)),
      'orientations', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'version', o.version, 'statut', o.statut,
        'structureId', o.structure_id, 'diffusion', o.diffusion) order by o.envoyee_le, o.id), '[]') from parcours.orientation o where o.dossier_id = d.id)) as vu
    from parcours.dossier d where d.id = '${id}'`);
  if (ligne === undefined) throw new Error("no such case");
  return { ...ligne.vu, ...(await lireHistoire(sousGraphe, id)) };
}

export const equipeDe = ({ dossier }: Observation): Acteur => (dossier.dacId === "DAC-A" ? EQUIPE : AUTRE_EQUIPE);
export const autreEquipeDe = ({ dossier }: Observation): Acteur => (dossier.dacId === "DAC-A" ? AUTRE_EQUIPE : EQUIPE);

/** What the API offers to someone, on a case and on each of its referrals; null where they see nothing. */
export async function actionsOffertes(
  sousGraphe: SousGrapheDeTest,
  { dossier, orientations }: Observation,
  acteur: Acteur,
): Promise<{ dossier: readonly string[] | null; orientations: readonly (readonly string[] | null)[] }> {
  const champs = orientations.map(({ id }, rang) => `o${rang}: orientation(id: "${id}") { actionsPossibles }`);
  const { data, errors } = await sousGraphe.demander(
    `{ dossier: parcours(id: "${dossier.id}") { actionsPossibles } ${champs.join(" ")} }`,
    {},
    acteur,
  );
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  const lu = (champ: string) =>
    (data?.[champ] as { actionsPossibles: readonly string[] } | null | undefined)?.actionsPossibles ?? null;
  return { dossier: lu("dossier"), orientations: orientations.map((_, rang) => lu(`o${rang}`)) };
}
