import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CLIENT_GRAPHIQL, type IdentityProvider } from "../src/index.ts";
import { AUDIENCE, arreterTous, demarrer, dossierDeDonnees, verifier } from "./fournisseur-de-test.ts";
import { Navigateur, suite } from "./navigateur.ts";

const RETOUR = "http://127.0.0.1:4000/";
const TOUTES_LES_PORTEES = "openid annuaire:lire annuaire:ecrire parcours:lire parcours:ecrire introspection";

describe("La connexion d'une personne, par code et PKCE", () => {
  let donnees: Awaited<ReturnType<typeof dossierDeDonnees>>;
  let fournisseur: IdentityProvider;
  let navigateur: Navigateur;
  const preuve = randomBytes(32).toString("base64url");

  beforeAll(async () => {
    donnees = await dossierDeDonnees();
    fournisseur = await demarrer(donnees.dataDir, {
      redirections: [RETOUR],
      profils: { agence: { nom: 'Ana <i>"&' } },
    });
  });
  afterAll(async () => {
    await arreterTous();
    await donnees.supprimer();
  });
  beforeEach(() => {
    navigateur = new Navigateur();
  });

  function autorisation(ecart: Readonly<Record<string, string>> = {}): string {
    return `${fournisseur.issuer}/auth?${new URLSearchParams({
      client_id: CLIENT_GRAPHIQL,
      response_type: "code",
      redirect_uri: RETOUR,
      scope: TOUTES_LES_PORTEES,
      state: "etat",
      code_challenge_method: "S256",
      code_challenge: createHash("sha256").update(preuve).digest("base64url"),
      ...ecart,
    })}`;
  }

  async function pageDeConnexion(): Promise<string> {
    return suite(await navigateur.ouvrir(autorisation()), fournisseur.issuer);
  }

  /** Chooses on the sign-in page; returns where the browser ends, on the application's side. */
  async function choisir(choix: Readonly<Record<string, string>>): Promise<URL> {
    const reprise = suite(await navigateur.ouvrir(await pageDeConnexion(), choix), fournisseur.issuer);
    return new URL(suite(await navigateur.ouvrir(reprise), reprise));
  }

  const echanger = (code: string | null, code_verifier: string) =>
    fetch(`${fournisseur.issuer}/token`, {
      method: "POST",
      headers: { origin: new URL(RETOUR).origin },
      body: new URLSearchParams({
        grant_type: "authorization_code",
        client_id: CLIENT_GRAPHIQL,
        redirect_uri: RETOUR,
        code: code ?? "",
        code_verifier,
      }),
    });

  it.each([
    ["infirmiere", "demo-solene-vauzelle", "annuaire:lire annuaire:ecrire parcours:lire parcours:ecrire"],
    ["agence", "demo-gaspard-theleme", "annuaire:lire annuaire:ecrire"],
    ["sans-droits", "demo-camille-sansonnet", undefined],
  ])("donne à « %s » un jeton de ses portées, et d'elles seules", async (profil, sub, scope) => {
    const retour = await choisir({ profil });
    expect(`${retour.origin}${retour.pathname}`).toBe(RETOUR);
    expect(retour.searchParams.get("state")).toBe("etat");
    expect(retour.searchParams.get("iss")).toBe(fournisseur.issuer);

    const response = await echanger(retour.searchParams.get("code"), preuve);
    expect(response.headers.get("access-control-allow-origin")).toBe(new URL(RETOUR).origin);
    const { access_token } = (await response.json()) as { access_token: string };
    const { payload, protectedHeader } = await verifier(access_token, fournisseur);
    expect(protectedHeader.typ).toBe("at+jwt");
    expect(payload).toMatchObject({ sub, aud: AUDIENCE, client_id: CLIENT_GRAPHIQL });
    expect(payload.profils).toEqual(profil === "sans-droits" ? [] : [profil]);
    expect(payload.scope).toBe(scope);
    expect(Number(payload.exp) - Number(payload.iat)).toBe(3600);
  });

  it("redemande qui l'on est à chaque fois", async () => {
    const premier = await choisir({ profil: "infirmiere" });
    const second = await choisir({ profil: "agence" });
    const sujets = [];
    for (const retour of [premier, second]) {
      const response = await echanger(retour.searchParams.get("code"), preuve);
      const { access_token } = (await response.json()) as { access_token: string };
      sujets.push((await verifier(access_token, fournisseur)).payload.sub);
    }
    expect(sujets).toEqual(["demo-solene-vauzelle", "demo-gaspard-theleme"]);
  });

  it("montre une page en français, sans script ni rien d'extérieur, où les noms sont du texte", async () => {
    const response = await navigateur.ouvrir(await pageDeConnexion());
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain("Solène Vauzelle");
    expect(page).toContain("Ana &lt;i&gt;&quot;&amp;");
    expect(page).not.toMatch(/<script|https?:|src=/);
    expect(response.headers.get("content-security-policy")).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it.each([{ annuler: "oui" }, { profil: "prefet" }])("rend la main quand on répond %j", async (choix) => {
    const retour = await choisir(choix);
    expect(retour.searchParams.get("error")).toBe("access_denied");
    expect(retour.searchParams.get("code")).toBeNull();
  });

  it("refuse le code avec une autre preuve, et deux fois le même code", async () => {
    const vole = (await choisir({ profil: "infirmiere" })).searchParams.get("code");
    expect(await (await echanger(vole, randomBytes(32).toString("base64url"))).json()).toMatchObject({
      error: "invalid_grant",
    });
    const rejoue = (await choisir({ profil: "infirmiere" })).searchParams.get("code");
    expect((await echanger(rejoue, preuve)).status).toBe(200);
    expect(await (await echanger(rejoue, preuve)).json()).toMatchObject({ error: "invalid_grant" });
  });

  it("refuse une demande sans PKCE", async () => {
    const sansPreuve = new URL(autorisation());
    sansPreuve.searchParams.delete("code_challenge");
    sansPreuve.searchParams.delete("code_challenge_method");
    const retour = new URL(suite(await navigateur.ouvrir(sansPreuve.href), fournisseur.issuer));
    expect(retour.searchParams.get("error")).toBe("invalid_request");
  });

  it.each([
    ["un client inconnu", { client_id: "intrus" }],
    ["une adresse de retour inconnue", { redirect_uri: "http://127.0.0.1:4000/ailleurs" }],
  ])("montre une erreur, sans rediriger, pour %s", async (_cas, ecart) => {
    const response = await navigateur.ouvrir(autorisation(ecart));
    expect(response.status).toBe(400);
    expect(response.headers.get("location")).toBeNull();
    expect(await response.text()).toContain("La connexion n'a pas abouti");
  });

  it.each(["127.0.0.1", "localhost"])("revient d'elle-même à la page de l'API, ouverte par « %s »", async (nom) => {
    const parDefaut = await demarrer(donnees.dataDir);
    const api = `http://${nom}:${Number(new URL(parDefaut.issuer).port) - 1}/`;
    const demande = autorisation({ redirect_uri: api }).replace(fournisseur.issuer, parDefaut.issuer);
    expect(suite(await navigateur.ouvrir(demande), parDefaut.issuer)).toContain("/connexion/");
  });

  it("ne laisse pas un autre navigateur répondre à sa place", async () => {
    const adresse = await pageDeConnexion();
    const intrus = new Navigateur();
    expect((await intrus.ouvrir(adresse, { profil: "infirmiere" })).status).toBe(400);
    const autrePage = adresse.replace(/[^/]+$/, "autre");
    expect((await navigateur.ouvrir(autrePage)).status).toBe(400);
  });

  it("refuse un formulaire démesuré", async () => {
    const response = await navigateur.ouvrir(await pageDeConnexion(), { profil: "x".repeat(10_000) });
    expect(response.status).toBe(400);
  });
});
