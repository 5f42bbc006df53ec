import { readFile, stat, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { demanderJeton } from "../src/index.ts";
import { arreterTous, demarrer, dossierDeDonnees, verifier } from "./fournisseur-de-test.ts";

describe("Le fournisseur d'identité local", () => {
  let donnees: Awaited<ReturnType<typeof dossierDeDonnees>>;
  beforeAll(async () => {
    donnees = await dossierDeDonnees();
  });
  afterAll(() => donnees.supprimer());
  afterEach(async () => {
    vi.unstubAllEnvs();
    await arreterTous();
  });

  it("garde ses clés et ses secrets : un jeton d'avant un redémarrage reste vérifiable", async () => {
    const avant = await demarrer(donnees.dataDir);
    const port = Number(new URL(avant.issuer).port);
    const { jeton } = await demanderJeton({ issuer: avant.issuer, dataDir: donnees.dataDir, profil: "infirmiere" });
    const secrets = () =>
      Promise.all(["cles.json", "clients.json"].map((f) => readFile(join(donnees.dataDir, "identite", f), "utf8")));
    const gardes = await secrets();
    await avant.stop();

    const apres = await demarrer(donnees.dataDir, { port });
    expect((await verifier(jeton, apres)).payload.client_id).toBe("infirmiere");
    expect(await secrets()).toEqual(gardes);
  });

  it("ne laisse lire ses secrets qu'à leur propriétaire", async () => {
    const mode = async (chemin: string) => (await stat(join(donnees.dataDir, chemin))).mode & 0o777;
    expect(await mode("identite")).toBe(0o700);
    expect(await mode("identite/cles.json")).toBe(0o600);
    expect(await mode("identite/clients.json")).toBe(0o600);
  });

  it("ne ferme pas aux autres le dossier de données qu'il crée", async () => {
    const dataDir = join(donnees.dataDir, "nouveau");
    await demarrer(dataDir);
    expect((await stat(dataDir)).mode & 0o777).toBe(0o777 & ~process.umask());
  });

  it("dit quel fichier supprimer quand ses clés sont abîmées", async () => {
    const abimees = await dossierDeDonnees();
    await (await demarrer(abimees.dataDir)).stop();
    await writeFile(join(abimees.dataDir, "identite/cles.json"), "{");
    await expect(demarrer(abimees.dataDir)).rejects.toMatchObject({
      code: "SECRETS_ILLISIBLES",
      message: expect.stringContaining("cles.json"),
    });
    await abimees.supprimer();
  });

  it("refuse de démarrer en production", async () => {
    vi.stubEnv("NODE_ENV", "production");
    await expect(demarrer(donnees.dataDir)).rejects.toMatchObject({ code: "PRODUCTION" });
  });

  it.each(["0.0.0.0", "::", "192.168.1.10", "annuaire.exemple.fr", "127.0.0.1.exemple.fr", ""])(
    "refuse d'écouter sur « %s »",
    async (host) => {
      await expect(demarrer(donnees.dataDir, { host })).rejects.toMatchObject({ code: "HOTE_NON_LOCAL" });
    },
  );

  it.each(["127.0.0.1", "localhost"])("accepte d'écouter sur « %s »", async (host) => {
    const fournisseur = await demarrer(donnees.dataDir, { host });
    expect(fournisseur.issuer).toMatch(new RegExp(`^http://${host}:\\d+$`));
  });

  it("s'arrête deux fois comme une", async () => {
    const fournisseur = await demarrer(donnees.dataDir);
    await Promise.all([fournisseur.stop(), fournisseur.stop()]);
    await expect(fetch(fournisseur.jwksUri)).rejects.toThrow();
  });

  it("dit quel port est pris", async () => {
    const premier = await demarrer(donnees.dataDir);
    const { port } = new URL(premier.issuer);
    await expect(demarrer(donnees.dataDir, { port: Number(port) })).rejects.toMatchObject({
      code: "PORT_INDISPONIBLE",
      message: expect.stringContaining(port),
    });
  });

  it("refuse un client inconnu, et un secret faux", async () => {
    const fournisseur = await demarrer(donnees.dataDir);
    for (const identifiants of ["intrus:secret", "editeur:secret"]) {
      const response = await fetch(`${fournisseur.issuer}/token`, {
        method: "POST",
        headers: { authorization: `Basic ${Buffer.from(identifiants).toString("base64")}` },
        body: new URLSearchParams({ grant_type: "client_credentials" }),
      });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ error: "invalid_client" });
    }
  });

  it("n'accorde à un profil que ses portées, quoi qu'il demande", async () => {
    const fournisseur = await demarrer(donnees.dataDir);
    const clients = JSON.parse(await readFile(join(donnees.dataDir, "identite/clients.json"), "utf8"));
    for (const [profil, accordees] of [
      ["sans-droits", undefined],
      ["agence", "annuaire:lire annuaire:ecrire"],
    ] as const) {
      const response = await fetch(`${fournisseur.issuer}/token`, {
        method: "POST",
        headers: { authorization: `Basic ${Buffer.from(`${profil}:${clients[profil]}`).toString("base64")}` },
        body: new URLSearchParams({
          grant_type: "client_credentials",
          scope: "annuaire:lire annuaire:ecrire parcours:lire parcours:ecrire introspection",
        }),
      });
      const corps = (await response.json()) as { access_token: string; scope?: string };
      expect(corps.scope).toBe(accordees);
      expect((await verifier(corps.access_token, fournisseur)).payload.scope).toBe(accordees);
    }
  });

  it("ignore une page d'un autre site qui se ferait passer pour cette machine", async () => {
    const fournisseur = await demarrer(donnees.dataDir);
    const status = await new Promise((resolve, reject) => {
      request(`${fournisseur.issuer}/jwks`, { headers: { host: "ailleurs.exemple" } }, ({ statusCode }) =>
        resolve(statusCode),
      )
        .on("error", reject)
        .end();
    });
    expect(status).toBe(421);
  });
});
