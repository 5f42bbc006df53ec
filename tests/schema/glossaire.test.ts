import { type DocumentNode, Kind } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { codeSpans, tableRows } from "./markdown-table.ts";
import { readApi, readText } from "./repository.ts";
import { elementsOf } from "./schema-elements.ts";

/** Words that live in the schema: those to come have no coordinate yet. */
const ENTREES = tableRows(readText("docs/glossaire.md"), /^\p{L}/u).filter(({ cells }) => cells[1]?.includes("`"));

/** Query, Mutation, and what pages are made of: machinery, not words of the trade. */
const MACHINERY = /^(Query|Mutation|PageInfo|.+(Connection|Edge))$/;
const WORDS: readonly string[] = [
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
];

describe("Le glossaire", () => {
  let api: DocumentNode;
  beforeAll(() => {
    api = readApi();
  });

  it("explique chaque type du schéma qui est un mot du métier", () => {
    const expliques = new Set(ENTREES.flatMap(({ cells: [, lieu = ""] }) => codeSpans(lieu)));
    const mots = api.definitions.flatMap((node) =>
      WORDS.includes(node.kind) && "name" in node && node.name !== undefined ? [node.name.value] : [],
    );
    expect(mots.filter((mot) => !MACHINERY.test(mot) && !expliques.has(mot))).toEqual([]);
  });

  it("ne nomme que ce qui est dans le schéma", () => {
    const coordonnees = new Set(elementsOf(api).map(({ coordinate }) => coordinate));
    const absents = ENTREES.flatMap(({ line, cells: [, lieu = ""] }) =>
      codeSpans(lieu)
        .filter((coordonnee) => !coordonnees.has(coordonnee))
        .map((coordonnee) => `ligne ${line} : ${coordonnee}`),
    );
    expect(absents).toEqual([]);
  });

  it("range ses entrées par ordre alphabétique, chacune une seule fois", () => {
    const mots = ENTREES.map(({ cells: [mot = ""] }) => mot);
    expect(mots).toEqual([...new Set(mots)].toSorted(new Intl.Collator("fr").compare));
  });

  it("donne à chaque mot un sens", () => {
    const sansSens = ENTREES.filter(({ cells }) => cells.length !== 3 || cells[2] === "");
    expect(sansSens.map(({ line }) => line)).toEqual([]);
  });
});
