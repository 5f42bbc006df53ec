import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AnnuaireDImport, ouvrirAnnuaireDImport } from "./annuaire-d-import.ts";
import { ligne, rppsDe } from "./fichier-rpps.ts";
import { publierCommunes, publierStructures } from "./territoire-de-test.ts";

let annuaire: AnnuaireDImport;
beforeEach(async () => {
  annuaire = await ouvrirAnnuaireDImport();
});
afterEach(() => annuaire.fermer());
const importer: AnnuaireDImport["importer"] = (...parametres) => annuaire.importer(...parametres);
const lire: AnnuaireDImport["lire"] = (rang) => annuaire.lire(rang);

describe("Le lieu d'une situation", () => {
  const sansCommune = { "Code commune (coord. structure)": "", "Libellé commune (coord. structure)": "" };

  it("vient du code postal quand une seule commune le porte, sinon du code postal et de la ville", async () => {
    const rapport = await importer([
      ligne(1, {
        ...sansCommune,
        "Code postal (coord. structure)": "31700",
        "Bureau cedex (coord. structure)": "AEROPORT",
      }),
      ligne(2, { ...sansCommune, "Bureau cedex (coord. structure)": "AIGUES VIVES CEDEX 2" }),
      ligne(3, { ...sansCommune, "Bureau cedex (coord. structure)": "AILLEURS" }),
    ]);
    expect((await lire(1))?.situations[0]).toMatchObject({
      commune: { codeInsee: "31069" },
      position: { precision: "COMMUNE", latitude: 43.643 },
    });
    expect((await lire(2))?.situations[0]).toMatchObject({ commune: { codeInsee: "09002" } });
    expect((await lire(3))?.situations[0]).toMatchObject({ commune: null, position: null });
    expect(rapport).toMatchObject({
      signalements: [
        { code: "COMMUNE_DEDUITE", lignes: [2, 3] },
        { code: "SANS_COMMUNE", lignes: [4] },
      ],
    });
  });

  it("n'a ni commune ni position à l'étranger", async () => {
    const rapport = await importer([
      ligne(1, {
        "Code pays (coord. structure)": "99132",
        "Libellé pays (coord. structure)": "Royaume-Uni",
        "Code postal (coord. structure)": "SW1A",
      }),
    ]);
    expect((await lire(1))?.situations[0]).toMatchObject({
      commune: null,
      position: null,
      adresse: { codeInsee: null, codePostal: "SW1A", pays: "Royaume-Uni" },
    });
    expect(rapport).toMatchObject({ inserees: 1, signalements: [{ code: "ADRESSE_ETRANGERE", lignes: [2] }] });
  });

  it("suit la structure connue, quel que soit l'ordre des imports", async () => {
    const finess = { "Numéro FINESS site": "310034616", "Identifiant technique de la structure": "F310034616" };
    await importer([ligne(1, { ...finess, ...sansCommune, "Bureau cedex (coord. structure)": "?" })]);
    const avant = await lire(1);
    expect(avant?.situations[0]).toMatchObject({
      structure: null,
      commune: null,
      position: null,
      raisonSociale: "CABINET 1",
    });
    const structure = { id: "1310034616", type: "DAC", codeInsee: "31555", latitude: 43.6, longitude: 1.44 };
    await annuaire.ecrire((client) => publierStructures(client, [structure]));
    const apres = await lire(1);
    expect(apres?.situations[0]).toMatchObject({
      id: avant?.situations[0]?.id,
      structure: { id: "1310034616" },
      commune: { codeInsee: "31555" },
      position: { latitude: 43.6, longitude: 1.44, precision: "ADRESSE" },
    });
    await annuaire.ecrire((client) => publierStructures(client, [{ ...structure, latitude: 43.7 }]));
    expect((await lire(1))?.situations[0]).toMatchObject({ position: { latitude: 43.7 } });
  });

  it("se corrige quand une commune arrive après le fichier", async () => {
    await annuaire.ecrire((client) => client.query("delete from professionals.commune_connue"));
    await importer([ligne(1)]);
    expect((await lire(1))?.situations[0]).toMatchObject({
      commune: null,
      position: null,
      adresse: { codeInsee: "09002" },
    });
    await annuaire.ecrire((client) => publierCommunes(client));
    expect((await lire(1))?.situations[0]).toMatchObject({
      commune: { codeInsee: "09002" },
      position: { latitude: 43.001 },
    });
  });
});

describe("Ce qui disparaît du fichier", () => {
  const aToulouse = { "Code commune (coord. structure)": "31555", "Code Département (structure)": "31" };

  it("est fermé, et rouvert à son retour", async () => {
    await importer([ligne(1), ligne(2)]);
    expect(await importer([ligne(2)], { jour: "20261201" })).toMatchObject({ fermees: 1, inchangees: 1 });
    expect(await lire(1)).toMatchObject({ situationsActives: [], situations: [{ id: expect.any(String) }] });
    expect(await importer([ligne(1), ligne(2)])).toMatchObject({ inserees: 0, modifiees: 1 });
    expect((await lire(1))?.situationsActives).toHaveLength(1);
  });

  it("reste ouvert quand le fichier ne couvre pas son département", async () => {
    await importer([ligne(1), ligne(2, aToulouse)]);
    expect(await importer([ligne(3)])).toMatchObject({ inserees: 1, fermees: 1 });
    expect((await lire(1))?.situationsActives).toEqual([]);
    expect((await lire(2))?.situationsActives).toHaveLength(1);
  });
});

describe("Les références", () => {
  it("rendent une personne par l'une ou l'autre clé, et nul pour l'inconnu ou le faux", async () => {
    await importer([ligne(1)]);
    const situation = (await lire(1))?.situations[0]?.id;
    const entites = await annuaire.entites(
      "__typename ... on Professionnel { nom } ... on SituationExercice { raisonSociale } ... on Structure { id } ... on Commune { codeInsee }",
      [
        { __typename: "Professionnel", id: `8${rppsDe(1)}` },
        { __typename: "Professionnel", rpps: rppsDe(1) },
        { __typename: "Professionnel", id: "inconnu" },
        { __typename: "Professionnel", rpps: "faux" },
        { __typename: "SituationExercice", id: situation },
        { __typename: "SituationExercice", id: "inconnue" },
        { __typename: "Structure", id: "1310034616" },
        { __typename: "Commune", codeInsee: "31555" },
      ],
    );
    expect(entites).toEqual([
      { __typename: "Professionnel", nom: "NOM1" },
      { __typename: "Professionnel", nom: "NOM1" },
      null,
      null,
      { __typename: "SituationExercice", raisonSociale: "CABINET 1" },
      null,
      { __typename: "Structure", id: "1310034616" },
      { __typename: "Commune", codeInsee: "31555" },
    ]);
  });
});
