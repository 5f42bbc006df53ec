import { getIntrospectionQuery } from "graphql";
import { describe, expect, it } from "vitest";
import { maisonAttaquee, refus } from "./limites.fixture.ts";

const { attaquer, demander } = maisonAttaquee();

const fois = (nombre: number, morceau: (rang: number) => string): string =>
  Array.from({ length: nombre }, (_, rang) => morceau(rang)).join(" ");

/** `corps` under this many fields that lead from one to the next. */
const sous = (niveaux: number, corps: string): string =>
  `${"departement { region { departements { ".repeat(niveaux / 3)}${corps}${" } } }".repeat(niveaux / 3)}`;

const COMMUNE = 'commune(codeInsee: "69266")';
const LISTE = "structures(first: 1)";

/** Fragments that each spread the next twice: 2^n fields in n lines. */
const MULTIPLICATION = `{ ${LISTE} { ...F0 } } ${fois(
  40,
  (rang) => `fragment F${rang} on StructureConnection { ...F${rang + 1} ...F${rang + 1} }`,
)} fragment F40 on StructureConnection { totalCount }`;

describe("Un document trop grand est refusé en 400, et l'API répond encore", () => {
  it.each<[string, string, string]>([
    ["de vingt mille accolades", "jetons", "{ a ".repeat(20_000)],
    ["de vingt mille accolades fermées", "jetons", `${"{ a ".repeat(20_000)}${"}".repeat(20_000)}`],
    ["de cinq mille champs", "jetons", `{ ${"__typename ".repeat(5_000)} }`],
    [
      "d'une liste sans fin",
      "jetons",
      `{ structures(first: 1, filtre: { types: [${"MSP ".repeat(3_000)}] }) { totalCount } }`,
    ],
    ["profond de 60 champs", "profondeur", `{ ${COMMUNE} { ${sous(60, "nom")} } }`],
    [
      "profond par ses fragments",
      "profondeur",
      `{ ${COMMUNE} { ...A } } fragment A on Commune { ${sous(9, "...B")} } fragment B on Departement { region { departements { region { departements { region { nom } } } } } } `,
    ],
    ["de cent alias", "alias", `{ ${COMMUNE} { ${fois(100, (rang) => `a${rang}: nom`)} } }`],
    ["de cent alias de __typename", "alias", `{ ${COMMUNE} { ${fois(100, (rang) => `a${rang}: __typename`)} } }`],
    [
      "d'alias cachés dans un fragment",
      "alias",
      `{ ${COMMUNE} { ...A ...A ...A } } fragment A on Commune { ${fois(10, (rang) => `a${rang}: nom`)} }`,
    ],
    ["de cent directives", "directives", `{ ${COMMUNE} { nom ${"@include(if: true) ".repeat(100)} } }`],
    ["de directives inconnues", "directives", `{ __typename ${"@a ".repeat(500)} }`],
    ["de directives sur ses variables", "directives", `query ($a: Int ${"@a ".repeat(100)}) { __typename }`],
    ["de cent racines", "racines", `{ ${fois(100, () => "__typename")} }`],
    ["de racines en alias", "racines", `{ ${fois(15, (rang) => `a${rang}: ${COMMUNE} { nom }`)} }`],
    ["de racines en fragments", "racines", `{ ${fois(15, () => "... { __typename }")} }`],
    ["de champs répétés", "champs", `{ ${COMMUNE} { ${"nom ".repeat(1_500)} } }`],
    ["de fragments qui se multiplient", "champs", MULTIPLICATION],
  ])("%s (%s)", async (_attaque, limite, query) => {
    const { statut, corps } = await attaquer(query, { accept: "application/json" });
    expect(statut).toBe(400);
    expect(corps.data).toBeUndefined();
    const refusee = refus(corps).find((extensions) => extensions?.limite === limite);
    expect(refusee).toMatchObject({ code: "LIMIT_EXCEEDED", maximum: expect.any(Number) });
    expect(corps.errors?.map(({ message }) => message).join()).toContain(`${limite} : `);
  });
});

describe("Des fragments qui tournent en rond", () => {
  it.each([
    ["sur eux-mêmes", "{ ...A } fragment A on Query { ...A }"],
    ["à deux", "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }"],
    [
      "à cent, chacun vers deux autres",
      `{ ...F0 } ${fois(100, (rang) => `fragment F${rang} on Query { ...F${(rang + 1) % 100} ...F${(rang + 7) % 100} }`)}`,
    ],
    ["sans être employés", `{ __typename } fragment A on Query { ...B } fragment B on Query { ...A }`],
  ])("%s sont refusés aussitôt", async (_ronde, query) => {
    const { statut, corps } = await attaquer(query);
    expect(statut).toBe(400);
    expect(corps.data).toBeUndefined();
    expect(corps.errors?.length).toBeLessThanOrEqual(5);
  });

  it("par milliers sont refusés à la lecture", async () => {
    const ronde = fois(5_000, (rang) => `fragment F${rang} on Query { ...F${(rang + 1) % 5_000} }`);
    const { statut, corps } = await attaquer(`{ ...F0 } ${ronde}`.slice(0, 90_000));
    expect(statut).toBe(400);
    expect(refus(corps)).toEqual([{ code: "LIMIT_EXCEEDED", limite: "jetons", maximum: 2_000 }]);
  });
});

describe("Une opération que le schéma n'a pas", () => {
  it.each(["subscription { __typename }", "subscription A { a: __typename }"])("%s est refusée", async (query) => {
    const { statut, corps } = await attaquer(query);
    expect(statut).toBe(400);
    expect(refus(corps)).toEqual([{ code: "BAD_USER_INPUT", champ: "query" }]);
  });
});

describe("Une réponse d'erreur", () => {
  it("montre cinq fautes de schéma au plus", async () => {
    const { statut, corps } = await attaquer(`{ ${COMMUNE} { ${fois(80, (rang) => `inconnu${rang}`)} } }`);
    expect(statut).toBe(400);
    expect(corps.errors).toHaveLength(5);
  });

  it("montre cinq fautes de variables au plus", async () => {
    const query = "query ($types: [TypeStructure!]) { structures(first: 1, filtre: { types: $types }) { totalCount } }";
    const { corps } = await attaquer(query, { variables: { types: Array.from({ length: 60 }, () => "MS") } });
    expect(corps.errors?.length).toBeGreaterThan(0);
    expect(corps.errors?.length).toBeLessThanOrEqual(5);
    expect(JSON.stringify(corps)).not.toMatch(/Did you mean/i);
  });

  it.each([
    ["un champ", "{ structure { nom } }"],
    ["un champ presque juste", `{ ${COMMUNE} { nmo codePostau } }`],
    ["une racine", "{ comune { nom } }"],
    ["un argument", "{ structures(frist: 1) { totalCount } }"],
    ["un type", "{ __typename ... on Querry { __typename } }"],
    ["un fragment", `{ ${COMMUNE} { ... on Comune { nom } } }`],
    ["une directive", "{ __typename @skp(if: true) }"],
    ["une valeur d'énumération", "{ structures(first: 1, filtre: { types: [MPS] }) { totalCount } }"],
    ["un champ d'entrée", "{ structures(first: 1, filtre: { type: [MSP] }) { totalCount } }"],
    ["une sélection", `{ ${COMMUNE} }`],
  ])("ne souffle pas %s", async (_nom, query) => {
    const { corps } = await attaquer(query);
    expect(corps.errors?.length).toBeGreaterThan(0);
    expect(JSON.stringify(corps)).not.toMatch(/did you mean/i);
  });
});

describe("Ce que les limites laissent passer", () => {
  it("l'introspection de GraphiQL", async () => {
    const { statut, corps } = await demander(getIntrospectionQuery({ inputValueDeprecation: true }));
    expect(statut).toBe(200);
    expect(corps.errors).toBeUndefined();
  });
});
