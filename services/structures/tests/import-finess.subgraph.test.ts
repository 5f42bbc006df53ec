import { finessValide } from "@coordination/referentiels";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importerFiness } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { importerLesCommunes } from "./communes-de-test.ts";
import { avecFichier } from "./fichiers.ts";

const ENTETE = "finess;etalab;111;2026-05-12";
/** A `structureet` row of 32 fields; only what a test looks at is filled. */
const etablissement = (
  finess: string,
  { nom = "MSP DES TILLEULS", commune = "053", departement = "01", categorie = "603", voie = "" } = {},
) =>
  `structureet;${finess};010000495;${nom};;;;4;R;${voie};;;${commune};${departement};AIN;01000 BOURG EN BRESSE;0474000000;;${categorie};Libellé;;;;;;;;;2012-05-01;;2026-01-02;`;
const position = (
  finess: string,
  x: string,
  y: string,
  source = "1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93,2154",
) => `geolocalisation;${finess};${x};${y};${source};2026-05-12`;

/** Eight characters and the key that makes them a FINESS number. */
const cleFiness = (corps: string): string => [..."0123456789"].map((cle) => corps + cle).find(finessValide) ?? corps;

describe("L'import de FINESS", () => {
  let annuaire: AnnuaireDeTest;
  beforeAll(async () => {
    annuaire = await ouvrirAnnuaire();
    await importerLesCommunes(annuaire);
  });
  afterAll(() => annuaire.fermer());

  const importer = (contenu: string | Buffer, options: { accepterLesFermetures?: boolean } = {}) =>
    avecFichier(contenu, (fichier) =>
      annuaire.ecrire(async (client) => (await importerFiness(client, { ...options, fichier })).toJSON()),
    );
  const lire = async (finess: string) =>
    (
      await annuaire.demander<{ structure: Record<string, unknown> | null }>(
        `query($finess: Finess) { structure(finess: $finess) {
          id nom type categorie { code libelle } adresse { lignes codePostal ville codeInsee } commune { codeInsee } fermeeLe
          position { latitude longitude precision } contacts { valeur } provenance { source millesime } identifiants { systeme valeur } } }`,
        { finess },
      )
    ).structure;

  it("lit établissement et position, corrige le libellé 603 et garde l'entité juridique", async () => {
    const nom = '"MSP ""LES TILLEULS"""';
    const contenu = [
      ENTETE,
      etablissement("010000024", { nom, voie: "DES TILLEULS" }),
      position("010000024", "870215.7", "6571590.5"),
    ];
    expect(await importer(contenu.join("\n"))).toMatchObject({ lues: 3, inserees: 1, rejetees: 0 });
    expect(await lire("010000024")).toEqual({
      id: "1010000024",
      nom: 'MSP "LES TILLEULS"',
      type: "MSP",
      categorie: { code: "603", libelle: "Maison de santé" },
      adresse: { lignes: ["4 R DES TILLEULS"], codePostal: "01000", ville: "BOURG EN BRESSE", codeInsee: "01053" },
      commune: { codeInsee: "01053" },
      fermeeLe: null,
      position: { latitude: 46.222745, longitude: 5.208596, precision: "ADRESSE" },
      contacts: [{ valeur: "0474000000" }],
      provenance: { source: "FINESS", millesime: "2026-05-12" },
      identifiants: [
        { systeme: "FINESS_ET", valeur: "010000024" },
        { systeme: "FINESS_EJ", valeur: "010000495" },
      ],
    });
  });

  it("n'écrit rien la seconde fois, et ferme ce qui a disparu dans les seuls départements du fichier", async () => {
    const premier = [
      ENTETE,
      etablissement("010000024"),
      etablissement("010000065"),
      etablissement("690000013", { commune: "266", departement: "69" }),
    ];
    await importer(premier.join("\n"));
    expect(await importer(premier.join("\n"))).toMatchObject({ resultat: "AUCUN_CHANGEMENT", inchangees: 3 });
    const ainSeul = ["finess;etalab;111;2026-06-12", etablissement("010000024")];
    expect(await importer(ainSeul.join("\n"))).toMatchObject({ inserees: 0, modifiees: 0, fermees: 1, inchangees: 1 });
    expect(await lire("010000065")).toMatchObject({ fermeeLe: "2026-06-12" });
    expect(await lire("690000013")).toMatchObject({ fermeeLe: null });
    expect(await importer(premier.join("\n"))).toMatchObject({ modifiees: 1, fermees: 0 });
    expect(await lire("010000065")).toMatchObject({ fermeeLe: null });
  });

  it("place dans la commune d'aujourd'hui ce qui porte encore le code d'une commune d'hier", async () => {
    await annuaire.ecrire((client) =>
      client.query("insert into structures.commune_ancienne (code, commune) values ('01398', '01034')"),
    );
    const numero = cleFiness("01000077");
    await importer([ENTETE, etablissement(numero, { commune: "398" })].join("\n"), { accepterLesFermetures: true });
    expect(await lire(numero)).toMatchObject({
      commune: { codeInsee: "01034" },
      position: { latitude: 45.76, precision: "COMMUNE" },
    });
  });

  it("est refusé quand il fermerait plus d'un dixième d'un département, et rien n'est écrit", async () => {
    const finess = Array.from({ length: 60 }, (_, rang) => cleFiness(`2600${String(rang + 1).padStart(4, "0")}`));
    const lignes = finess.map((numero) => etablissement(numero, { departement: "26", commune: "362" }));
    await importer([ENTETE, ...lignes].join("\n"));
    const tronque = ["finess;etalab;111;2026-06-12", ...lignes.slice(0, 9)].join("\n");
    await expect(importer(tronque)).rejects.toThrow(
      /fermerait 51 structures sur 60 .*département 26 : 51 sur 60.*--accepter-les-fermetures/,
    );
    expect(await lire(finess.at(-1) ?? "")).toMatchObject({ fermeeLe: null, provenance: { millesime: "2026-05-12" } });
    expect(await importer(tronque, { accepterLesFermetures: true })).toMatchObject({ fermees: 51, inchangees: 9 });
  });

  it("rejette chaque ligne inutilisable avec sa raison et son numéro", async () => {
    const contenu = [
      ENTETE,
      etablissement("010000025"),
      etablissement("010000024"),
      etablissement("010000024"),
      "structureet;010000065;trop court",
      "autrechose;010000065",
      etablissement("010000081", { nom: "" }),
      etablissement("010000081", { categorie: "6O3" }),
      'structureet;010000081;"mal fermé;',
      position("010000081", "870215.7", "6571590.5"),
      position("010000024", "870215.7", "6571590.5", "1,X,100,IGN,Y,Z,LUNE"),
      position("010000024", "6571590.5", "870215.7"),
    ];
    const { lues, rejets } = (await importer(contenu.join("\n"))) as {
      lues: number;
      rejets: { code: string; lignes: number[] }[];
    };
    expect(lues).toBe(contenu.length);
    expect(Object.fromEntries(rejets.map(({ code, lignes }) => [code, lignes]))).toEqual({
      FINESS_INVALIDE: [2],
      DOUBLON: [4],
      NOMBRE_DE_CHAMPS: [5],
      SECTION_INCONNUE: [6],
      NOM_ABSENT: [7],
      CATEGORIE_INVALIDE: [8],
      ILLISIBLE: [9],
      GEOLOCALISATION_ORPHELINE: [10],
      PROJECTION_INCONNUE: [11],
      COORDONNEES_INVALIDES: [12],
    });
  });

  it("place au centre de sa commune ce qui n'a pas de position, sans effacer une position précise", async () => {
    await importer([ENTETE, etablissement("010000081")].join("\n"));
    expect(await lire("010000081")).toMatchObject({
      position: { latitude: 46.2, longitude: 5.22, precision: "COMMUNE" },
    });
    await importer([ENTETE, etablissement("010000081"), position("010000081", "870215.7", "6571590.5")].join("\n"));
    expect(await importer([ENTETE, etablissement("010000081")].join("\n"))).toMatchObject({
      resultat: "AUCUN_CHANGEMENT",
    });
    expect(await lire("010000081")).toMatchObject({ position: { precision: "ADRESSE" } });
  });

  it("lit le Windows-1252 et les départements d'outre-mer", async () => {
    const contenu = [
      ENTETE,
      etablissement("970400024", { nom: "MAISON DE SANTÉ DE L'ÉTOILE", commune: "411", departement: "9D" }),
    ];
    await importer(Buffer.from(contenu.join("\r\n"), "latin1"));
    expect(await lire("970400024")).toMatchObject({
      nom: "MAISON DE SANTÉ DE L'ÉTOILE",
      adresse: { codeInsee: "97411" },
    });
  });

  it("garde, sans commune, une structure dont la commune n'est pas reconnue, et le dit", async () => {
    const { signalements } = (await importer(
      [ENTETE, etablissement("980501506", { commune: "606", departement: "9Z" })].join("\n"),
    )) as {
      signalements: { code: string; lignes: number[] }[];
    };
    expect(signalements).toContainEqual(expect.objectContaining({ code: "COMMUNE_NON_RECONNUE", lignes: [2] }));
    expect(await lire("980501506")).toMatchObject({ commune: null, position: null });
  });

  it("lit par nom de colonne un fichier à en-tête, dans un autre ordre", async () => {
    const contenu = [
      "categetab;nofinesset;rs;cog;ligneacheminement;coordx;coordy;sourcegeocod;datemaj;colonne nouvelle",
      "124;010000099;CENTRE DE SANTE;01053;01000 BOURG EN BRESSE;870215.7;6571590.5;2,ATLASANTE,84,IGN,BD_ADRESSE,V2.2,LAMBERT_93;2020-11-24;?",
    ];
    expect(await importer(contenu.join("\n"))).toMatchObject({ lues: 2, inserees: 1, rejetees: 0 });
    expect(await lire("010000099")).toMatchObject({
      type: "CENTRE_DE_SANTE",
      position: { latitude: 46.222745, precision: "RUE" },
      provenance: { millesime: "2020-11-24" },
    });
  });

  it("refuse un fichier qui n'est pas de FINESS", async () => {
    await expect(importer("nom,prenom\na,b")).rejects.toThrow("n'est pas une extraction FINESS");
  });
});
