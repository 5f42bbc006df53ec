import { createTestDatabase, TEST_SECRET } from "@coordination/test-kit";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { basePasserelle } from "../src/base.ts";
import { createIdentity, type Debit, debitEnMemoire, debitPartage } from "../src/index.ts";
import { AUDIENCE, type Emetteur, startEmetteur } from "./emetteur.ts";
import { silencieux, startEnProcessus } from "./passerelle.ts";

const QUOTA = 100;

let emetteur: Emetteur;
let base: Awaited<ReturnType<typeof createTestDatabase>>;
let pool: pg.Pool;

beforeAll(async () => {
  emetteur = await startEmetteur();
  base = await createTestDatabase({ services: [basePasserelle] });
  pool = new pg.Pool({ connectionString: base.urls.passerelle });
});

afterAll(async () => {
  await pool.end();
  await base.drop();
  await emetteur.stop();
});

const passerelle = (debit: Debit, mandataires: string[] = []) =>
  startEnProcessus({
    identity: createIdentity({ ...emetteur, audience: AUDIENCE, logger: silencieux }),
    limites: { introspection: "ouverte", coutMaximum: 5_000, debit },
    mandataires,
  });

const CINQ = '{ choses(ids: ["1", "2", "3", "4", "5"]) { nom } }';

describe.each<[string, () => Debit]>([
  ["en mémoire", () => debitEnMemoire(QUOTA)],
  ["partagé par la base", () => debitPartage(QUOTA, { pool, cle: TEST_SECRET })],
])("Le débit %s", (_ou, ouvrir) => {
  it("s'épuise, dit quand revenir, et ne coûte rien aux autres", async () => {
    const { demander, stop } = await passerelle(ouvrir());
    const reponses = [];
    // Ten objects assumed each time: the eleventh request is one too many.
    for (let rang = 0; rang < 11; rang += 1) reponses.push(await demander(CINQ));
    const autre = await demander(CINQ, { headers: { authorization: `Bearer ${await emetteur.signer()}` } });
    await stop();
    expect(reponses.map(({ status }) => status)).toEqual([...Array(10).fill(200), 429]);
    const [premiere, derniere] = [reponses[0], reponses.at(-1)];
    expect(JSON.parse(premiere?.texte ?? "").extensions.cost).toEqual({ requested: 10, actual: 5, remaining: 90 });
    expect(derniere?.data).toBeUndefined();
    const attente = Number(derniere?.headers.get("retry-after"));
    expect(attente).toBeGreaterThan(0);
    expect(attente).toBeLessThanOrEqual(60);
    expect(derniere?.errors[0]?.extensions).toEqual({ code: "RATE_LIMITED", reessayerDans: attente });
    expect(derniere?.headers.get("ratelimit")).toBe(`"cost";r=0;t=${attente}`);
    expect(autre.status).toBe(200);
  });

  it("compte aussi ce qui est refusé avant d'avoir un coût", async () => {
    const { demander, stop } = await passerelle(ouvrir());
    const authorization = `Bearer ${await emetteur.signer({ claims: { sub: `refus-${_ou}` } })}`;
    const refusee = await demander("{ inconnu }", { headers: { authorization } });
    await stop();
    expect(JSON.parse(refusee.texte).extensions.cost).toEqual({ requested: 0, actual: 0, remaining: 95 });
  });
});

describe("Le débit partagé", () => {
  it("est le même d'une passerelle à l'autre, et la base ne garde ni adresse ni sujet", async () => {
    const [une, autre] = await Promise.all(
      [1, 2].map(() => passerelle(debitPartage(QUOTA, { pool, cle: TEST_SECRET }))),
    );
    const headers = { authorization: `Bearer ${await emetteur.signer({ claims: { sub: "partage" } })}` };
    await une?.demander(CINQ, { headers });
    const suite = await autre?.demander(CINQ, { headers });
    await Promise.all([une?.stop(), autre?.stop()]);
    expect(JSON.parse(suite?.texte ?? "").extensions.cost.remaining).toBe(80);
    const { rows } = await pool.query<{ key: string }>("select key from passerelle.debit");
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/partage|127\.0\.0\.1|adresse|identite/);
  });
});

describe("L'adresse d'un anonyme", () => {
  const depuis = async (mandataires: string[], adresses: string[]): Promise<number[]> => {
    const { demander, stop } = await passerelle(debitEnMemoire(QUOTA), mandataires);
    const restes = [];
    for (const adresse of adresses) {
      const { texte } = await demander(CINQ, { headers: { "x-forwarded-for": adresse } });
      restes.push(JSON.parse(texte).extensions.cost.remaining as number);
    }
    await stop();
    return restes;
  };

  it("n'est pas celle qu'il prétend", async () => {
    expect(await depuis([], ["192.0.2.1", "192.0.2.2"])).toEqual([90, 80]);
  });

  it("est celle que dit un mandataire connu", async () => {
    expect(await depuis(["127.0.0.1"], ["192.0.2.1", "192.0.2.2"])).toEqual([90, 90]);
  });

  it("vaut pour tout son réseau en IPv6", async () => {
    expect(await depuis(["127.0.0.1"], ["2001:db8::1", "2001:db8:0:0:ffff::2", "2001:db8:0:1::1"])).toEqual([
      90, 80, 90,
    ]);
  });
});
