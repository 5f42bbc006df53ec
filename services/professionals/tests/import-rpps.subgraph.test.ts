import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { importerRpps } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { ecrireFichier, type LigneDeTest, ligne, rppsDe } from "./fichier-rpps.ts";
import { publierCommunes, publierStructures } from "./territoire-de-test.ts";

const PERSONNE = /* GraphQL */ `
  query ($rpps: Rpps!) {
    professionnel(rpps: $rpps) {
      id rpps civilite nom prenom estMedecinGeneraliste estIpa
      exercices { profession { code libelle systeme } categorie savoirFaire { code libelle type } }
      situations(actives: false) {
        id raisonSociale modeExercice soignante genreActivite { code libelle } structure { id } commune { codeInsee }
        adresse { lignes codePostal ville codeInsee pays } position { latitude longitude precision }
        contacts { canal valeur diffusion misAJourLe source } disponibilite { etat perimee } provenance { source millesime }
      }
      situationsActives: situations { id }
      provenance { source millesime }
    }
  }`;

interface Personne {
  professionnel: null | {
    nom: string;
    situations: {
      id: string;
      structure: { id: string } | null;
      commune: { codeInsee: string } | null;
      position: object | null;
      adresse: { lignes: string[] };
    }[];
    situationsActives: { id: string }[];
  };
}

let annuaire: AnnuaireDeTest;
beforeEach(async () => {
  annuaire = await ouvrirAnnuaire();
  await annuaire.ecrire((client) => publierCommunes(client));
});
afterEach(() => annuaire.fermer());

const importer = async (lignes: readonly LigneDeTest[], options?: Parameters<typeof ecrireFichier>[1]) => {
  const fichier = await ecrireFichier(lignes, options);
  return (await annuaire.ecrire((client) => importerRpps(client, { fichier }))).toJSON();
};
const lire = async (rang: number) =>
  (await annuaire.demander<Personne>(PERSONNE, { rpps: rppsDe(rang) })).professionnel;

describe("L'import RPPS", () => {
  it("rend une personne par RPPS, et une situation par activité", async () => {
    const rapport = await importer([
      ligne(1),
      ligne(1, {
        "Code savoir-faire": "SM18",
        "Libellé savoir-faire": "Gériatrie",
        "Identifiant technique de la structure": "R7",
      }),
    ]);
    expect(rapport).toMatchObject({ resultat: "IMPORTE", lues: 2, inserees: 2, modifiees: 0, fermees: 0, rejetees: 0 });
    expect(await lire(1)).toMatchObject({
      id: `8${rppsDe(1)}`,
      rpps: rppsDe(1),
      civilite: "Madame",
      nom: "NOM1",
      estMedecinGeneraliste: true,
      estIpa: false,
      exercices: [
        {
          profession: { code: "10", libelle: "Médecin", systeme: "TRE_G15" },
          categorie: "Civil",
          savoirFaire: [{ code: "SM18" }, { code: "SM54", libelle: "Médecine générale", type: "Spécialité ordinale" }],
        },
      ],
      situations: [{ id: expect.any(String) }, { id: expect.any(String) }],
    });
  });

  it("lit les deux en-têtes, et les deux encodages, de la même façon", async () => {
    const lignes = [ligne(1), ligne(2, { "Libellé civilité d'exercice": "Docteur" })];
    await importer(lignes, { variante: "56" });
    const attendu = [await lire(1), await lire(2)];
    const relu = await importer(lignes, { variante: "52", encodage: "windows-1252" });
    expect(relu).toMatchObject({ resultat: "AUCUN_CHANGEMENT", inchangees: 2 });
    expect([await lire(1), await lire(2)]).toEqual(attendu);
    expect(attendu[1]).toMatchObject({
      civilite: "Docteur",
      situations: [{ adresse: { lignes: ["83 Route JEAN JAURÈS"] } }],
    });
  });

  it("donne les mêmes situations quand le genre ordinaire est dit et quand il est tu", async () => {
    await importer([ligne(1)], { variante: "52" });
    const avant = await lire(1);
    const rapport = await importer([ligne(1, { "Code genre d'activité": "GENR01" })]);
    expect(rapport).toMatchObject({ inserees: 0, modifiees: 1, fermees: 0 });
    expect((await lire(1))?.situations.map(({ id }) => id)).toEqual(avant?.situations.map(({ id }) => id));
  });

  it("ne change rien au second passage du même fichier, et le dit", async () => {
    await importer([ligne(1), ligne(2)]);
    const avant = await lire(1);
    expect(await importer([ligne(1), ligne(2)])).toMatchObject({
      resultat: "AUCUN_CHANGEMENT",
      inserees: 0,
      modifiees: 0,
      fermees: 0,
      inchangees: 2,
    });
    expect(await lire(1)).toEqual(avant);
  });

  it("garde l'identifiant d'une situation dont l'adresse ou le téléphone sont corrigés", async () => {
    await importer([ligne(1)]);
    const avant = await lire(1);
    const rapport = await importer(
      [ligne(1, { "Téléphone (coord. structure)": "0511111111", "Numéro Voie (coord. structure)": "85" })],
      {
        jour: "20261201",
      },
    );
    expect(rapport).toMatchObject({ inserees: 0, modifiees: 1, fermees: 0 });
    const apres = await lire(1);
    expect(apres?.situations[0]).toMatchObject({
      id: avant?.situations[0]?.id,
      adresse: { lignes: ["85 Route JEAN JAURÈS"] },
      contacts: [
        { canal: "TELEPHONE", valeur: "0511111111", diffusion: "PUBLIQUE", misAJourLe: "2026-12-01", source: "RPPS" },
      ],
      provenance: { source: "RPPS", millesime: "2026-12-01" },
    });
  });

  it("distingue deux activités que seule l'adresse sépare, et laisse la ligne répétée", async () => {
    const ailleurs = ligne(1, { "Numéro Voie (coord. structure)": "12" });
    const rapport = await importer([ligne(1), ailleurs, ailleurs]);
    expect(rapport).toMatchObject({ lues: 3, inserees: 2, rejets: [{ code: "LIGNE_EN_DOUBLE", lignes: [4] }] });
    const ids = (await lire(1))?.situations.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(2);
    expect(ids.filter((id) => id.endsWith("-2"))).toHaveLength(1);
  });

  it("laisse de côté, ligne par ligne, ce qui n'est pas une activité de l'annuaire", async () => {
    const rapport = await importer(
      [
        ligne(1),
        ligne(2, { "Code secteur d'activité": "SA50" }),
        ligne(3, { "Identifiant PP": "89900000000" }),
        ligne(4, { "Type d'identifiant PP": "0", "Identifiant PP": "099999999" }),
        ligne(5, { "Nom d'exercice": "" }),
        ligne(6, { "Code profession": "" }),
      ],
      { brut: ["8|coupée|"] },
    );
    expect(rapport).toMatchObject({
      lues: 7,
      inserees: 1,
      rejetees: 6,
      rejets: [
        { code: "SECTEUR_SA50", lignes: [3] },
        { code: "RPPS_INVALIDE", lignes: [4] },
        { code: "IDENTIFIANT_ADELI", lignes: [5] },
        { code: "NOM_ABSENT", lignes: [6] },
        { code: "PROFESSION_ABSENTE", lignes: [7] },
        { code: "NOMBRE_DE_COLONNES", lignes: [8] },
      ],
    });
  });

  it("refuse un fichier d'un autre format, en nommant ce qui manque", async () => {
    const fichier = await ecrireFichier([]);
    await expect(
      annuaire.ecrire((client) => importerRpps(client, { fichier: fichier.replace(/[^/]*$/, "absent.txt") })),
    ).rejects.toThrow();
    await expect(annuaire.ecrire((client) => importerRpps(client, { fichier: "/etc/hostname" }))).rejects.toThrow(
      /colonnes absentes.*« identifiant pp »/,
    );
  });

  it("garde une coordinatrice (GENR08) sans la dire soignante, et une personne sans activité de même", async () => {
    const sansActivite = {
      "Code secteur d'activité": "",
      "Code mode exercice": "",
      "Identifiant technique de la structure": "",
      "Raison sociale site": "",
    };
    await importer([ligne(1, { "Code genre d'activité": "GENR08" }), ligne(2, sansActivite)]);
    expect(await lire(1)).toMatchObject({
      situations: [{ soignante: false, genreActivite: { code: "GENR08", libelle: "Coordination et orientation" } }],
    });
    expect(await lire(2)).toMatchObject({ situations: [{ soignante: false, modeExercice: null }] });
  });
});

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
