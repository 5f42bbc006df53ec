import type { Sql } from "@coordination/database";
import { DESIGNE_L_ORIENTATION } from "../reference/reference.repository.ts";
import type { ReferenceCherchee } from "../reference/reference.rule.ts";
import { enRetard } from "./en-retard.ts";
import { COLONNES_ORIENTATION, type LigneOrientation } from "./orientation.repository.ts";

/** Which referrals of a box, whatever the instant at which it is read. */
export interface BoiteVoulue {
  readonly sens: "RECUES" | "EMISES";
  readonly statuts: readonly string[] | null;
  readonly urgences: readonly string[] | null;
  readonly enRetard: boolean | null;
  readonly structureId: string | null;
  readonly modifieeDepuis: string | null;
  readonly reference: ReferenceCherchee | null;
}

/** Where a page ends: how urgent, the instant that its order goes by, and which. */
export type FinDePage = readonly [rang: number, instant: string, id: string];
export type LigneDeBoite = LigneOrientation & { readonly rang: number };

const FILTRES = `($2::text[] is null or o.statut = any($2)) and ($3::text[] is null or o.urgence = any($3))
  and ($4::boolean is null or ${enRetard("$10")} = $4)
  and ($5::text is null or o.destinataire_structure_id = $5) and ($6::timestamptz is null or o.mis_a_jour_le >= $6)
  and ($7::text is null or exists (select from reference_externe r where r.client_id = $7 and r.systeme = $8
       and r.identifiant = $9 and ${DESIGNE_L_ORIENTATION}))
  and case when $1 = 'EMISES' then o.dac_id = any (acteur_porteurs())
      else o.destinataire_structure_id = any (acteur_structures()) or o.destinataire_professionnel_id = acteur_professionnel() end`;

const valeursDe = (voulue: BoiteVoulue, maintenant: Date) => [
  voulue.sens,
  voulue.statuts,
  voulue.urgences,
  voulue.enRetard,
  voulue.structureId,
  voulue.modifieeDepuis,
  voulue.reference?.clientId ?? null,
  voulue.reference?.systeme ?? null,
  voulue.reference?.identifiant ?? null,
  maintenant.toISOString(),
];

interface Ordre {
  readonly apres: string;
  readonly tri: string;
  readonly fin: (ligne: LigneDeBoite) => FinDePage;
}
const PAR_URGENCE: Ordre = {
  apres: `(o.rang, o."envoyeeLe", o.id) > ($11, $12::timestamptz, $13::uuid)`,
  tri: `o.rang, o."envoyeeLe", o.id`,
  fin: ({ rang, envoyeeLe, id }) => [rang, envoyeeLe, id],
};
/** For who reads what changed since their last passage, as in the list of cases. */
const PAR_CHANGEMENT: Ordre = {
  apres: `(o."misAJourLe", o.id) < ($12::timestamptz, $13::uuid)`,
  tri: `o."misAJourLe" desc, o.id desc`,
  fin: ({ rang, misAJourLe, id }) => [rang, misAJourLe, id],
};
const ordreDe = ({ modifieeDepuis }: BoiteVoulue): Ordre => (modifieeDepuis === null ? PAR_URGENCE : PAR_CHANGEMENT);

/** Where a page that ends with this row is taken up again. */
export const finDePage = (voulue: BoiteVoulue, ligne: LigneDeBoite): FinDePage => ordreDe(voulue).fin(ligne);

/** A page of the referrals made to the reader, or made by them: the most urgent first, or the last changed first. */
export function findBoite(
  sql: Sql,
  voulue: BoiteVoulue,
  { apres, limite, maintenant }: { apres: FinDePage | null; limite: number; maintenant: Date },
): Promise<LigneDeBoite[]> {
  const ordre = ordreDe(voulue);
  return sql.query<LigneDeBoite>(
    `select o.* from (
       select ${COLONNES_ORIENTATION}, array_position(array['VITALE','SOUS_24_H','SOUS_72_H','SOUS_15_JOURS','PROGRAMMEE'], o.urgence) as rang
       from orientation o where ${FILTRES}) o
     where $11::int is null or ${ordre.apres}
     order by ${ordre.tri} limit $14`,
    [...valeursDe(voulue, maintenant), apres?.[0] ?? null, apres?.[1] ?? null, apres?.[2] ?? null, limite],
  );
}

/** How many referrals the filter keeps. */
export async function countBoite(sql: Sql, voulue: BoiteVoulue, maintenant: Date): Promise<number> {
  const [ligne] = await sql.query<{ nombre: number }>(
    `select count(*) as nombre from orientation o where ${FILTRES}`,
    valeursDe(voulue, maintenant),
  );
  return ligne?.nombre ?? 0;
}
