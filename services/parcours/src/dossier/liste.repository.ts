import type { Sql } from "@coordination/database";
import { enRetard } from "../orientation/en-retard.ts";
import { DESIGNE_LE_DOSSIER } from "../reference/reference.repository.ts";
import type { ReferenceCherchee } from "../reference/reference.rule.ts";
import { COLONNES_DU_DOSSIER, EST_UN_DOSSIER, type LigneDossier } from "./dossier.repository.ts";
import { FERMES, PASSAGES_DU_DOSSIER } from "./etats.ts";
import type { Recherche } from "./recherche.ts";

/** Which cases of a team, or of a circle, are listed, most recently changed first; whatever the day on which they are read. */
export interface FiltreDossiers {
  readonly statuts: readonly string[] | null;
  readonly niveaux: readonly string[] | null;
  readonly codesInsee: readonly string[] | null;
  readonly modifieDepuis: string | null;
  readonly enRetard: boolean | null;
  readonly aReevaluer: boolean | null;
  /** The one that the reader's software designates by this number. */
  readonly reference: ReferenceCherchee | null;
  readonly recherche: Recherche | null;
}

/** When the list is read. */
interface Instant {
  readonly maintenant: Date;
  /** The civil day in France. */
  readonly aujourdhui: string;
}

const enTextes = (statuts: Iterable<string>): string => [...statuts].map((statut) => `'${statut}'`).join(", ");

/** A case that is being evaluated, or is over, does not wait to be looked at again. */
const SE_REEVALUENT = enTextes(
  new Set(PASSAGES_DU_DOSSIER.filter(({ action }) => action === "REEVALUER").flatMap(({ de }) => de)),
);

/** An open case one of whose needs, neither covered nor given up, was last sent to someone who let the deadline pass. */
const EN_RETARD = `(d.statut not in (${enTextes(FERMES)}) and exists (
  select from orientation o join besoin b on b.id = o.besoin_id
  where o.dossier_id = d.id and b.statut not in ('COUVERT', 'ABANDONNE') and ${enRetard("$8")}
    and not exists (select from orientation x where x.besoin_id = o.besoin_id and x.envoyee_le > o.envoyee_le)))`;

const DE_MON_EQUIPE_OU_DE_MON_CERCLE = "(d.dac_id = any (acteur_structures()) or d.id in (select mes_cercles()))";

/** Those, and those alone, whose person the reader may name: by a name, by the number of the case, or by one that the reader's software gave it. */
const RECHERCHE = `${DE_MON_EQUIPE_OU_DE_MON_CERCLE} and (d.numero = $12
  or d.usager_id in (select u.id from usager u where u.empreinte_nom = $13 or u.empreinte_nom_utilise = $13)
  or exists (select from reference_externe r where r.client_id = $14 and r.identifiant = $12 and ${DESIGNE_LE_DOSSIER}))`;

const FILTRES = `($1::text[] is null or d.statut = any($1)) and ($2::text[] is null or d.niveau_appui = any($2))
  and ($3::text[] is null or d.code_insee = any($3)) and ($4::timestamptz is null or d.mis_a_jour_le >= $4)
  and ${EST_UN_DOSSIER} and (${DE_MON_EQUIPE_OU_DE_MON_CERCLE} or $5::text is not null and d.cree_par = acteur_sub())
  and ($5::text is null or exists (select from reference_externe r where r.client_id = $5 and r.systeme = $6
       and r.identifiant = $7 and ${DESIGNE_LE_DOSSIER}))
  and ($9::boolean is null or d.dac_id = any (acteur_structures()) and ${EN_RETARD} = $9)
  and ($10::boolean is null or (d.statut in (${SE_REEVALUENT}) and coalesce(d.a_reevaluer_le <= $11::date, false)) = $10)
  and ($12::text is null or ${RECHERCHE})`;

const valeursDe = (filtre: FiltreDossiers, { maintenant, aujourdhui }: Instant) => [
  filtre.statuts,
  filtre.niveaux,
  filtre.codesInsee,
  filtre.modifieDepuis,
  filtre.reference?.clientId ?? null,
  filtre.reference?.systeme ?? null,
  filtre.reference?.identifiant ?? null,
  maintenant.toISOString(),
  filtre.enRetard,
  filtre.aReevaluer,
  aujourdhui,
  filtre.recherche?.numero ?? null,
  filtre.recherche?.empreinteNom ?? null,
  filtre.recherche?.clientId ?? null,
];

/** A page of the reader's cases: the latest change first. */
export const findPageDeDossiers = (
  sql: Sql,
  filtre: FiltreDossiers,
  { apres, limite, ...instant }: Instant & { apres: readonly [misAJourLe: string, id: string] | null; limite: number },
): Promise<LigneDossier[]> =>
  sql.query<LigneDossier>(
    `select ${COLONNES_DU_DOSSIER} from dossier d
     where ${FILTRES} and ($15::timestamptz is null or (d.mis_a_jour_le, d.id) < ($15, $16::uuid))
     order by d.mis_a_jour_le desc, d.id desc limit $17`,
    [...valeursDe(filtre, instant), apres?.[0] ?? null, apres?.[1] ?? null, limite],
  );

/** How many cases the filter keeps. */
export async function countDossiers(sql: Sql, filtre: FiltreDossiers, instant: Instant): Promise<number> {
  const [ligne] = await sql.query<{ nombre: number }>(
    `select count(*) as nombre from dossier d where ${FILTRES}`,
    valeursDe(filtre, instant),
  );
  return ligne?.nombre ?? 0;
}
