import type { Sql } from "@coordination/database";
import type { Indicateur } from "./indicateur.type.ts";

const COLONNES = `i.code, i.libelle, i.valeur, i.cible, i.echeance, i.source, i.releve_le as "releveLe"`;

/** An indicator, and where it was recorded; a null region is the whole country. */
export interface IndicateurAEcrire extends Indicateur {
  readonly region: string | null;
}

/** Of each series, the last value recorded on that day or before, of each of these regions, by code. */
export async function findIndicateursDeRegions(
  sql: Sql,
  regions: readonly string[],
  le: string,
): Promise<IndicateurAEcrire[]> {
  return sql.query<IndicateurAEcrire>(
    `select distinct on (i.region, i.code) ${COLONNES}, i.region from indicateur i
     where i.region = any($1) and i.releve_le <= $2::date order by i.region, i.code, i.releve_le desc`,
    [regions, le],
  );
}

/** The same for the whole country. */
export async function findIndicateursNationaux(sql: Sql, le: string): Promise<Indicateur[]> {
  return sql.query<Indicateur>(
    `select distinct on (i.code) ${COLONNES} from indicateur i
     where i.region is null and i.releve_le <= $1::date order by i.code, i.releve_le desc`,
    [le],
  );
}

/** Writes a value, or corrects the one of the same day. */
export async function ecrireIndicateur(tx: Sql, indicateur: IndicateurAEcrire): Promise<void> {
  const { code, region, releveLe, libelle, valeur, cible, echeance, source } = indicateur;
  await tx.query(
    `insert into indicateur (code, region, releve_le, libelle, valeur, cible, echeance, source)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (code, region, releve_le) do update set (libelle, valeur, cible, echeance, source) =
       (excluded.libelle, excluded.valeur, excluded.cible, excluded.echeance, excluded.source)`,
    [code, region, releveLe, libelle, valeur, cible, echeance, source],
  );
}
