import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conjuguer, type Verdict, verdict } from "./verdict.ts";

const unVerdict = fc.constantFrom<Verdict>("OUI", "NON", "INCONNU");

describe("La conjonction de verdicts", () => {
  it("ne dépend pas de l'ordre", () => {
    const melange = fc
      .array(unVerdict)
      .chain((verdicts) =>
        fc.tuple(
          fc.constant(verdicts),
          fc.shuffledSubarray(verdicts, { minLength: verdicts.length, maxLength: verdicts.length }),
        ),
      );
    fc.assert(fc.property(melange, ([verdicts, autres]) => conjuguer(autres) === conjuguer(verdicts)));
  });

  it("ne dit jamais OUI quand un verdict est inconnu, et toujours NON quand un est NON", () => {
    fc.assert(
      fc.property(fc.array(unVerdict), fc.array(unVerdict), (avant, apres) => {
        expect(conjuguer([...avant, "INCONNU", ...apres])).not.toBe("OUI");
        expect(conjuguer([...avant, "NON", ...apres])).toBe("NON");
      }),
    );
  });

  it("se compose : juger par paquets revient à tout juger", () => {
    fc.assert(
      fc.property(
        fc.array(unVerdict),
        fc.array(unVerdict),
        (a, b) => conjuguer([conjuguer(a), conjuguer(b)]) === conjuguer([...a, ...b]),
      ),
    );
  });
});

describe("Le verdict d'un fait", () => {
  it("est INCONNU quand le fait est absent, quel que soit le prédicat", () => {
    fc.assert(
      fc.property(fc.boolean(), fc.constantFrom(null, undefined), (reponse, absent) => {
        expect(verdict(absent, () => reponse)).toBe("INCONNU");
      }),
    );
  });

  it("suit le booléen ou le prédicat quand le fait est connu", () => {
    expect([verdict(true), verdict(false)]).toEqual(["OUI", "NON"]);
    expect([verdict(3, (n) => n > 2), verdict(0, (n) => n > 2), verdict(false, (b) => !b)]).toEqual([
      "OUI",
      "NON",
      "OUI",
    ]);
  });
});
