import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DefautDeLigne, LignesBrutes } from "../src/lignes-brutes.ts";

const COLONNES = 4;
const POSITIONS = [0, 2, 3];

/** Fields with what published files hold: accents, spaces at the ends, exotic spaces, control characters, nothing. */
const champ = fc.oneof(
  fc.constantFrom(
    "",
    "",
    " ",
    "ÉLODIE",
    "L'HÔPITAL",
    " à gauche",
    "à droite ",
    "\u00a0insécable\u00a0",
    "a\u0000b",
    "a\u0001b",
    "tab\tici",
    "\u2003",
  ),
  fc.string({ unit: "grapheme" }).map((texte) => texte.replace(/[|\n\r]/g, "")),
);

/** A line as bytes: sound, too short, too long, cut in a character, or empty. */
const ligne = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .array(champ, { minLength: COLONNES, maxLength: COLONNES })
      .map((champs) => Buffer.from(`${champs.join("|")}|`)),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(champ, { minLength: 1, maxLength: COLONNES + 3 })
      .map((champs) => Buffer.from(champs.join("|"))),
  },
  { weight: 1, arbitrary: fc.constant(Buffer.concat([Buffer.from("a|b|c"), Buffer.from([0xc3]), Buffer.from("|d|")])) },
  { weight: 1, arbitrary: fc.constant(Buffer.alloc(0)) },
);

type Lecture = { readonly ecrites: string[]; readonly defauts: [number, DefautDeLigne][]; readonly lues: number };

/** The same reading, line by line as text: slow and plain. */
function lireCommeDuTexte(lignes: readonly Buffer[]): Lecture {
  const lecture: Lecture = { ecrites: [], defauts: [], lues: lignes.filter(({ length }) => length > 0).length };
  lignes.forEach((octets, rang) => {
    const texte = octets.toString("utf8");
    if (texte === "") return;
    const champs = texte.split("|");
    const numero = rang + 2;
    if (!Buffer.from(texte).equals(octets)) lecture.defauts.push([numero, "ENCODAGE"]);
    else if (champs.length < COLONNES || champs.slice(COLONNES).some((fantome) => fantome.trim() !== ""))
      lecture.defauts.push([numero, "NOMBRE_DE_COLONNES"]);
    else {
      const lus = POSITIONS.map((position) =>
        (champs[position] ?? "")
          .replaceAll("\u0000", "")
          .replace(/\p{Cc}+/gu, " ")
          .trim(),
      );
      lecture.ecrites.push([numero, ...lus].join("|"));
    }
  });
  return lecture;
}

function lire(blocs: readonly (readonly Buffer[])[], fin: string): Lecture {
  const defauts: [number, DefautDeLigne][] = [];
  const lignes = new LignesBrutes({ nombreDeColonnes: COLONNES, positions: POSITIONS }, 1, (numero, defaut) => {
    defauts.push([numero, defaut]);
  });
  const ecrites = blocs.flatMap((bloc) =>
    bloc.length === 0
      ? []
      : lignes
          .trier(Buffer.concat(bloc.flatMap((octets) => [octets, Buffer.from(fin)])))
          .toString("utf8")
          .split("\n")
          .slice(0, -1),
  );
  return { ecrites, defauts, lues: lignes.lues };
}

describe("La lecture d'un fichier par ses octets", () => {
  it("donne ce que donne sa lecture comme texte, ligne pour ligne, quelle que soit la découpe", () => {
    fc.assert(
      fc.property(
        fc.array(ligne, { maxLength: 30 }),
        fc.nat(30),
        fc.constantFrom("\n", "\r\n"),
        (lignes, coupe, fin) => {
          expect(lire([lignes.slice(0, coupe), lignes.slice(coupe)], fin)).toEqual(lireCommeDuTexte(lignes));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("compte chaque ligne : gardée, ou écartée avec sa raison", () => {
    fc.assert(
      fc.property(fc.array(ligne, { maxLength: 30 }), (lignes) => {
        const { ecrites, defauts, lues } = lire([lignes], "\n");
        expect(ecrites.length + defauts.length).toBe(lues);
      }),
    );
  });
});
