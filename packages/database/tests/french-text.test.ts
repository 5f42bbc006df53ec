import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase, prepareDatabase } from "../src/index.ts";
import { createFreshDatabase, type FreshDatabase, SECRET } from "./fresh-database.ts";

describe("French text in SQL", () => {
  let base: FreshDatabase;
  let sql: Database;

  beforeAll(async () => {
    base = await createFreshDatabase();
    const services = [{ name: "essai_textes", migrations: [] }];
    const urls = await prepareDatabase({ adminUrl: base.adminUrl, secret: SECRET, services });
    sql = await openDatabase({ url: urls.essai_textes ?? "", schema: "essai_textes", applicationName: "essai" });
  });
  afterAll(async () => {
    await sql.close();
    await base.drop();
  });

  const value = async (expression: string, ...values: unknown[]): Promise<unknown> =>
    (await sql.query<{ value: unknown }>(`select ${expression} as value`, values))[0]?.value;

  it("has lower and upper case for accents", async () => {
    expect(await value("lower('ÉCOLE À ÇÀ')")).toBe("école à çà");
    expect(await value("upper('œuvre')")).toBe("ŒUVRE");
    expect(await value("'HÔPITAL' ilike 'hôp%'")).toBe(true);
  });

  it("sorts as a French dictionary does", async () => {
    const rows = await sql.query<{ nom: string }>(
      `select nom from unnest($1::text[]) nom order by nom collate "fr-x-icu"`,
      [["zèbre", "Étienne", "Evans", "étage", "Eau", "œuf", "ours"]],
    );
    expect(rows.map(({ nom }) => nom)).toEqual(["Eau", "étage", "Étienne", "Evans", "œuf", "ours", "zèbre"]);
  });

  it.each([
    ["ÉCOLE", "ecole"],
    ["Cœur d'Ain", "coeur d'ain"],
    ["Æthelred", "aethelred"],
    ["Garçon", "garcon"],
    ["E\u0301cole", "ecole"],
  ])("strips %s down to %s", async (text, expected) => {
    expect(await value("sans_accents($1)", text)).toBe(expected);
  });

  it("knows accented letters as letters in trigrams and in full text", async () => {
    expect(await value("similarity('santé', 'sante') > 0")).toBe(true);
    expect(await value("to_tsvector('simple', 'Été')::text")).toBe("'été':1");
  });
});
