import type { Verdict } from "@coordination/rules";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AUJOURDHUI, type Banc, ouvrirBanc } from "./banc.ts";
import { ACCES_ET_EXPERIMENTATIONS } from "./cas/acces-et-experimentations.cas.ts";
import { COMPETENCES } from "./cas/competences.cas.ts";
import { criteresDe, type PersonneDeCas } from "./cas/personne-de-cas.ts";
import { PROTOCOLES } from "./cas/protocoles.cas.ts";
import { codesDuCatalogue } from "./catalogue-du-projet.ts";

const QUESTION = `query($acte: ID!, $patient: PatientInput!, $codeInsee: CodeInsee!, $le: Date!) {
  quiPeutRealiser(acte: $acte, patient: $patient, proximite: { codeInsee: $codeInsee }, le: $le) {
    delegation { code } eligibilite { verdict conditions { code libelle verdict constat } source relueLe }
  }
}`;
interface Reponse {
  readonly quiPeutRealiser: readonly {
    readonly delegation: { readonly code: string };
    readonly eligibilite: {
      readonly verdict: Verdict;
      readonly conditions: readonly {
        readonly code: string;
        readonly verdict: Verdict;
        readonly constat: string | null;
      }[];
      readonly source: string;
    };
  }[];
}

const CAS = [...PROTOCOLES, ...COMPETENCES, ...ACCES_ET_EXPERIMENTATIONS];

describe("Qui peut réaliser cet acte, demandé par l'API", () => {
  let banc: Banc;
  beforeAll(async () => {
    banc = await ouvrirBanc();
  });
  afterAll(() => banc.fermer());

  async function juger(code: string, acte: string, personne: PersonneDeCas) {
    const { criteres, codeInsee = "69123", le = AUJOURDHUI, ...patient } = personne;
    const { quiPeutRealiser } = await banc.lire<Reponse>(QUESTION, {
      acte,
      patient: { ...patient, criteres: criteresDe(criteres) },
      codeInsee,
      le,
    });
    const possibilite = quiPeutRealiser.find(({ delegation }) => delegation.code === code);
    if (possibilite === undefined) throw new Error(`${code} ne couvre pas ${acte}`);
    return possibilite.eligibilite;
  }

  it("est éprouvé pour chaque délégation du catalogue, par plus de soixante cas", () => {
    expect([...new Set(CAS.map(({ code }) => code))].toSorted()).toEqual(codesDuCatalogue());
    expect(CAS.flatMap(({ ecarts }) => ecarts).length).toBeGreaterThan(60);
  });

  describe.each(CAS.map((cas) => [cas.code, cas.acte, cas] as const))("%s, %s", (code, acte, cas) => {
    it(`rend ${cas.verdict} pour la personne tout juste concernée`, async () => {
      expect((await juger(code, acte, cas.toutJuste)).verdict).toBe(cas.verdict);
    });

    it.each(cas.ecarts.map((ecart) => [...ecart] as const))("%s", async (_situation, ecart, attendu, condition) => {
      const { verdict, conditions, source } = await juger(code, acte, { ...cas.toutJuste, ...ecart });
      expect(conditions.find((une) => une.code === condition)?.verdict).toBe(attendu);
      // The sentence decides: an entry to be verified, or a NON elsewhere, may only make the whole worse.
      if (attendu === "NON") expect(verdict).toBe("NON");
      if (attendu === "INCONNU") expect(verdict).not.toBe("OUI");
      if (attendu === "OUI" && cas.verdict === "OUI") expect(verdict).toBe("OUI");
      expect(source).not.toBe("");
    });
  });
});
