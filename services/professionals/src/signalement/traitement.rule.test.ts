import { StatutSignalement } from "@coordination/vocabulaire";
import { describe, expect, it } from "vitest";
import { demandeUneReponse, peutPasserA } from "./traitement.rule.ts";

const STATUTS = Object.values(StatutSignalement);

describe("Le traitement d'un signalement", () => {
  it("va de reçu à transmis, corrigé ou rejeté, puis de transmis à corrigé ou rejeté, et ne revient pas", () => {
    const passages = STATUTS.flatMap((de) => STATUTS.filter((a) => peutPasserA(de, a)).map((a) => `${de} > ${a}`));
    expect(passages.toSorted()).toEqual([
      "RECU > CORRIGE",
      "RECU > REJETE",
      "RECU > TRANSMIS",
      "TRANSMIS > CORRIGE",
      "TRANSMIS > REJETE",
    ]);
  });

  it("se motive quand il est un rejet", () => {
    expect(STATUTS.filter(demandeUneReponse)).toEqual(["REJETE"]);
  });
});
