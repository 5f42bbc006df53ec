import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finessValide, normaliserRpps, rppsValide, siretValide } from "./identifiants.ts";

const chiffres = (nombre: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: nombre, maxLength: nombre }).map((suite) => suite.join(""));

/** Any body has exactly one valid last digit: it is found by trying the ten. */
function completer(corps: string, valide: (valeur: string) => boolean): string {
  const cles = [..."0123456789"].filter((cle) => valide(corps + cle));
  expect(cles).toHaveLength(1);
  return corps + cles.join("");
}

const formats: readonly [string, fc.Arbitrary<string>, (valeur: string) => boolean][] = [
  ["RPPS", chiffres(10), rppsValide],
  ["FINESS", chiffres(8), finessValide],
  [
    "FINESS corse",
    fc.tuple(fc.constantFrom("2A", "2B"), chiffres(6)).map(([prefixe, suite]) => prefixe + suite),
    finessValide,
  ],
  ["SIRET hors La Poste", chiffres(13).filter((corps) => !corps.startsWith("3")), siretValide],
];

describe("La clé de contrôle", () => {
  it.each(formats)("%s : changer un chiffre, un seul, rend le numéro invalide", (_nom, corps, valide) => {
    fc.assert(
      fc.property(corps, fc.nat(), fc.integer({ min: 1, max: 9 }), (debut, rang, ecart) => {
        const numero = completer(debut, valide);
        const positions = [...numero].flatMap((caractere, position) => (/\d/.test(caractere) ? [position] : []));
        const position = positions[rang % positions.length] ?? 0;
        const autre = (Number(numero.charAt(position)) + ecart) % 10;
        expect(valide(numero.slice(0, position) + autre + numero.slice(position + 1))).toBe(false);
      }),
    );
  });

  it("normaliser un RPPS est stable, et vaut pour ses deux écritures", () => {
    fc.assert(
      fc.property(chiffres(10), (corps) => {
        const rpps = completer(corps, rppsValide);
        expect(normaliserRpps(rpps)).toBe(rpps);
        expect(normaliserRpps(`8${rpps}`)).toBe(rpps);
      }),
    );
  });
});
