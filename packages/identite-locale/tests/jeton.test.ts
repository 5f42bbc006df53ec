import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demanderJeton, type IdentityProvider, NOMS_DE_PROFIL } from "../src/index.ts";
import { AUDIENCE, arreterTous, demarrer, dossierDeDonnees, verifier } from "./fournisseur-de-test.ts";

const LUHN_899 = /^899\d{8}$/;

describe("Un jeton demandé par la commande", () => {
  let donnees: Awaited<ReturnType<typeof dossierDeDonnees>>;
  let fournisseur: IdentityProvider;
  const demande = () => ({ issuer: fournisseur.issuer, dataDir: donnees.dataDir, audience: AUDIENCE });

  beforeAll(async () => {
    donnees = await dossierDeDonnees();
    fournisseur = await demarrer(donnees.dataDir, {
      profils: { "coordinatrice-dac": { structures: ["1690000017"], rpps: "89900000061" } },
    });
  });
  afterAll(async () => {
    await arreterTous();
    await donnees.supprimer();
  });

  it.each(NOMS_DE_PROFIL)("pour « %s » se vérifie avec les clés publiées", async (profil) => {
    const { jeton, expireDansSecondes, scopes } = await demanderJeton({ ...demande(), profil });
    const { payload, protectedHeader } = await verifier(jeton, fournisseur);
    expect(protectedHeader).toMatchObject({ alg: "ES256", typ: "at+jwt", kid: expect.any(String) });
    expect(payload.sub).toMatch(/^demo-/);
    expect(payload.client_id).toBe(profil);
    expect(Number(payload.exp) - Number(payload.iat)).toBe(3600);
    expect(expireDansSecondes).toBe(3600);
    expect(payload.structures).toBeInstanceOf(Array);
    expect(payload.profils).toEqual(profil === "sans-droits" ? [] : [profil]);
    expect(payload.scope).toBe(scopes.length === 0 ? undefined : scopes.join(" "));
    if (payload.rpps !== undefined) expect(payload.rpps).toMatch(LUHN_899);
  });

  it("porte les structures et le RPPS que les données de démonstration ont choisis", async () => {
    const { jeton } = await demanderJeton({ ...demande(), profil: "coordinatrice-dac" });
    const { payload } = await verifier(jeton, fournisseur);
    expect(payload).toMatchObject({ rpps: "89900000061", structures: ["1690000017"] });
  });

  it("d'un secrétariat nomme le professionnel, et ses structures", async () => {
    const { jeton } = await demanderJeton({ ...demande(), profil: "secretariat" });
    const { payload } = await verifier(jeton, fournisseur);
    expect(payload).toMatchObject({
      pour_le_compte_de: "89900000020",
      structures: ["00000000-0000-4000-8000-000000000002"],
    });
    expect(payload).not.toHaveProperty("rpps");
  });

  it("porte la personne et les structures demandées à la place de celles du profil", async () => {
    const structures = ["1310034616", "00000000-0000-4000-8000-00000000000a"];
    const { jeton } = await demanderJeton({ ...demande(), profil: "infirmiere", rpps: "89900000053", structures });
    const { payload } = await verifier(jeton, fournisseur);
    expect(payload).toMatchObject({
      sub: "demo-rpps-89900000053",
      rpps: "89900000053",
      structures,
      profils: ["infirmiere"],
      client_id: "infirmiere",
    });
  });

  it("accepte l'identification nationale (8 + RPPS)", async () => {
    const { jeton } = await demanderJeton({ ...demande(), profil: "infirmiere", rpps: "889900000053" });
    expect((await verifier(jeton, fournisseur)).payload.rpps).toBe("89900000053");
  });

  it("garde le même sujet pour la même personne, quel que soit le profil emprunté", async () => {
    const { jeton } = await demanderJeton({ ...demande(), profil: "infirmiere", rpps: "89900000061" });
    expect((await verifier(jeton, fournisseur)).payload.sub).toBe("demo-maelle-fontanges");
  });

  it.each([
    ["un RPPS dont la clé est fausse", { rpps: "89900000054" }, "RPPS"],
    ["un RPPS trop court", { rpps: "123" }, "RPPS"],
    ["une structure vide", { structures: [""] }, "structure"],
  ])("est refusé pour %s", async (_cas, ecart, motif) => {
    const refus = demanderJeton({ ...demande(), profil: "infirmiere", ...ecart });
    await expect(refus).rejects.toMatchObject({ code: "JETON_REFUSE", message: expect.stringContaining(motif) });
  });

  it("est refusé pour une autre API", async () => {
    const refus = demanderJeton({ ...demande(), profil: "editeur", audience: "https://autre.exemple/api" });
    await expect(refus).rejects.toMatchObject({ code: "JETON_REFUSE", message: expect.stringContaining("AUDIENCE") });
  });

  it("est refusé pour un profil inconnu, avec la liste des profils", async () => {
    const refus = demanderJeton({ ...demande(), profil: "prefet" });
    await expect(refus).rejects.toMatchObject({
      code: "PROFIL_INCONNU",
      message: expect.stringContaining(NOMS_DE_PROFIL.join(", ")),
    });
  });

  it("vise la seule API servie quand AUDIENCE n'est pas une URI", async () => {
    const autres = await dossierDeDonnees();
    const autre = await demarrer(autres.dataDir, { audience: "coordination" });
    const { jeton } = await demanderJeton({
      issuer: autre.issuer,
      dataDir: autres.dataDir,
      profil: "agence",
      audience: "coordination",
    });
    expect((await verifier(jeton, autre, "coordination")).payload.aud).toBe("coordination");
    await autres.supprimer();
  });

  it("n'est pas obtenu sans fournisseur : le message dit quelle adresse, et comment le démarrer", async () => {
    const autres = await dossierDeDonnees();
    const eteint = await demarrer(autres.dataDir);
    await eteint.stop();
    for (const dataDir of [autres.dataDir, `${autres.dataDir}/jamais`]) {
      const refus = demanderJeton({ issuer: eteint.issuer, dataDir, profil: "agence" });
      await expect(refus).rejects.toMatchObject({
        code: "FOURNISSEUR_INJOIGNABLE",
        message: expect.stringMatching(`${eteint.issuer}.*npm start`),
      });
    }
    await autres.supprimer();
  });
});
