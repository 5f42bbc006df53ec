import { describe, expect, it } from "vitest";
import {
  categories,
  estIpa,
  estMedecinGeneraliste,
  findCategorie,
  findGenreActivite,
  findModeExercice,
  findProfession,
  findSavoirFaire,
  findSecteur,
  genreSoignant,
  nomenclatureDesCategories,
  nomenclatureDesGenres,
  nomenclatureDesModes,
  nomenclatureDesSavoirFaire,
  nomenclatureDesSecteurs,
  nomenclaturesDesProfessions,
  professions,
  savoirFaireDeProfession,
  secteurExclu,
  typeDeStructure,
} from "./index.ts";

describe("Les nomenclatures", () => {
  it.each([
    ...nomenclaturesDesProfessions,
    nomenclatureDesSavoirFaire,
    nomenclatureDesGenres,
    nomenclatureDesModes,
    nomenclatureDesSecteurs,
    nomenclatureDesCategories,
  ])("$code cite son système, sa version et sa source", (nomenclature) => {
    expect(nomenclature.systeme).toMatch(new RegExp(`^https://mos\\.esante\\.gouv\\.fr/NOS/${nomenclature.code}-`));
    expect(nomenclature.version).not.toBe("");
    expect(nomenclature.source).not.toBe("");
    expect(nomenclature.licence).toBe("Licence Ouverte 2.0");
  });
});

describe("Les professions", () => {
  it("ont chacune un code unique", () => {
    expect(new Set(professions.map(({ code }) => code)).size).toBe(professions.length);
  });

  it("réunissent santé, social et usagers de titre", () => {
    expect(findProfession("10")).toMatchObject({ libelle: "Médecin", systeme: expect.stringContaining("TRE_G15") });
    expect(findProfession("41")).toMatchObject({
      libelle: "Assistant de service social",
      systeme: expect.stringContaining("TRE_R94"),
    });
    expect(findProfession("71")).toMatchObject({ libelle: "Ostéopathe", systeme: expect.stringContaining("TRE_R95") });
  });

  it("prennent le psychologue dans TRE_R95, où son code vit", () => {
    expect(findProfession("93")).toMatchObject({ libelle: "Psychologue", systeme: expect.stringContaining("TRE_R95") });
  });

  it("nomment encore une profession retirée, sans la proposer", () => {
    expect(findProfession("97")?.libelle).toBe("Conseiller en génétique");
    expect(professions.map(({ code }) => code)).not.toContain("97");
  });

  it("ne devinent pas un code inconnu", () => {
    expect(findProfession("00")).toBeNull();
  });
});

describe("Les savoir-faire", () => {
  it("vont aux professions que leur code désigne", () => {
    expect(savoirFaireDeProfession("60").map(({ code }) => code)).toEqual(["SI01", "SI02", "SI03", "SI04", "SI05"]);
    expect(savoirFaireDeProfession("40").map(({ code }) => code)).toEqual(["SCD01", "SCD02", "SCD03"]);
    expect(savoirFaireDeProfession("10").map(({ code }) => code)).toContain("SM54");
    expect(savoirFaireDeProfession("70")).toEqual([]);
  });

  it("se partagent entre ces professions sans reste", () => {
    const partages = ["10", "40", "60"].flatMap((profession) => savoirFaireDeProfession(profession));
    expect(partages).toHaveLength(savoirFaireDeProfession().length);
    expect(findSavoirFaire("SM54")).toEqual({
      code: "SM54",
      libelle: "Médecine générale",
      type: "Spécialité ordinale",
    });
  });

  it.each([
    ["10", ["SM54"], true],
    ["10", ["SM04", "SM26"], true],
    ["10", ["SM53"], true],
    ["10", ["SM04"], false],
    ["10", [], false],
    ["60", ["SM54"], false],
  ])("la profession %s avec %j est généraliste : %s", (profession, codes, attendu) => {
    expect(estMedecinGeneraliste(profession, codes)).toBe(attendu);
  });

  it.each([
    ["60", ["SI01"], true],
    ["60", ["SI05"], true],
    ["60", [], false],
    ["10", ["SI01"], false],
  ])("la profession %s avec %j est IPA : %s", (profession, codes, attendu) => {
    expect(estIpa(profession, codes)).toBe(attendu);
  });
});

describe("L'activité", () => {
  it.each([
    ["GENR01", true],
    ["GENR03", true],
    ["GENR08", false],
    ["GENR04", false],
    ["GENR13", false],
    ["GENR99", false],
    ["GENR77", false],
    ["", true],
    [null, true],
  ])("de genre %j est soignante : %s", (genre, attendu) => {
    expect(genreSoignant(genre)).toBe(attendu);
  });

  it("du secteur SA50 ne sert qu'à facturer", () => {
    expect(secteurExclu("SA50")).toBe(true);
    expect(secteurExclu("SA07")).toBe(false);
    expect(secteurExclu(null)).toBe(false);
  });

  it("nomme ses codes", () => {
    expect(findGenreActivite("GENR08")?.libelle).toBe("Coordination et orientation");
    expect(findModeExercice("L")?.libelle).toBe("Libéral, indépendant, artisan, commerçant");
    expect(findSecteur("SA52")?.libelle).toBe("Maison de santé ou Pôle de santé");
    expect(findSecteur("SA99")).toBeNull();
  });
});

describe("Les catégories d'établissement", () => {
  it("sont les 312 de la source, chacune avec ses trois agrégats", () => {
    expect(categories).toHaveLength(312);
    expect(categories.filter(({ agregats }) => agregats.length !== 3)).toEqual([]);
  });

  it("corrigent à l'affichage le libellé de la maison de santé, et gardent celui de la source", () => {
    expect(findCategorie("603")).toMatchObject({
      libelle: "Maison de santé",
      libelleSource: "Maison de santé (L.6223-3)",
    });
  });

  it.each([
    ["603", "MSP"],
    ["124", "CENTRE_DE_SANTE"],
    ["439", "CENTRE_DE_SANTE"],
    ["604", "CPTS"],
    ["606", "DAC"],
    ["620", "PHARMACIE"],
    ["641", "PHARMACIE"],
    ["632", "AUTRE"],
    ["611", "LABORATOIRE"],
    ["617", "MAISON_MEDICALE_DE_GARDE"],
    ["639", "SOCIETE_TELECONSULTATION"],
    ["647", "EQUIPE_SOINS_SPECIALISES"],
    ["648", "SAS"],
    ["500", "EHPAD"],
    ["502", "EHPAD"],
    ["202", "AUTRE"],
    ["354", "SERVICE_A_DOMICILE"],
    ["209", "SERVICE_A_DOMICILE"],
    ["460", "SERVICE_A_DOMICILE"],
    ["127", "SERVICE_A_DOMICILE"],
    ["156", "SANTE_MENTALE"],
    ["292", "SANTE_MENTALE"],
    ["101", "ETABLISSEMENT_DE_SANTE"],
    ["355", "ETABLISSEMENT_DE_SANTE"],
    ["698", "ETABLISSEMENT_DE_SANTE"],
    ["696", "AUTRE"],
    ["114", "ETABLISSEMENT_DE_SANTE"],
    ["115", "CENTRE_MEDICAL_ARMEES"],
    ["182", "ETABLISSEMENT_HANDICAP"],
    ["464", "ETABLISSEMENT_HANDICAP"],
    ["463", "SERVICE_SOCIAL"],
    ["601", "CABINET"],
    ["320", "SAMU"],
    ["300", "AUTRE"],
    ["999", "AUTRE"],
  ])("la catégorie %s est du type %s", (categorie, type) => {
    expect(typeDeStructure(categorie)).toBe(type);
  });
});
