import type { Sql } from "@coordination/database";
import type { Zonage } from "./zonage.type.ts";

/** A zoning of a commune, with who said it. */
export interface ZonageAEcrire extends Zonage {
  readonly codeInsee: string;
}

/** The zonings of each commune in force on that day, by profession; an arrondissement that has none follows its commune. */
export async function findZonages(
  sql: Sql,
  codes: readonly string[],
  { profession, le }: { profession: string | null; le: string },
): Promise<(Zonage & { codeInsee: string })[]> {
  return sql.query<Zonage & { codeInsee: string }>(
    `select distinct on (demande.code, z.profession) demande.code as "codeInsee", z.categorie, z.profession, z.arrete,
            z.date_effet as "dateEffet", z.date_fin as "dateFin", z.source
     from unnest($1::text[]) demande(code) join commune c on c.code = demande.code
     join zonage z on z.code_insee in (c.code, c.parent)
     where z.date_effet <= $3::date and (z.date_fin is null or z.date_fin >= $3::date) and ($2::text is null or z.profession = $2)
     order by demande.code, z.profession, z.code_insee = c.code desc`,
    [codes, profession, le],
  );
}

/** First days of the zonings of a commune for a profession; the commune's rows wait for each other. */
export async function findDatesDeZonage(
  tx: Sql,
  { codeInsee, profession }: Pick<ZonageAEcrire, "codeInsee" | "profession">,
): Promise<{ debut: string }[]> {
  await tx.query("select from commune where code = $1 for no key update", [codeInsee]);
  return tx.query<{ debut: string }>(
    `select date_effet as debut from zonage where code_insee = $1 and profession = $2`,
    [codeInsee, profession],
  );
}

/** Writes a zoning, or corrects the one of the same day; the one before it ends on the eve. */
export async function ecrireZonage(tx: Sql, zonage: ZonageAEcrire): Promise<void> {
  const { codeInsee, profession, dateEffet, dateFin, categorie, arrete, source } = zonage;
  await tx.query(
    `update zonage set date_fin = $3::date - 1
     where code_insee = $1 and profession = $2 and date_effet < $3::date and (date_fin is null or date_fin >= $3::date)`,
    [codeInsee, profession, dateEffet],
  );
  await tx.query(
    `insert into zonage (code_insee, profession, date_effet, date_fin, categorie, arrete, source)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (code_insee, profession, date_effet) do update set (date_fin, categorie, arrete, source) =
       (excluded.date_fin, excluded.categorie, excluded.arrete, excluded.source)`,
    [codeInsee, profession, dateEffet, dateFin, categorie, arrete, source],
  );
}
