import { expect } from "vitest";
import { annuaireDesDac, DEMANDE, DEMANDEUR, DOSSIER, EQUIPE } from "./dossiers-de-test.ts";
import { ouvrirSousGraphe, type SousGrapheDeTest } from "./sous-graphe.ts";

export interface Dossier {
  readonly id: string;
  readonly version: number;
  readonly statut: string;
  readonly actionsPossibles: string[];
}

const DEMANDER = `mutation($input: DemanderAppuiInput!, $cle: ID!, $aBlanc: Boolean! = false) { dossier: demanderAppui(input: $input, cleIdempotence: $cle, aBlanc: $aBlanc) { ${DOSSIER} } }`;
const QUALIFIER = `mutation($input: QualifierDemandeInput!, $cle: ID!, $aBlanc: Boolean! = false) { dossier: qualifierDemande(input: $input, cleIdempotence: $cle, aBlanc: $aBlanc) { ${DOSSIER} } }`;
export const LIRE = `query($id: ID!) { dossier: parcours(id: $id) { ${DOSSIER} } }`;

let numero = 0;
export const cle = (): string => `cle-de-dossier-${numero++}`;

/** The case of an answer that went well. */
export const dossierDe = (reponse: { data?: Record<string, unknown> | null; errors?: readonly object[] }): Dossier => {
  expect(reponse.errors).toBeUndefined();
  return reponse.data?.dossier as Dossier;
};

export type BancDeDossiers = Awaited<ReturnType<typeof ouvrirBancDeDossiers>>;

/** The subgraph with its DACs, and what is asked of a case most often. */
export async function ouvrirBancDeDossiers() {
  const sousGraphe: SousGrapheDeTest = await ouvrirSousGraphe(annuaireDesDac);
  const demander = (ecart: object = {}, acteur = DEMANDEUR, sous = cle(), aBlanc = false) =>
    sousGraphe.demander(DEMANDER, { input: { ...DEMANDE, ...ecart }, cle: sous, aBlanc }, acteur);
  return {
    sousGraphe,
    demander,
    ouvrir: async () => dossierDe(await demander()),
    qualifier: (dossier: Dossier, ecart: object = {}, acteur = EQUIPE, sous = cle(), aBlanc = false) => {
      const { id: parcoursId, version } = dossier;
      const input = { parcoursId, version, decision: "RECEVABLE", niveauAppui: "APPUI_ORGANISATION", ...ecart };
      return sousGraphe.demander(QUALIFIER, { input, cle: sous, aBlanc }, acteur);
    },
    lire: async (id: string, acteur = EQUIPE) =>
      (await sousGraphe.demander(LIRE, { id }, acteur)).data?.dossier as Dossier | null,
    nombre: async (table: string) => (await sousGraphe.interroger(`select from parcours.${table}`)).length,
    fermer: () => sousGraphe.fermer(),
  };
}
