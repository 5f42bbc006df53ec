import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type IdentityProvider, startIdentityProvider } from "@coordination/identite-locale";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UsageError } from "../commande.ts";
import { type Configuration, lireConfiguration } from "../configuration.ts";
import { repondreJeton } from "./repondre.ts";

const revendications = (jeton: string) => JSON.parse(Buffer.from(jeton.split(".")[1] ?? "", "base64url").toString());

describe("La commande jeton", () => {
  let dataDir: string;
  let fournisseur: IdentityProvider;
  let configuration: Configuration;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "jeton-"));
    fournisseur = await startIdentityProvider({ host: "127.0.0.1", port: 0, audience: "https://api.test", dataDir });
    const PORT = String(Number(new URL(fournisseur.issuer).port) - 1);
    configuration = lireConfiguration({ PORT, DATA_DIR: dataDir });
  });
  afterAll(async () => {
    await fournisseur.stop();
    await rm(dataDir, { recursive: true });
  });

  it("répond le jeton, et rien d'autre", async () => {
    const reponse = await repondreJeton(["infirmiere"], configuration);
    expect(reponse).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(revendications(reponse)).toMatchObject({ iss: fournisseur.issuer, aud: "https://api.test" });
  });

  it("met une autre personne et d'autres structures à la place de celles du profil", async () => {
    const mots = ["infirmiere", "--rpps", "89900000053", "--structure", "1690000017", "--structure", "1010000016"];
    expect(revendications(await repondreJeton(mots, configuration))).toMatchObject({
      rpps: "89900000053",
      structures: ["1690000017", "1010000016"],
      profils: ["infirmiere"],
    });
  });

  it("répond en JSON à qui le demande", async () => {
    const reponse = JSON.parse(await repondreJeton(["agence", "--json"], configuration));
    expect(reponse).toEqual({
      jeton: expect.any(String),
      expireDansSecondes: 3600,
      scopes: ["annuaire:lire", "annuaire:ecrire"],
    });
  });

  it.each([[[]], [["infirmiere", "agence"]], [["infirmiere", "--rpps"]], [["infirmiere", "--inconnue"]]])(
    "rappelle son usage et les profils pour %j",
    async (mots) => {
      const refus = repondreJeton(mots, configuration);
      await expect(refus).rejects.toBeInstanceOf(UsageError);
      await expect(refus).rejects.toThrow(/PROFIL.*\n?.*coordinatrice-dac/s);
    },
  );

  it("liste les profils quand il est inconnu", async () => {
    await expect(repondreJeton(["prefet"], configuration)).rejects.toThrow(
      /« prefet ».*coordinatrice-dac.*sans-droits/,
    );
  });

  it("dit quelle adresse n'a pas répondu, et comment démarrer", async () => {
    const eteint = { ...configuration, dataDir: join(dataDir, "ailleurs") };
    await expect(repondreJeton(["agence"], eteint)).rejects.toThrow(new RegExp(`${fournisseur.issuer}.*npm start`));
  });

  it("renvoie au fournisseur externe quand il y en a un", async () => {
    const externe = { ...configuration, fournisseur: { issuer: "https://idp.test", jwksUri: "https://idp.test/jwks" } };
    await expect(repondreJeton(["agence"], externe)).rejects.toThrow("https://idp.test");
  });
});
