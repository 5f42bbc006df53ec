import { createHash, randomBytes } from "node:crypto";
import { CLIENT_GRAPHIQL } from "@coordination/identite-locale";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demanderParHttp, type MaisonDeTest, ouvrirMaisonDeTest } from "./maison.fixture.ts";

const PORTEES = "openid annuaire:lire annuaire:ecrire parcours:lire parcours:ecrire";
const MES_DOSSIERS = "{ mesParcours(first: 1) { edges { node { id } } } }";

interface Decouverte {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly code_challenge_methods_supported: readonly string[];
}

interface Jetons {
  readonly access_token: string;
  readonly id_token: string;
  readonly token_type: string;
  readonly scope?: string;
}

let maison: MaisonDeTest;
let decouverte: Decouverte;
beforeAll(async () => {
  maison = await ouvrirMaisonDeTest({ jeu: "vide" });
  const reponse = await fetch(`${maison.issuer}/.well-known/openid-configuration`);
  decouverte = (await reponse.json()) as Decouverte;
});
afterAll(() => maison.stop());

/** As a browser would: follows to the sign-in page, chooses a person, and comes back to `retour` with a code. */
async function seConnecter(profil: string, { retour, defi }: { retour: string; defi: string }): Promise<URL> {
  const cookies = new Map<string, string>();
  const ouvrir = async (adresse: string, formulaire?: Record<string, string>): Promise<string> => {
    const reponse = await fetch(adresse, {
      redirect: "manual",
      headers: { accept: "text/html", cookie: [...cookies].map(([nom, valeur]) => `${nom}=${valeur}`).join("; ") },
      ...(formulaire === undefined ? {} : { method: "POST", body: new URLSearchParams(formulaire) }),
    });
    for (const ligne of reponse.headers.getSetCookie()) {
      const [nom = "", valeur = ""] = (ligne.split(";", 1)[0] ?? "").split("=");
      cookies.set(nom, valeur);
    }
    return new URL(reponse.headers.get("location") ?? "about:blank", adresse).href;
  };
  const demande = new URLSearchParams({
    client_id: CLIENT_GRAPHIQL,
    response_type: "code",
    redirect_uri: retour,
    scope: PORTEES,
    state: "etat-de-la-page",
    code_challenge_method: "S256",
    code_challenge: defi,
  });
  const page = await ouvrir(`${decouverte.authorization_endpoint}?${demande}`);
  return new URL(await ouvrir(await ouvrir(page, { profil })));
}

/** The whole authorization-code flow with PKCE, from the published addresses to the tokens. */
async function obtenirLesJetons(profil: string): Promise<Jetons> {
  const retour = `${maison.url}/`;
  const preuve = randomBytes(32).toString("base64url");
  const defi = createHash("sha256").update(preuve).digest("base64url");
  const { origin, searchParams } = await seConnecter(profil, { retour, defi });
  expect({ origin, etat: searchParams.get("state") }).toEqual({ origin: maison.url, etat: "etat-de-la-page" });
  const reponse = await fetch(decouverte.token_endpoint, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: CLIENT_GRAPHIQL,
      redirect_uri: retour,
      code: searchParams.get("code") ?? "",
      code_verifier: preuve,
    }),
  });
  expect(reponse.status).toBe(200);
  return (await reponse.json()) as Jetons;
}

describe("Une personne qui se connecte par code d'autorisation et PKCE", () => {
  it("n'a pas d'autre défi que S256", () => {
    expect(decouverte.code_challenge_methods_supported).toEqual(["S256"]);
  });

  it("demande à l'API avec le jeton obtenu, dans la limite de ses portées", async () => {
    const soignante = await obtenirLesJetons("coordinatrice-dac");
    expect(soignante.token_type).toBe("Bearer");
    const admise = await demanderParHttp(maison, MES_DOSSIERS, { jeton: soignante.access_token });
    expect(admise).toMatchObject({ statut: 200, corps: { data: { mesParcours: { edges: [] } } } });
    expect(admise.corps.errors).toBeUndefined();

    const agence = await obtenirLesJetons("agence");
    const refusee = await demanderParHttp(maison, MES_DOSSIERS, { jeton: agence.access_token });
    expect(refusee.statut).toBe(200);
    expect(refusee.corps.errors?.map(({ extensions }) => extensions?.code)).toEqual(["FORBIDDEN"]);
  });

  it("n'est pas reconnue par son jeton d'identité, qui n'est pas fait pour l'API", async () => {
    const { id_token } = await obtenirLesJetons("coordinatrice-dac");
    const { statut, corps } = await demanderParHttp(maison, MES_DOSSIERS, { jeton: id_token });
    expect(statut).toBe(401);
    expect(corps.errors?.map(({ extensions }) => extensions?.code)).toEqual(["UNAUTHENTICATED"]);
  });
});
