import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BancDeDossiers, cle, dossierDe, LIRE, ouvrirBancDeDossiers } from "./banc-de-dossiers.ts";
import { AUTRE_EQUIPE, DEMANDE, DEMANDEUR, EQUIPE, LECTEUR, PASSANT, SANS_PORTEE } from "./dossiers-de-test.ts";

let banc: BancDeDossiers;
beforeAll(async () => {
  banc = await ouvrirBancDeDossiers();
});
afterAll(() => banc.fermer());

describe("Une demande d'appui", () => {
  it("ouvre un dossier au DAC de la commune, que l'équipe lit en entier", async () => {
    const { id } = await banc.ouvrir();
    expect(await banc.lire(id)).toMatchObject({
      version: 1,
      statut: "DEMANDE_RECUE",
      numero: expect.stringMatching(/^\d{4}-\d{6}$/),
      dac: { id: "DAC-A" },
      commune: { codeInsee: "69123" },
      recevabilite: { verdict: "OUI" },
      actionsPossibles: ["QUALIFIER", "CLOTURER"],
      usager: {
        sexe: "MASCULIN",
        identite: { nomNaissance: "ZEPHIRIN-EXEMPLE", prenoms: ["Odalric"], ins: { matricule: "299990199900103" } },
        adresse: { lignes: ["1 rue Inventée"] },
        proches: [{ nom: "Proche Inventé" }],
      },
    });
  });

  it("rend à qui l'a faite où elle en est, et rien qui nomme la personne", async () => {
    const dossier = await banc.ouvrir();
    expect(dossier).toMatchObject({
      statut: "DEMANDE_RECUE",
      actionsPossibles: [],
      recevabilite: null,
      notes: [],
      usager: { trancheAge: expect.stringMatching(/ans/), age: null, identite: null, adresse: null, proches: null },
    });
    expect(JSON.stringify(dossier)).not.toMatch(/ZEPHIRIN|Odalric|299990|Inventé/);
  });

  it("n'existe pas pour les autres, exactement comme un dossier qui n'existe pas", async () => {
    const { id } = await banc.ouvrir();
    for (const acteur of [AUTRE_EQUIPE, PASSANT]) {
      const sien = await banc.sousGraphe.demander(LIRE, { id }, acteur);
      const absent = await banc.sousGraphe.demander(LIRE, { id: "00000000-0000-4000-8000-000000000000" }, acteur);
      expect(sien).toEqual(absent);
      expect(await banc.sousGraphe.demander(LIRE, { id: "n'importe quoi" }, acteur)).toEqual(absent);
      const entites = await banc.sousGraphe.demander(
        "query($r: [_Any!]!) { _entities(representations: $r) { ... on Parcours { numero statut usager { trancheAge } } } }",
        { r: [{ __typename: "Parcours", id }] },
        acteur,
      );
      expect(entites).toEqual({ data: { _entities: [null] } });
      const action = await banc.qualifier({ id, version: 1, statut: "", actionsPossibles: [] }, {}, acteur);
      expect(action.errors?.[0]?.extensions).toMatchObject({ code: "NOT_FOUND", champ: "parcoursId" });
    }
  });

  it("demande une identité, et la portée", async () => {
    const { id } = await banc.ouvrir();
    expect((await banc.sousGraphe.demander(LIRE, { id }, null)).errors?.[0]?.extensions?.code).toBe("UNAUTHENTICATED");
    expect((await banc.sousGraphe.demander(LIRE, { id }, SANS_PORTEE)).errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
    expect((await banc.demander({}, LECTEUR)).errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  });

  it.each<[string, object, string, string]>([
    ["d'une commune inconnue", { codeInsee: "13055" }, "BAD_USER_INPUT", "input.codeInsee"],
    ["d'une commune que l'annuaire refuse", { codeInsee: "98735" }, "BAD_USER_INPUT", "input.codeInsee"],
    ["d'une commune sans DAC", { codeInsee: "75056" }, "BAD_USER_INPUT", "input.codeInsee"],
    ["qui ne choisit pas entre deux DAC", { codeInsee: "01004" }, "BAD_USER_INPUT", "input.dacId"],
    ["qui choisit un DAC d'ailleurs", { codeInsee: "01004", dacId: "DAC-C" }, "BAD_USER_INPUT", "input.dacId"],
    [
      "d'une personne sans nom",
      { usager: { ...DEMANDE.usager, nomNaissance: " " } },
      "BAD_USER_INPUT",
      "input.usager.nomNaissance",
    ],
    [
      "dont l'INS est faux",
      { usager: { ...DEMANDE.usager, ins: { matricule: "299990199900104", oid: "1" } } },
      "BAD_USER_INPUT",
      "input.usager.ins.matricule",
    ],
  ])("n'écrit rien %s", async (_cas, ecart, code, champ) => {
    const avant = [await banc.nombre("dossier"), await banc.nombre("usager")];
    const { errors } = await banc.demander(ecart);
    expect(errors?.[0]?.extensions).toMatchObject({ code, champ });
    expect(JSON.stringify(errors)).not.toMatch(/ZEPHIRIN|Odalric|299990/);
    expect([await banc.nombre("dossier"), await banc.nombre("usager")]).toEqual(avant);
  });

  it("nomme les DAC quand plusieurs répondent, et suit le choix", async () => {
    const { errors } = await banc.demander({ codeInsee: "01004" });
    expect(errors?.[0]?.message).toMatch(/DAC du Rhône \(DAC-A\), DAC de l'Ain \(DAC-B\)/);
    expect(dossierDe(await banc.demander({ codeInsee: "01004", dacId: "DAC-B" }))).toMatchObject({
      dac: { id: "DAC-B" },
    });
  });

  it("ne se fait pas à l'insu de la personne", async () => {
    const { errors } = await banc.demander({ personneInformee: false });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: "RULE_NOT_MET",
      regle: "DEMANDE_RECEVABLE",
      conditions: [{ code: "PERSONNE_INFORMEE", verdict: "NON" }],
    });
  });

  it("n'est faite qu'une fois sous une clé, même demandée ensemble, et l'essai à blanc n'écrit rien", async () => {
    const avant = await banc.nombre("dossier");
    const sous = cle();
    const reponses = await Promise.all([1, 2, 3].map(() => banc.demander({}, DEMANDEUR, sous)));
    expect(new Set(reponses.map((reponse) => dossierDe(reponse).id)).size).toBe(1);
    expect(await banc.nombre("dossier")).toBe(avant + 1);
    expect((await banc.demander({ motif: "autre" }, DEMANDEUR, sous)).errors?.[0]?.extensions).toMatchObject({
      champ: "cleIdempotence",
    });
    const essai = await banc.sousGraphe.demander(
      "mutation($input: DemanderAppuiInput!, $cle: ID!) { demanderAppui(input: $input, cleIdempotence: $cle, aBlanc: true) { statut } }",
      { input: DEMANDE, cle: cle() },
      DEMANDEUR,
    );
    expect(essai).toEqual({ data: { demanderAppui: { statut: "DEMANDE_RECUE" } } });
    expect(await banc.nombre("dossier")).toBe(avant + 1);
  });

  it("garde le niveau que propose le demandeur, que l'équipe lit sans en être tenue", async () => {
    const lire = async (id: string) =>
      (
        await banc.sousGraphe.demander(
          "query($id: ID!) { parcours(id: $id) { niveauAppui demande { niveauPropose } } }",
          { id },
          EQUIPE,
        )
      ).data?.parcours;
    const propose = dossierDe(await banc.demander({ niveauPropose: "COORDINATION_SPECIFIQUE" }));
    const demande = { niveauPropose: "COORDINATION_SPECIFIQUE" };
    expect(await lire(propose.id)).toEqual({ niveauAppui: null, demande });
    dossierDe(await banc.qualifier(propose, { niveauAppui: "INFORMATION_ORIENTATION" }));
    expect(await lire(propose.id)).toEqual({ niveauAppui: "INFORMATION_ORIENTATION", demande });
    const { id: muet } = await banc.ouvrir();
    expect(await lire(muet)).toEqual({ niveauAppui: null, demande: { niveauPropose: null } });
  });

  it("prévient l'équipe qu'une autre suit peut-être la même personne, sans rien dire d'elle", async () => {
    const usager = {
      ...DEMANDE.usager,
      nomNaissance: "Double-Exemple",
      prenoms: ["Ysoline"],
      statutIdentite: "PROVISOIRE",
      ins: null,
    };
    const { id } = dossierDe(await banc.demander({ usager }));
    await banc.demander({ usager: { ...usager, nomNaissance: "DOUBLE EXEMPLE" }, codeInsee: "01004", dacId: "DAC-B" });
    const question = "query($id: ID!) { parcours(id: $id) { doublonsPossibles { nombre dac { id } } } }";
    expect((await banc.sousGraphe.demander(question, { id }, EQUIPE)).data).toEqual({
      parcours: { doublonsPossibles: [{ nombre: 1, dac: { id: "DAC-B" } }] },
    });
    expect((await banc.sousGraphe.demander(question, { id }, DEMANDEUR)).data).toEqual({
      parcours: { doublonsPossibles: [] },
    });
  });
});
