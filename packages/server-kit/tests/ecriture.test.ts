import { type Database, openDatabase } from "@coordination/database";
import { createTestDatabase, type TestDatabase } from "@coordination/test-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Acteur, ecrireUneFois } from "../src/index.ts";

const service = {
  name: "essai",
  migrations: [
    {
      name: "2026-11-22-essai",
      up: `create table note (id bigint generated always as identity primary key, texte text not null);
           create table ecriture (acteur text not null, cle text not null, operation text not null, empreinte text not null,
             resultat jsonb, faite_le timestamptz not null default now(), primary key (acteur, cle));`,
    },
  ],
};
const ACTEUR: Acteur = { sub: "a", rpps: null, structures: [], profils: [], scopes: [], clientId: null };
const refusee = { extensions: { code: "BAD_USER_INPUT", champ: "cleIdempotence" } };

describe("A write with an idempotency key", () => {
  let essai: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    essai = await createTestDatabase({ services: [service] });
    database = await openDatabase({ url: essai.urls.essai ?? "", schema: "essai", applicationName: "essai" });
  });
  afterAll(async () => {
    await database.close();
    await essai.drop();
  });

  const noter = (cle: string, texte: string, acteur: Acteur | null = ACTEUR, aBlanc = false) =>
    ecrireUneFois(database, { acteur, operation: "noter", cle, input: { texte }, aBlanc }, async (tx) => {
      const [note] = await tx.query<{ id: number }>("insert into note (texte) values ($1) returning id", [texte]);
      if (texte === "refus") throw new Error("refus");
      return { id: note?.id };
    });
  const combien = async (texte: string) => (await database.query("select from note where texte = $1", [texte])).length;

  it("is done once, and answers the same again", async () => {
    const premiere = await noter("cle-rejouee", "rejouée");
    expect(await noter("cle-rejouee", "rejouée")).toEqual(premiere);
    expect(await combien("rejouée")).toBe(1);
  });

  it("is done once when the same demand comes several times at the same moment", async () => {
    const resultats = await Promise.all(Array.from({ length: 5 }, () => noter("cle-en-rafale", "rafale")));
    expect(new Set(resultats.map(({ id }) => id)).size).toBe(1);
    expect(await combien("rafale")).toBe(1);
  });

  it("refuses a key that served another demand, and writes nothing", async () => {
    await noter("cle-partagee", "une");
    await expect(noter("cle-partagee", "autre")).rejects.toMatchObject(refusee);
    expect(await combien("autre")).toBe(0);
  });

  it("keeps nothing of a write that failed: the key is free again", async () => {
    await expect(noter("cle-qui-echoue", "refus")).rejects.toThrow("refus");
    expect(await combien("refus")).toBe(0);
    expect(await noter("cle-qui-echoue", "reprise")).toEqual({ id: expect.any(Number) });
  });

  it("tries without writing: the same result, the same refusal, and the key stays free", async () => {
    expect(await noter("cle-a-blanc", "à blanc", ACTEUR, true)).toEqual({ id: expect.any(Number) });
    await expect(noter("cle-a-blanc", "refus", ACTEUR, true)).rejects.toThrow("refus");
    expect(await combien("à blanc")).toBe(0);
    await noter("cle-a-blanc", "pour de bon");
    expect(await combien("pour de bon")).toBe(1);
  });

  it("forgets a key after seven days", async () => {
    await noter("cle-ancienne", "ancienne");
    await database.query("update ecriture set faite_le = now() - interval '8 days' where cle = 'cle-ancienne'");
    await noter("cle-ancienne", "nouvelle");
    expect(await combien("nouvelle")).toBe(1);
    await expect(noter("cle-ancienne", "ancienne")).rejects.toMatchObject(refusee);
  });

  it("tells one person's keys from another's, and from everyone's", async () => {
    const ids = await Promise.all([
      noter("cle-commune", "à chacun"),
      noter("cle-commune", "à chacun", { ...ACTEUR, sub: "b" }),
      noter("cle-commune", "à chacun", null),
    ]);
    expect(new Set(ids.map(({ id }) => id)).size).toBe(3);
  });

  it.each(["courte", "x".repeat(201)])("refuses a key too short or too long", async (cle) => {
    await expect(noter(cle, "clé")).rejects.toMatchObject(refusee);
    expect(await combien("clé")).toBe(0);
  });
});
