import { countStatements } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demander, type MaisonDeTest, ouvrirMaisonDeTest } from "./maison.fixture.ts";

type Verdict = "OUI" | "NON" | "INCONNU";
interface Eligibilite {
  readonly verdict: Verdict;
  readonly conditions: readonly { code: string; libelle: string; verdict: Verdict; constat: string | null }[];
}
interface Possibilite {
  readonly delegation: {
    code: string;
    intitule: string;
    fondements: { texte: string }[];
    relecture: { niveau: string };
  };
  readonly eligibilite: Eligibilite;
  readonly equipes: { distanceKm: number; equipe: { structure: { nom: string }; conformite: Eligibilite } }[];
  readonly professionnels: {
    distanceKm: number;
    situation: {
      professionnel: { nom: string; prenom: string };
      profession: { code: string };
      structure: { type: string } | null;
    };
    eligibilite: Eligibilite;
  }[];
}

const QUESTION = `query QuiPeut($acte: ID!, $patient: PatientInput!, $premiers: Int!) {
  quiPeutRealiser(acte: $acte, patient: $patient, proximite: { codeInsee: "69266", rayonKm: 20 }) {
    delegation { code intitule fondements { texte date url } relecture { niveau } }
    eligibilite { verdict conditions { code libelle verdict constat } }
    equipes { distanceKm equipe { structure { nom } conformite { verdict conditions { code libelle verdict constat } } } }
    professionnels(first: $premiers) {
      distanceKm
      situation { professionnel { nom prenom } profession { code } structure { type } }
      eligibilite { verdict conditions { code libelle verdict constat } }
    }
  }
}`;

/** What the texts admit as a place, for the acts whose setting the directory can know. */
const CADRES: Readonly<Record<string, readonly string[]>> = {
  D10: ["PHARMACIE"],
  D21: [
    "ETABLISSEMENT_DE_SANTE",
    "EHPAD",
    "ETABLISSEMENT_HANDICAP",
    "MSP",
    "CENTRE_DE_SANTE",
    "ESP",
    "EQUIPE_SOINS_SPECIALISES",
  ],
  D42: ["ETABLISSEMENT_DE_SANTE"],
  D44: ["PHARMACIE"],
};

let maison: MaisonDeTest;
beforeAll(async () => {
  maison = await ouvrirMaisonDeTest({ jeu: "demo" });
}, 180_000);
afterAll(() => maison.stop());

async function quiPeut(acte: string, patient: object, premiers = 10): Promise<Possibilite[]> {
  const { data, errors } = await demander(maison, QUESTION, { acte, patient, premiers });
  expect(errors).toBeUndefined();
  return (data as { quiPeutRealiser: Possibilite[] }).quiPeutRealiser;
}
const selon = async (code: string, acte: string, patient: object, premiers?: number): Promise<Possibilite> => {
  const possibilite = (await quiPeut(acte, patient, premiers)).find(({ delegation }) => delegation.code === code);
  if (possibilite === undefined) throw new Error(`${code} ne couvre pas ${acte}`);
  return possibilite;
};
const absents = (...codes: string[]) => codes.map((code) => ({ code, present: false }));
const ANGINE = { age: 30, criteres: absents("VOYAGE_TROPICAL_RECENT", "VACCIN_DIPHTERIE_ANCIEN") };

describe("Qui peut réaliser cet acte, ici", () => {
  it("dit en une question le texte, les conditions, les équipes déclarées, et qui exerce autour", async () => {
    const angine = await selon("D01", "ANGINE", ANGINE);
    expect(angine.delegation.intitule).toContain("odynophagie");
    expect(angine.delegation.fondements.length).toBeGreaterThan(0);
    expect(angine.eligibilite.verdict).toBe("OUI");
    expect(angine.equipes.length).toBeGreaterThan(0);
    for (const { distanceKm, equipe } of angine.equipes) {
      expect(distanceKm).toBeLessThanOrEqual(20);
      expect(equipe.structure.nom).not.toBe("");
      expect(equipe.conformite.conditions.map(({ code }) => code)).toContain("UN_DELEGANT");
    }
    // A protocol goes through its declared teams; one's own competence, through whoever practises around.
    expect(angine.professionnels).toEqual([]);
    const { professionnels } = await selon("D08", "ANGINE", { ...ANGINE, sexe: "MASCULIN" });
    expect(professionnels.length).toBeGreaterThan(0);
    const distances = professionnels.map(({ distanceKm }) => distanceKm);
    expect(distances).toEqual(distances.toSorted((une, autre) => une - autre));
    expect(Math.max(...distances)).toBeLessThanOrEqual(20);
    for (const { situation } of professionnels) {
      expect(situation.profession.code).toBe("21");
      expect(situation.professionnel.nom).not.toBe("");
    }
  });

  it.each([
    ["D10", "VACCINATION_GRIPPE", { age: 72 }],
    ["D21", "KINESITHERAPIE_SANS_PRESCRIPTION", { criteres: absents("HUIT_SEANCES_FAITES") }],
    ["D42", "IVG_INSTRUMENTALE", { criteres: [{ code: "GROSSESSE_14_SEMAINES", present: true }] }],
    [
      "D44",
      "DEPISTAGE_CANCER_COLORECTAL",
      { age: 60, criteres: absents("SYMPTOME_COLORECTAL", "TEST_COLORECTAL_2_ANS") },
    ],
  ])(
    "%s : juge le cadre de chaque professionnel, et dit INCONNU quand l'annuaire ne connaît pas le lieu",
    async (code, acte, patient) => {
      const { eligibilite, professionnels } = await selon(code, acte, patient, 50);
      expect(eligibilite.verdict).toBe("OUI");
      for (const { situation, eligibilite: sienne } of professionnels) {
        const cadre = sienne.conditions.find((condition) => condition.code === "CADRE");
        const type = situation.structure?.type;
        // Those in a known place that the text does not admit are not shown at all.
        if (type === undefined) expect(cadre?.verdict).toBe("INCONNU");
        else if (CADRES[code]?.includes(type)) expect(cadre?.verdict).toBe("OUI");
        else expect(sienne.verdict).not.toBe("OUI");
      }
    },
  );

  it("garde INCONNU, jamais OUI, le professionnel dont la formation n'est pas déclarée", async () => {
    const { professionnels } = await selon("D10", "VACCINATION_GRIPPE", { age: 72 }, 50);
    const formation = ({ eligibilite }: Possibilite["professionnels"][number]) =>
      eligibilite.conditions.find(({ code }) => code === "VACCINATION_ADMINISTRATION")?.verdict;
    expect(new Set(professionnels.map(formation))).toEqual(new Set(["OUI", "INCONNU"]));
    for (const professionnel of professionnels.filter((un) => formation(un) === "INCONNU")) {
      expect(professionnel.eligibilite.verdict).toBe("INCONNU");
    }
  });

  it("ne coûte pas plus de requêtes SQL pour cinquante professionnels que pour cinq", async () => {
    const compter = async (premiers: number) => {
      const variables = { acte: "VACCINATION_GRIPPE", patient: { age: 72 }, premiers };
      return (await countStatements(() => demander(maison, QUESTION, variables))).statements.length;
    };
    await compter(5);
    expect(await compter(50)).toBe(await compter(5));
  });
});
