import { beforeAll, describe, expect, it } from "vitest";
import { catalogueDuProjet } from "../../tests/catalogue-du-projet.ts";
import { type Catalogue, lireCatalogue, type SourcesCatalogue } from "./catalogue.ts";
import type { Nomenclatures } from "./delegation.ts";
import { CatalogueInvalide } from "./erreur-catalogue.ts";
import { delegationsEnVigueur, delegationsPourActe } from "./versions.ts";

const nomenclatures: Nomenclatures = {
  connaitProfession: (code) => ["10", "21"].includes(code),
  connaitSavoirFaire: (code) => code === "SM54",
  connaitTypeStructure: (code) => ["PHARMACIE", "MSP"].includes(code),
};

const FICHE = `code: D90
version: 1
etablieLe: 2026-11-22
intitule: Vaccination d'exemple
resumeGrandPublic: Une phrase simple.
nature: COMPETENCE_PROPRE
delegues: ["21"]
actes: [VACCINATION]
conditions:
  - code: AGE
    objet: PATIENT
    libelle: avoir 11 ans ou plus
    ageMin: 11
fondements:
  - texte: décret d'exemple
enVigueurDepuis: 2023-08-10
relecture: { niveau: TEXTE_OFFICIEL, relueLe: 2026-11-22, source: exemple }
`;

const sources = (...fiches: string[]): SourcesCatalogue => ({
  actes: { nom: "actes.yaml", texte: "- { code: VACCINATION, libelle: Vaccination, gestes: [PRESCRIRE, REALISER] }" },
  criteres: { nom: "criteres.yaml", texte: "- { code: FIEVRE, libelle: fièvre }" },
  habilitations: { nom: "habilitations.yaml", texte: "- { code: ATTESTATION, libelle: attestation }" },
  delegations: fiches.map((texte, rang) => ({ nom: `D90-${rang}.yaml`, texte })),
});

function erreursDe(...fiches: string[]): readonly string[] {
  try {
    lireCatalogue(sources(...fiches), nomenclatures);
    return [];
  } catch (erreur) {
    if (!(erreur instanceof CatalogueInvalide)) throw erreur;
    return erreur.message.split("\n").slice(1);
  }
}

describe("La lecture du catalogue", () => {
  it("accepte une fiche bien écrite", () => {
    expect(erreursDe(FICHE)).toEqual([]);
  });

  it.each<[string, string, string, RegExp]>([
    ["un acte inconnu", "[VACCINATION]", "[VACCINATON]", /^D90-0\.yaml:8 actes\.0 : acte inconnu « VACCINATON »$/],
    ["une profession inconnue", '["21"]', '["12"]', /:7 delegues\.0 : profession inconnue « 12 »/],
    ["une profession sans guillemets", '["21"]', "[21]", /:7 delegues\.0 : .*(chaîne|texte|string)/i],
    ["un champ de trop", "version: 1", "version: 1\nversoin: 2", /versoin/],
    ["un champ qui manque", "intitule: Vaccination d'exemple\n", "", /:1 intitule : /],
    ["un YAML illisible", "delegues: [", "delegues: [[", /^D90-0\.yaml:\d+ YAML illisible/],
    ["une date impossible", "2023-08-10", "2023-13-10", /:16 enVigueurDepuis : une date s'écrit AAAA-MM-JJ/],
    ["une fin avant le début", "relecture:", "enVigueurJusquA: 2022-01-01\nrelecture:", /la fin précède le début/],
    ["un remplacement sans fin", "relecture:", "remplaceePar: D90\nrelecture:", /porte une date de fin/],
    [
      "une remplaçante absente",
      "relecture:",
      "enVigueurJusquA: 2024-01-01\nremplaceePar: D99\nrelecture:",
      /aucune fiche « D99 »/,
    ],
    ["une relecture sans date", "relueLe: 2026-11-22, ", "", /dit à quelle date/],
    ["une fiche à vérifier datée comme relue", "TEXTE_OFFICIEL", "A_VERIFIER", /n'a pas encore été relue/],
    [
      "une condition sans épreuve",
      "    ageMin: 11\n",
      "",
      /:10 conditions\.0 : .*exactement une épreuve ; trouvé : aucune \(condition AGE\)/,
    ],
    ["une condition à deux épreuves", "ageMin: 11", "ageMin: 11\n    sexe: FEMININ", /trouvé : AGE, SEXE/],
    ["une épreuve hors de son objet", "objet: PATIENT", "objet: FORMATION", /FORMATION ne juge pas AGE/],
    ["des âges inversés", "ageMin: 11", "ageMin: 11\n    ageMax: 10", /ageMax est sous ageMin/],
    ["deux bornes basses", "ageMin: 11", "ageMin: 11\n    ageMoisMin: 9", /une seule borne basse/],
    [
      "un critère inconnu",
      "ageMin: 11",
      "critereExclu: FIEVER",
      /:13 conditions\.0\.critereExclu : critère inconnu « FIEVER »/,
    ],
    [
      "un cas inconnu",
      "ageMin: 11",
      "ageMin: 11\n    quand: { critere: RHUME }",
      /quand\.critere : critère inconnu « RHUME »/,
    ],
    [
      "un acte étranger à la fiche",
      "ageMin: 11",
      "ageMin: 11\n    actes: [ANGINE]",
      /n'est pas un acte de cette délégation/,
    ],
    ["un geste que l'acte n'a pas", "ageMin: 11", "ageMin: 11\n    geste: CERTIFIER", /ne comporte pas CERTIFIER/],
    [
      "un type de structure inconnu",
      "objet: PATIENT",
      "objet: CADRE_EXERCICE\n    typesStructure: [GARE]",
      /type de structure inconnu « GARE »/,
    ],
    ["un protocole sans équipe", "COMPETENCE_PROPRE", "PROTOCOLE_NATIONAL", /equipeDeclaree: true/],
  ])("refuse %s, à sa ligne", (_titre, avant, apres, attendu) => {
    const erreurs = erreursDe(FICHE.replace(avant, apres));
    expect(erreurs).toEqual(expect.arrayContaining([expect.stringMatching(attendu)]));
  });

  it("refuse deux cadres que nul lieu ne remplit ensemble : une liste vide se lirait « partout »", () => {
    const cadre = (code: string, type: string) =>
      `  - { code: ${code}, objet: CADRE_EXERCICE, libelle: cadre, typesStructure: [${type}] }\n`;
    const fiche = FICHE.replace("fondements:", `${cadre("ICI", "MSP")}${cadre("LA", "PHARMACIE")}fondements:`);
    expect(erreursDe(fiche)).toEqual([expect.stringContaining("aucun type de structure ne remplit tous les cadres")]);
  });

  it("refuse deux fois la même version, et deux versions en vigueur le même jour", () => {
    expect(erreursDe(FICHE, FICHE)).toEqual([
      expect.stringContaining("D90-0.yaml:2 version : la version 1 de D90 existe deux fois"),
      expect.stringContaining("D90-1.yaml:2 version : la version 1 de D90 existe deux fois"),
    ]);
    const suivante = FICHE.replace("version: 1", "version: 2").replace("2023-08-10", "2024-01-01");
    const longue = FICHE.replace(
      "enVigueurDepuis: 2023-08-10",
      "enVigueurDepuis: 2023-08-10\nenVigueurJusquA: 2024-01-01",
    );
    expect(erreursDe(suivante, longue)).toEqual([expect.stringContaining("la version 1 de D90 est encore en vigueur")]);
  });

  it("arrête la veille de la suivante une version qui ne dit pas sa fin", () => {
    const suivante = FICHE.replace("version: 1", "version: 2").replace("2023-08-10", "2024-01-01");
    const { delegations } = lireCatalogue(sources(suivante, FICHE), nomenclatures);
    expect(delegations.map(({ version, enVigueurJusquA }) => [version, enVigueurJusquA])).toEqual([
      [1, "2023-12-31"],
      [2, null],
    ]);
  });

  it("rend toutes les fautes à la fois", () => {
    expect(erreursDe(FICHE.replace("[VACCINATION]", "[A, B]").replace('["21"]', '["99"]'))).toHaveLength(3);
  });

  it("ne dépend pas de l'ordre des fichiers", () => {
    const autre = FICHE.replace("code: D90", "code: D91");
    expect(lireCatalogue(sources(autre, FICHE), nomenclatures)).toEqual(
      lireCatalogue(sources(FICHE, autre), nomenclatures),
    );
  });
});

describe("Le catalogue du projet", () => {
  let catalogue: Catalogue;
  beforeAll(() => {
    catalogue = catalogueDuProjet();
  });

  const codes = (le: string) => delegationsEnVigueur(catalogue.delegations, le).map(({ code }) => code);

  it("se lit sans faute et compte au moins vingt délégations en vigueur le 22/11/2026", () => {
    expect(codes("2026-11-22").length).toBeGreaterThanOrEqual(20);
  });

  it("au 01/12/2017, a l'expérimentation antigrippale et pas la compétence propre de 2023", () => {
    expect(codes("2017-12-01")).toContain("D28");
    expect(codes("2017-12-01")).not.toContain("D10");
    expect(codes("2026-11-22")).not.toContain("D28");
  });

  it("rend pour un acte les délégations en vigueur et celles qui sont éteintes, une version par code", () => {
    const rendues = delegationsPourActe(catalogue.delegations, "VACCINATION_GRIPPE", "2026-11-22");
    expect(rendues.map(({ code }) => code)).toEqual(["D10", "D11", "D12", "D13", "D28", "D46"]);
  });

  it("n'a aucun critère ni habilitation que personne n'emploie", () => {
    const cites = JSON.stringify(catalogue.delegations.map(({ conditions }) => conditions));
    const inutiles = [...catalogue.criteres, ...catalogue.habilitations].filter(
      ({ code }) => !cites.includes(`"${code}"`),
    );
    expect(inutiles).toEqual([]);
  });

  it("n'a aucun acte que nulle délégation ne couvre", () => {
    const couverts = new Set(catalogue.delegations.flatMap(({ actes }) => actes.map(({ code }) => code)));
    expect(catalogue.actes.filter(({ code }) => !couverts.has(code))).toEqual([]);
  });
});
