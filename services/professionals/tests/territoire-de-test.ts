import { readRecords } from "@coordination/importation";
import type pg from "pg";
import { projeterCommunes, projeterStructures } from "../src/index.ts";

/** Six real communes of Ariège and Haute-Garonne; 09600 is the postal code of two of them. */
const COMMUNES = [
  ["09002", "Aigues-Vives", "09", ["09600"], 43.001, 1.877],
  ["09107", "Dun", "09", ["09600"], 43.035, 1.811],
  ["09122", "Foix", "09", ["09000"], 42.966, 1.606],
  ["31555", "Toulouse", "31", ["31000", "31200", "31300"], 43.596, 1.432],
  ["31069", "Blagnac", "31", ["31700"], 43.643, 1.378],
  ["31149", "Colomiers", "31", ["31770"], 43.611, 1.327],
] as const;

export interface StructureDeTest {
  readonly id: string;
  readonly type: string;
  readonly codeInsee?: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

const refuser = (numero: number, raison: string): never => {
  throw new Error(`Ligne ${numero} illisible : ${raison}`);
};

/** What the communes importer leaves behind it after the shared CSV of Occitanie. Reads `chemin`. */
export async function publierOccitanie(client: pg.Client, chemin: string): Promise<void> {
  const communes: object[] = [];
  let noms: readonly string[] = [];
  for await (const { champs } of readRecords(chemin, { delimiter: ",", quote: '"', onIllisible: refuser })) {
    const lire = (nom: string) => champs[noms.indexOf(nom)] ?? "";
    if (noms.length > 0) {
      communes.push({
        code_insee: lire("code_insee"),
        nom: lire("nom"),
        departement: lire("dep_code"),
        codes_postaux: [lire("code_postal")],
        latitude: Number(lire("latitude_centre")),
        longitude: Number(lire("longitude_centre")),
      });
    } else noms = champs;
  }
  await client.query(
    `create temp table communes_publiees on commit drop as select * from jsonb_to_recordset($1::jsonb) as c (code_insee text,
       nom text, departement text, codes_postaux text[], latitude float8, longitude float8)`,
    [JSON.stringify(communes)],
  );
  await projeterCommunes(client);
}

/** What the communes importer leaves behind it, taken over. */
export async function publierCommunes(
  client: pg.Client,
  codes: readonly string[] = COMMUNES.map(([code]) => code),
): Promise<void> {
  await client.query(`create temp table communes_publiees (code_insee text, nom text, departement text, region text,
    codes_postaux text[], latitude float8, longitude float8) on commit drop`);
  for (const [code, nom, departement, postaux, latitude, longitude] of COMMUNES.filter(([code]) =>
    codes.includes(code),
  )) {
    await client.query("insert into pg_temp.communes_publiees values ($1, $2, $3, '76', $4, $5, $6)", [
      code,
      nom,
      departement,
      postaux,
      latitude,
      longitude,
    ]);
  }
  await projeterCommunes(client);
}

/** What the FINESS importer leaves behind it, taken over. */
export async function publierStructures(client: pg.Client, structures: readonly StructureDeTest[]): Promise<void> {
  await client.query(`create temp table structures_publiees (id text, type text, nom text, code_insee text, latitude float8,
    longitude float8, precision text, fermee boolean) on commit drop`);
  for (const { id, type, codeInsee = null, latitude = null, longitude = null } of structures) {
    await client.query("insert into pg_temp.structures_publiees values ($1, $2, $3, $4, $5, $6, $7, false)", [
      id,
      type,
      `STRUCTURE ${id}`,
      codeInsee,
      latitude,
      longitude,
      latitude === null ? null : "ADRESSE",
    ]);
  }
  await projeterStructures(client);
}
