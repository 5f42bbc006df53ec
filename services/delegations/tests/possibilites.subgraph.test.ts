import { countStatements } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type BancDePossibilites,
  LYON,
  ouvrirBancDePossibilites,
  type Possibilite,
  QUI_PEUT,
} from "./banc-de-possibilites.ts";

let banc: BancDePossibilites;
beforeAll(async () => {
  banc = await ouvrirBancDePossibilites();
});
afterAll(() => banc.fermer());

describe("Qui peut réaliser un acte", () => {
  it.each([
    ["72 ans", { age: 72 }, "OUI", "72 ans"],
    ["11 ans", { age: 11 }, "OUI", "11 ans"],
    ["10 ans", { age: 10 }, "NON", "10 ans : en dessous de 11 ans"],
    ["5 ans", { age: 5 }, "NON", "5 ans : en dessous de 11 ans"],
    ["un âge inconnu", {}, "INCONNU", "âge inconnu"],
  ])("le vaccin contre la grippe par le pharmacien, pour %s", async (_age, patient, verdict, constat) => {
    const { eligibilite, ...possibilite } = await banc.selon("D10", { acte: "VACCINATION_GRIPPE", patient });
    expect(eligibilite.verdict).toBe(verdict);
    expect(eligibilite.conditions).toContainEqual({ code: "AGE_MINIMUM", verdict, constat });
    expect(possibilite).toMatchObject({
      professions: ["21"],
      cadres: ["PHARMACIE"],
      habilitations: ["VACCINATION_DECLAREE_ORDRE", "VACCINATION_ADMINISTRATION"],
      codeInsee: "69123",
      rayonKm: 30,
    });
  });

  it("rend d'abord ce qui est permis, puis ce qui manque d'un fait, puis ce qui est exclu, éteint compris", async () => {
    const rendues = await banc.quiPeut({ acte: "VACCINATION_GRIPPE", patient: { age: 72 } });
    const verdicts = rendues.map(({ eligibilite }) => eligibilite.verdict);
    expect(verdicts).toEqual(["OUI", "OUI", "OUI", "OUI", "INCONNU", "NON"]);
    expect(rendues.at(-1)?.delegation.code).toBe("D28");
  });

  it("ne dit jamais OUI sous un texte qui n'a pas été relu", async () => {
    const { eligibilite } = await banc.selon("D46", { acte: "VACCINATION_GRIPPE", patient: { age: 72 } });
    expect(eligibilite.verdict).toBe("INCONNU");
    expect(eligibilite.conditions).toContainEqual({
      code: "RELECTURE",
      verdict: "INCONNU",
      constat: "à vérifier sur le texte",
    });
  });

  it.each([
    ["2022-06-01", 1, false],
    ["2022-09-01", 2, true],
    ["2024-01-01", 3, true],
  ])("l'angine au %s se juge sur la version %d ; la CPTS est un cadre admis : %s", async (le, version, admise) => {
    const possibilite = await banc.selon("D01", { acte: "ANGINE", patient: { age: 30 }, le });
    expect(possibilite.delegation.version).toBe(version);
    expect(possibilite.cadres.includes("CPTS")).toBe(admise);
    expect(possibilite.habilitations).toContain("EQUIPE_PROTOCOLE_D01");
  });

  it.each(
    [
      ["D03", "LOMBALGIE_AIGUE"],
      ["D04", "ENTORSE_CHEVILLE"],
      ["D05", "RHINITE_ALLERGIQUE"],
      ["D32", "VARICELLE_ENFANT"],
    ].flatMap(([code = "", acte = ""]) =>
      (
        [
          ["2022-06-01", 1, false],
          ["2023-08-31", 2, true],
          ["2023-09-01", 3, false],
        ] as const
      ).map(([le, version, admise]) => [code, acte, le, version, admise] as const),
    ),
  )("%s (%s) au %s se juge sur la version %d ; la CPTS y est admise : %s", async (code, acte, le, version, admise) => {
    const possibilite = await banc.selon(code, { acte, patient: { age: 30 }, le });
    expect(possibilite.delegation.version).toBe(version);
    expect(possibilite.cadres.includes("CPTS")).toBe(admise);
  });

  it("nomme les équipes déclarées de la plus proche à la plus lointaine, dans le rayon, à la date", async () => {
    const angine = { acte: "ANGINE", patient: { age: 30 } };
    const lieux = ({ equipes }: Possibilite) => equipes.map(({ equipe }) => equipe.structure.id);
    const { equipes } = await banc.selon("D01", angine);
    expect(equipes.map(({ equipe, distanceKm }) => [equipe.structure.id, Math.round(distanceKm)])).toEqual([
      ["MSP-PROCHE", 1],
      ["MSP-MOYENNE", 4],
      ["MSP-LOINTAINE", 21],
    ]);
    expect(lieux(await banc.selon("D01", { ...angine, proximite: { ...LYON, rayonKm: 10 } }))).toEqual([
      "MSP-PROCHE",
      "MSP-MOYENNE",
    ]);
    expect(lieux(await banc.selon("D01", { ...angine, le: "2024-02-29" }))).toEqual([]);
  });

  it("prend la commune la plus proche d'un point, et mesure depuis ce point", async () => {
    const proximite = { position: { latitude: 45.949, longitude: 4.836 }, rayonKm: 2 };
    const possibilite = await banc.selon("D01", { acte: "ANGINE", patient: { age: 30 }, proximite });
    expect(possibilite.codeInsee).toBe("69123");
    expect(possibilite.equipes.map(({ equipe }) => equipe.structure.id)).toEqual(["MSP-LOINTAINE"]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["un acte inconnu", { acte: "VACCIN_GRIPE" }, "acte"],
    ["un âge impossible", { patient: { age: 131 } }, "patient.age"],
    ["deux âges qui se contredisent", { patient: { age: 5, ageMois: 72 } }, "patient.ageMois"],
    ["un critère inconnu", { patient: { criteres: [{ code: "FIEVER", present: true }] } }, "patient.criteres"],
    [
      "un critère dit deux fois",
      { patient: { criteres: [true, false].map((present) => ({ code: "FIEVRE", present })) } },
      "patient.criteres",
    ],
    ["une commune inconnue", { proximite: { codeInsee: "69999" } }, "proximite.codeInsee"],
    ["aucun lieu", { proximite: {} }, "proximite"],
    ["deux lieux", { proximite: { codeInsee: "69123", position: { latitude: 45, longitude: 4 } } }, "proximite"],
    ["un point loin de tout", { proximite: { position: { latitude: 0, longitude: 0 } } }, "proximite.position"],
    ["un rayon infime", { proximite: { codeInsee: "69123", rayonKm: 1e-320 } }, "proximite.rayonKm"],
    ["un rayon nul", { proximite: { codeInsee: "69123", rayonKm: 0 } }, "proximite.rayonKm"],
  ])("refuse %s en nommant le champ, sans répéter ce qui est dit de la personne", async (_titre, variables, champ) => {
    const demande = { acte: "ANGINE", patient: {}, proximite: LYON, ...variables };
    const { errors = [] } = await banc.demander(QUI_PEUT, demande);
    expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: "BAD_USER_INPUT", champ }]);
    expect(errors[0]?.message).not.toMatch(/131|72|FIEVER/);
  });

  it("répond en trois requêtes SQL, quel que soit le nombre de délégations", async () => {
    const demander = (acte: string) =>
      countStatements(() => banc.demander(QUI_PEUT, { acte, patient: { age: 30 }, proximite: LYON }));
    const [une, plusieurs] = [await demander("ANGINE"), await demander("VACCINATION_GRIPPE")];
    expect(une.statements).toHaveLength(3);
    expect(plusieurs.statements).toHaveLength(3);
  });
});
