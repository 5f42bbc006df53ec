import { beforeAll, describe, expect, it } from "@jest/globals";
import { type GraphQLSchema, isInterfaceType, isObjectType, isUnionType, resolveSchemaCoordinate } from "graphql";
import { codeSpans, tableRows } from "./markdown-table.ts";
import { readApiSchema, readText } from "./repository.ts";

const ENTREES = tableRows(readText("docs/glossaire.md"), /^\p{L}/u).filter(({ cells }) => cells[1]?.includes("`"));

/** Query, Mutation, and what pages are made of: machinery, not words of the trade. */
const MACHINERY = /^(Query|Mutation|PageInfo|.+(Connection|Edge))$/;

describe("Le glossaire", () => {
  let schema: GraphQLSchema;
  beforeAll(() => {
    schema = readApiSchema();
  });

  it("explique chaque type du schéma qui est un mot du métier", () => {
    const expliques = new Set(ENTREES.flatMap(({ cells: [, lieu = ""] }) => codeSpans(lieu)));
    const mots = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) || isInterfaceType(type) || isUnionType(type))
      .map(({ name }) => name)
      .filter((name) => !name.startsWith("__") && !MACHINERY.test(name));
    expect(mots.filter((mot) => !expliques.has(mot))).toEqual([]);
  });

  it("ne nomme que ce qui est dans le schéma", () => {
    const absents = ENTREES.flatMap(({ line, cells: [, lieu = ""] }) =>
      codeSpans(lieu)
        .filter((coordonnee) => resolveSchemaCoordinate(schema, coordonnee) === undefined)
        .map((coordonnee) => `ligne ${line} : ${coordonnee}`),
    );
    expect(absents).toEqual([]);
  });

  it("range ses entrées par ordre alphabétique, chacune une seule fois", () => {
    const mots = ENTREES.map(({ cells: [mot = ""] }) => mot);
    expect(mots).toEqual([...new Set(mots)].toSorted(new Intl.Collator("fr").compare));
  });

  it("donne à chaque mot un sens", () => {
    expect(ENTREES.filter(({ cells }) => cells.length !== 3 || cells[2] === "").map(({ line }) => line)).toEqual([]);
  });
});
