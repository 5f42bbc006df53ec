import type { Sql } from "@coordination/database";
import { corriger, estCorrigeable, type MotCorrige } from "./corrections.ts";

/** The words of a text, each with the known words that it may stand for. Words are never forgotten, so neither is an answer. */
export async function findCorrections(sql: Sql, texte: string): Promise<MotCorrige[]> {
  const lignes = await sql.query<{ mot: string; voisins: string[] }>(
    `select v.mot, coalesce((select array_agg(proche order by proche) from mots_voisins(v.mot) proche), '{}') as voisins
     from unnest(mots_cherches(nom_normalise($1))) with ordinality v(mot, rang) order by v.rang`,
    [texte],
  );
  return lignes.map(({ mot, voisins }) => corriger(mot, estCorrigeable(mot) ? voisins : []));
}
