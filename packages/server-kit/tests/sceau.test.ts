import { createHash, randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSceauInterne, ENTETE_JETON_INTERNE, type ServeurDeSousGraphe, serveSubgraph } from "../src/index.ts";
import { ouvrirCatalogue, SECRET } from "./catalogue.fixture.ts";

const acteur = {
  sub: "demo",
  rpps: null,
  structures: ["1690000001"],
  profils: [],
  scopes: ["parcours:lire"],
  clientId: "demo",
};
const appel = { acteur, requestId: "r-1" };
const CORPS = '{"query":"{ ouvrage { id } }"}';
const sceau = createSceauInterne(SECRET);
const octets = (corps: string) => Buffer.from(corps, "utf8");
const refus = { extensions: { code: "UNAUTHENTICATED" } };

/** A token that is right but for what is given. */
function signer(ecart: { claims?: object; alg?: string; secret?: string } = {}): Promise<string> {
  const maintenant = Math.floor(Date.now() / 1000);
  const claims = {
    iss: "coordination-interne",
    aud: "coordination/catalogue",
    jti: randomUUID(),
    iat: maintenant,
    exp: maintenant + 5,
    corps: createHash("sha256").update(CORPS).digest("base64url"),
    ...appel,
    ...ecart.claims,
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: ecart.alg ?? "HS256" })
    .sign(new TextEncoder().encode(ecart.secret ?? SECRET));
}

const ilYA = (secondes: number) => Math.floor(Date.now() / 1000) - secondes;
const mauvais: [string, () => Promise<string> | string][] = [
  ["mal formé", () => "pas-un-jeton"],
  ["sans signature", async () => `${(await signer()).split(".").slice(0, 2).join(".")}.`],
  ["signé d'un autre secret", () => signer({ secret: `${SECRET}-autre` })],
  ["fait pour un autre sous-graphe", () => sceau.signer("parcours", appel, CORPS)],
  ["fait pour la passerelle", () => sceau.signer("passerelle", appel, CORPS)],
  ["d'un autre émetteur", () => signer({ claims: { iss: "ailleurs" } })],
  ["d'un autre algorithme", () => signer({ alg: "HS512" })],
  ["expiré", () => signer({ claims: { iat: ilYA(9), exp: ilYA(4) } })],
  ["ancien, qui se dit valable longtemps", () => signer({ claims: { iat: ilYA(60), exp: ilYA(-600) } })],
  ["venu du futur", () => signer({ claims: { iat: ilYA(-60), exp: ilYA(-65) } })],
  ["sans fin", () => signer({ claims: { exp: undefined } })],
  ["sans identifiant", () => signer({ claims: { jti: undefined } })],
  ["qui ne dit pas son corps", () => signer({ claims: { corps: undefined } })],
  ["qui ne dit pas l'acteur", () => signer({ claims: { acteur: undefined } })],
];

describe("Le sceau interne", () => {
  it.each([acteur, null])("rend l'acteur tel qu'il a été signé : %j", async (signe) => {
    const jeton = await sceau.signer("catalogue", { acteur: signe, requestId: "r-2" }, CORPS);
    const scelle = await sceau.verifier("catalogue", jeton);
    expect(scelle.ouvrir(octets(CORPS))).toEqual({ acteur: signe, requestId: "r-2" });
  });

  it("admet deux horloges qui diffèrent un peu", async () => {
    const jeton = await signer({ claims: { iat: ilYA(-1), exp: ilYA(-6) } });
    expect((await sceau.verifier("catalogue", jeton)).ouvrir(octets(CORPS))).toEqual(appel);
  });

  it.each([["absent", () => undefined], ...mauvais])("refuse un jeton %s", async (_defaut, fabriquer) => {
    await expect(sceau.verifier("catalogue", await fabriquer())).rejects.toMatchObject(refus);
  });

  it("ne s'ouvre que sur le corps signé, et qu'une fois", async () => {
    const scelle = await sceau.verifier("catalogue", await sceau.signer("catalogue", appel, CORPS));
    expect(() => scelle.ouvrir(octets(`${CORPS} `))).toThrow(expect.objectContaining(refus));
    expect(scelle.ouvrir(octets(CORPS))).toEqual(appel);
    expect(() => scelle.ouvrir(octets(CORPS))).toThrow(expect.objectContaining(refus));
  });
});

describe("Un sous-graphe servi par HTTP", () => {
  let serveur: ServeurDeSousGraphe;

  beforeAll(async () => {
    const { executor } = await ouvrirCatalogue();
    serveur = await serveSubgraph(executor, { sceau, host: "127.0.0.1", port: 0, logger: pino({ level: "silent" }) });
  });
  afterAll(() => serveur.stop());

  const poster = async (corps: string, jeton?: string) => {
    const reponse = await fetch(`${serveur.url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(jeton === undefined ? {} : { [ENTETE_JETON_INTERNE]: jeton }),
      },
      body: corps,
    });
    return { statut: reponse.status, texte: await reponse.text() };
  };
  const repond = async (corps: string) => {
    const { statut, texte } = await poster(corps, await sceau.signer("catalogue", appel, corps));
    expect(statut).toBe(200);
    expect(JSON.parse(texte)).not.toHaveProperty("errors");
  };

  it.each(["{ _service { sdl } }", "{ ouvrage { id } }", "{ _entities(representations: []) { __typename } }"])(
    "refuse %s à qui n'est pas la passerelle, et répond à celle-ci",
    async (query) => {
      const corps = JSON.stringify({ query });
      const { statut, texte } = await poster(corps);
      expect(statut).toBe(401);
      expect(JSON.parse(texte)).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
      await repond(corps);
    },
  );

  it.each(mauvais)("refuse un jeton %s, et continue de répondre", async (_defaut, fabriquer) => {
    const { statut, texte } = await poster(CORPS, await fabriquer());
    expect(statut).toBe(401);
    expect(texte).not.toMatch(/jwt|JWS|signature|claim|stack/i);
    await repond(CORPS);
  });

  it("refuse un jeton rejoué, sur le même corps comme sur un autre", async () => {
    const jeton = await sceau.signer("catalogue", appel, CORPS);
    const autre = '{"query":"{ _service { sdl } }"}';
    const statuts = [];
    for (const corps of [autre, CORPS, CORPS, autre]) statuts.push((await poster(corps, jeton)).statut);
    expect(statuts).toEqual([401, 200, 401, 401]);
  });

  it("n'admet qu'un de plusieurs rejeux simultanés", async () => {
    const jeton = await sceau.signer("catalogue", appel, CORPS);
    const reponses = await Promise.all(Array.from({ length: 8 }, () => poster(CORPS, jeton)));
    expect(reponses.map(({ statut }) => statut).sort()).toEqual([200, ...Array(7).fill(401)]);
  });

  it("refuse à la porte un corps qui n'est pas lisible, même scellé", async () => {
    for (const corps of ["{", "{}", '{"query":"{ ouvrage { id } }","__proto__":{}}']) {
      expect((await poster(corps, await sceau.signer("catalogue", appel, corps))).statut).toBe(400);
    }
    await repond(CORPS);
  });
});
