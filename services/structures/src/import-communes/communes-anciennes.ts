import { copyRows } from "@coordination/importation";
import type pg from "pg";
import { ANCIENNES_LIVREES } from "./donnees-livrees.ts";
import { lireTable } from "./lire-table.ts";

const COLONNES = ["code", "nom", "commune"];

/** Loads the shipped communes of yesterday whose commune of today is there, inside the caller's transaction. */
export async function chargerCommunesAnciennes(client: pg.Client): Promise<void> {
  const lignes = (await lireTable(ANCIENNES_LIVREES)).map(([code, nom, commune]) => [
    code ?? null,
    nom === "" ? null : (nom ?? null),
    commune ?? null,
  ]);
  await client.query(`
    drop table if exists pg_temp.anciennes_lues;
    create temp table anciennes_lues (code text, nom text, commune text) on commit drop`);
  await copyRows(client, "pg_temp.anciennes_lues", COLONNES, lignes);
  await client.query(`
    insert into structures.commune_ancienne as a (code, nom, nom_recherche, commune)
    select l.code, l.nom, structures.nom_normalise(l.nom), l.commune
    from pg_temp.anciennes_lues l join structures.commune c on c.code = l.commune
    on conflict (code) do update set (nom, nom_recherche, commune) = (excluded.nom, excluded.nom_recherche, excluded.commune)
      where (a.nom, a.commune) is distinct from (excluded.nom, excluded.commune)`);
}
