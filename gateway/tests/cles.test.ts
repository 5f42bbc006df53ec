import { afterEach, describe, expect, it } from "vitest";
import type { Rythme } from "../src/identite/cles.ts";
import { createIdentity, type Identity } from "../src/index.ts";
import { AUDIENCE, type Emetteur, startEmetteur } from "./emetteur.ts";
import { silencieux, startEnProcessus } from "./passerelle.ts";
import { startServeurDeTest } from "./sous-graphe-defaillant.ts";

const HEURE = 3_600_000;
/** Keys kept for good, asked again at once when an unknown one comes. */
const SANS_REPOS: Rythme = { relireMs: HEURE, garderMs: HEURE, reposMs: 0, reposApresEchecMs: 0 };

const aArreter: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const chose of aArreter.splice(0)) await chose.stop();
});

async function ouvrir(rythme: Rythme = SANS_REPOS): Promise<{ emetteur: Emetteur; identity: Identity }> {
  const emetteur = await startEmetteur();
  aArreter.push(emetteur);
  return { emetteur, identity: createIdentity({ ...emetteur, audience: AUDIENCE, logger: silencieux, rythme }) };
}

const code = (identity: Identity, jeton: string) =>
  identity.identifier(`Bearer ${jeton}`).then(
    (acteur) => acteur?.sub,
    (error: { extensions: { code: string } }) => error.extensions.code,
  );

describe("Les clés du fournisseur d'identité", () => {
  it("sont lues une fois, même par des demandes simultanées", async () => {
    const { emetteur, identity } = await ouvrir();
    const jeton = await emetteur.signer();
    await Promise.all(Array.from({ length: 20 }, () => code(identity, jeton)));
    expect(await code(identity, jeton)).toBe("u-1");
    expect(emetteur.demandes()).toBe(1);
  });

  it("tournent : la nouvelle est admise dès son premier jeton, l'ancienne ne l'est plus", async () => {
    const { emetteur, identity } = await ouvrir();
    const ancien = await emetteur.signer();
    expect(await code(identity, ancien)).toBe("u-1");
    await emetteur.tourner("es-2");
    expect(await code(identity, await emetteur.signer())).toBe("u-1");
    expect(await code(identity, ancien)).toBe("UNAUTHENTICATED");
  });

  it("retirées sont oubliées sans qu'un jeton inconnu ne vienne", async () => {
    const { emetteur, identity } = await ouvrir({ ...SANS_REPOS, relireMs: 0, reposMs: HEURE });
    const ancien = await emetteur.signer();
    expect(await code(identity, ancien)).toBe("u-1");
    await emetteur.tourner("es-2");
    // Read again beside the requests: the first ones may still be answered by what is held.
    while ((await code(identity, ancien)) === "u-1");
    expect(await code(identity, await emetteur.signer())).toBe("u-1");
  });

  it("ne sont pas redemandées à chaque jeton d'une clé inconnue", async () => {
    const { emetteur, identity } = await ouvrir({ ...SANS_REPOS, reposMs: HEURE });
    expect(await code(identity, await emetteur.signer())).toBe("u-1");
    const inconnu = await emetteur.signer({ header: { kid: "../../../etc/passwd" } });
    for (let rang = 0; rang < 10; rang++) expect(await code(identity, inconnu)).toBe("UNAUTHENTICATED");
    expect(emetteur.demandes()).toBe(1);
  });

  it("déjà lues valent encore quand il est en panne ; une inconnue attend son retour", async () => {
    const { emetteur, identity } = await ouvrir({ ...SANS_REPOS, relireMs: 0 });
    const jeton = await emetteur.signer();
    expect(await code(identity, jeton)).toBe("u-1");
    await emetteur.eteindre();
    expect(await code(identity, jeton)).toBe("u-1");
    expect(await code(identity, jeton)).toBe("u-1");
    await emetteur.tourner("es-2");
    const nouveau = await emetteur.signer();
    expect(await code(identity, nouveau)).toBe("SUBGRAPH_UNAVAILABLE");
    await emetteur.rallumer();
    expect(await code(identity, nouveau)).toBe("u-1");
  });

  it("trop anciennes, en panne, ne prouvent plus rien", async () => {
    const { emetteur, identity } = await ouvrir({ ...SANS_REPOS, garderMs: -1 });
    const jeton = await emetteur.signer();
    expect(await code(identity, jeton)).toBe("u-1");
    await emetteur.eteindre();
    expect(await code(identity, jeton)).toBe("SUBGRAPH_UNAVAILABLE");
  });

  it("illisibles ne sont pas redemandées par chaque demande", async () => {
    const enPanne = await startServeurDeTest((response) => response.writeHead(500).end());
    aArreter.push(enPanne);
    const { emetteur } = await ouvrir();
    const rythme = { ...SANS_REPOS, reposApresEchecMs: HEURE };
    const identity = createIdentity({
      ...emetteur,
      jwksUri: enPanne.url,
      audience: AUDIENCE,
      logger: silencieux,
      rythme,
    });
    const jeton = await emetteur.signer();
    for (let rang = 0; rang < 5; rang++) expect(await code(identity, jeton)).toBe("SUBGRAPH_UNAVAILABLE");
    expect(enPanne.calls()).toBe(1);
  });
});

describe("Un fournisseur d'identité en panne à la première demande", () => {
  const pasUnJwks = (corps: string) => (response: import("node:http").ServerResponse) =>
    response.writeHead(200, { "content-type": "application/json" }).end(corps);
  it.each<[string, Parameters<typeof startServeurDeTest>[0]]>([
    ["répond 500", (response) => response.writeHead(500).end()],
    ["renvoie ailleurs", (response) => response.writeHead(302, { location: "http://127.0.0.1:9/" }).end()],
    ["coupe la connexion", (response) => response.destroy()],
    ["rend autre chose que des clés", pasUnJwks('{"cles":[]}')],
    ["rend du HTML", pasUnJwks("<html>")],
  ])("%s : 503, sans accuser le porteur du jeton ; les anonymes passent", async (_panne, repondre) => {
    const enPanne = await startServeurDeTest(repondre);
    const { emetteur } = await ouvrir();
    const identity = createIdentity({ ...emetteur, jwksUri: enPanne.url, audience: AUDIENCE, logger: silencieux });
    const passerelle = await startEnProcessus({ identity });
    aArreter.push(passerelle, enPanne);
    const authorization = `Bearer ${await emetteur.signer()}`;
    const { status, data, errors } = await passerelle.demander("{ moi }", { headers: { authorization } });
    expect(status).toBe(503);
    expect(data).toBeUndefined();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["SUBGRAPH_UNAVAILABLE"]);
    expect((await passerelle.demander("{ moi }")).data).toEqual({ moi: null });
  });
});
