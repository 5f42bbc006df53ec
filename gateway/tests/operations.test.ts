import { setTimeout as attendre } from "node:timers/promises";
import { createTestDatabase } from "@coordination/test-kit";
import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { basePasserelle } from "../src/base.ts";
import { createIdentity, createRegistre, publier, retirer, tenir } from "../src/index.ts";
import { empreinteDe } from "../src/operations/registre.ts";
import { AUDIENCE, type Emetteur, startEmetteur } from "./emetteur.ts";
import { type PasserelleDeTest, silencieux, startEnProcessus } from "./passerelle.ts";

const PUBLIEE = "query Camions { camions }";
const RETIREE = "query Inventaire { inventaire }";
const AUTRE = "{ camions __typename }";

let emetteur: Emetteur;
let base: Awaited<ReturnType<typeof createTestDatabase>>;
let pool: pg.Pool;
let passerelle: PasserelleDeTest;
const journal: string[] = [];

beforeAll(async () => {
  emetteur = await startEmetteur();
  base = await createTestDatabase({ services: [basePasserelle] });
  pool = new pg.Pool({ connectionString: base.urls.passerelle });
  await publier(pool, "camions.graphql", PUBLIEE);
  await retirer(pool, await publier(pool, "inventaire.graphql", RETIREE));
  await tenir(pool, "suivi", "AUDIT");
  await tenir(pool, "tenu", "EXIGE");
  await tenir(pool, "libere", "EXIGE");
  await tenir(pool, "libere", null);
  passerelle = await startEnProcessus({
    registre: createRegistre(pool),
    identity: createIdentity({ ...emetteur, audience: AUDIENCE, logger: silencieux }),
    logger: pino({ level: "info" }, { write: (ligne) => void journal.push(ligne) }),
  });
});

afterAll(async () => {
  await passerelle.stop();
  await pool.end();
  await base.drop();
  await emetteur.stop();
});

const envoyer = async (corps: object, client?: string) => {
  const authorization =
    client === undefined ? undefined : `Bearer ${await emetteur.signer({ claims: { client_id: client } })}`;
  const reponse = await fetch(`${passerelle.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(authorization === undefined ? {} : { authorization }) },
    body: JSON.stringify(corps),
  });
  const { data, errors = [] } = (await reponse.json()) as {
    data?: unknown;
    errors?: { extensions: Record<string, unknown> }[];
  };
  return { statut: reponse.status, data, refus: errors.map(({ extensions }) => extensions) };
};

const apollo = (document: string) => ({ persistedQuery: { version: 1, sha256Hash: empreinteDe(document) } });

describe("Un document publié", () => {
  it.each<[string, object]>([
    ["documentId", { documentId: `sha256:${empreinteDe(PUBLIEE)}` }],
    ["documentId et le nom de l'opération", { documentId: `sha256:${empreinteDe(PUBLIEE)}`, operationName: "Camions" }],
    ["l'empreinte d'Apollo", { extensions: apollo(PUBLIEE) }],
    ["l'empreinte d'Apollo et le document", { query: PUBLIEE, extensions: apollo(PUBLIEE) }],
    ["lui-même", { query: PUBLIEE }],
  ])("se demande par %s", async (_maniere, corps) => {
    expect(await envoyer(corps)).toEqual({ statut: 200, data: { camions: 2 }, refus: [] });
    expect(await envoyer(corps, "tenu")).toEqual({ statut: 200, data: { camions: 2 }, refus: [] });
  });

  it.each<[string, object, object]>([
    ["jamais publié", { documentId: `sha256:${empreinteDe(AUTRE)}` }, { code: "PERSISTED_QUERY_NOT_FOUND" }],
    ["retiré", { documentId: `sha256:${empreinteDe(RETIREE)}` }, { code: "PERSISTED_QUERY_NOT_FOUND" }],
    ["inconnu d'Apollo", { extensions: apollo(AUTRE) }, { code: "PERSISTED_QUERY_NOT_FOUND" }],
    ["sans empreinte", { documentId: "camions" }, { code: "BAD_USER_INPUT", champ: "documentId" }],
    ["qui n'est pas un texte", { documentId: { a: 1 } }, { code: "BAD_USER_INPUT", champ: "documentId" }],
    [
      "désigné et envoyé",
      { documentId: `sha256:${empreinteDe(PUBLIEE)}`, query: AUTRE },
      { code: "BAD_USER_INPUT", champ: "documentId" },
    ],
    [
      "d'une autre empreinte",
      { query: AUTRE, extensions: apollo(PUBLIEE) },
      { code: "BAD_USER_INPUT", champ: "extensions.persistedQuery.sha256Hash" },
    ],
  ])("%s, est refusé", async (_defaut, corps, attendu) => {
    expect(await envoyer(corps)).toEqual({ statut: 400, data: undefined, refus: [attendu] });
  });
});

describe("Un document qui n'est pas publié", () => {
  it("est servi à qui n'est pas tenu", async () => {
    for (const client of [undefined, "libere", "autre"]) {
      expect(await envoyer({ query: AUTRE }, client)).toMatchObject({ statut: 200, refus: [] });
    }
  });

  it("est servi à un client suivi, et noté sans dire qui demande", async () => {
    expect(await envoyer({ query: AUTRE }, "suivi")).toMatchObject({ statut: 200, refus: [] });
    const lignes = journal.filter((ligne) => ligne.includes(empreinteDe(AUTRE)));
    expect(lignes).toHaveLength(1);
    expect(JSON.parse(lignes[0] ?? "")).toMatchObject({ client: "suivi", msg: "document non publié" });
    expect(lignes[0]).not.toMatch(/u-1|127\.0\.0\.1|camions/);
  });

  it.each<[string, object]>([
    ["en entier", { query: AUTRE }],
    ["à un espace près", { query: `${PUBLIEE} ` }],
    ["avec son empreinte", { query: AUTRE, extensions: apollo(AUTRE) }],
    ["retiré", { query: RETIREE }],
    ["vide", { query: "" }],
  ])("est refusé à un client tenu, %s", async (_maniere, corps) => {
    expect(await envoyer(corps, "tenu")).toEqual({
      statut: 403,
      data: undefined,
      refus: [{ code: "OPERATION_NOT_PUBLISHED" }],
    });
  });

  it("est refusé à un client tenu par GET aussi", async () => {
    const authorization = `Bearer ${await emetteur.signer({ claims: { client_id: "tenu" } })}`;
    const lien = `${passerelle.url}/graphql?query=${encodeURIComponent(AUTRE)}`;
    const reponse = await fetch(lien, { headers: { authorization, "apollo-require-preflight": "1" } });
    expect(reponse.status).toBe(403);
  });
});

describe("Quand la base ne répond plus", () => {
  it("les documents et les modes déjà lus restent, les autres sont un défaut", async () => {
    const coupee = new pg.Pool({ connectionString: base.urls.passerelle });
    const registre = createRegistre(coupee, { fraicheurMs: 1 });
    expect([await registre.trouver(empreinteDe(PUBLIEE)), await registre.modeDe("tenu")]).toEqual([PUBLIEE, "EXIGE"]);
    await coupee.end();
    await attendre(20);
    expect([await registre.trouver(empreinteDe(PUBLIEE)), await registre.modeDe("tenu")]).toEqual([PUBLIEE, "EXIGE"]);
    await attendre(20);
    expect([await registre.trouver(empreinteDe(PUBLIEE)), await registre.modeDe("tenu")]).toEqual([PUBLIEE, "EXIGE"]);
    await expect(registre.trouver(empreinteDe(AUTRE))).rejects.toThrow();
  });
});
