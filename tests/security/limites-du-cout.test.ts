import { describe, expect, it } from "vitest";
import { maisonAttaquee, refus } from "./limites.fixture.ts";

const { attaquer, demander } = maisonAttaquee({ coutMaximum: 5_000, coutParMinute: 1_000_000 });

const communes = (first: string, corps = "nom") => `communes(recherche: "Vi", first: ${first}) { ${corps} }`;

describe("Une requête trop chère est refusée avant d'être exécutée", () => {
  const cent = (corps: string): string =>
    `structures(first: 100) { edges { node { professionnels(first: 100) { ${corps} } } } }`;

  it.each<[string, string, object?]>([
    ["pages dans des pages", `{ ${cent("edges { node { nom } }")} }`],
    [
      "pages dont la taille est une variable",
      `query ($n: Int!) { structures(first: $n) { edges { node { professionnels(first: $n) { edges { node { nom } } } } } } }`,
      { n: 100 },
    ],
    [
      "pages dont la taille est le défaut d'une variable",
      `query ($n: Int! = 100) { structures(first: $n) { edges { node { professionnels(first: $n) { edges { node { nom } } } } } } }`,
    ],
    [
      "pages cachées dans des fragments",
      `{ structures(first: 100) { ...A } } fragment A on StructureConnection { edges { node { ...B } } } fragment B on Structure { professionnels(first: 100) { edges { node { nom } } } }`,
    ],
    [
      "pages sous un seul type possible",
      `{ structures(first: 100) { edges { node { ... on Cpts { membres(first: 100) { edges { node { depuis } } } } } } } }`,
    ],
    [
      "pages en alias",
      `{ ${[1, 2, 3, 4].map((rang) => `a${rang}: structures(first: 100) { edges { node { professionnels(first: 15) { edges { node { nom } } } } } }`).join(" ")} }`,
    ],
    [
      "listes sans page, l'une dans l'autre",
      `{ structures(first: 100) { edges { node { zoneIntervention { cpts { zoneIntervention { nom } } } } } } }`,
    ],
  ])("%s", async (_attaque, query, variables = {}) => {
    const { statut, corps } = await attaquer(query, { variables, accept: "application/json" });
    expect(statut).toBe(400);
    expect(corps.data).toBeUndefined();
    expect(refus(corps)).toEqual([{ code: "COST_EXCEEDED", cout: expect.any(Number), maximum: 5_000 }]);
    expect(corps.extensions?.cost).toMatchObject({ actual: 0 });
  });
});

describe("Une page demande de 1 à 100 éléments", () => {
  const PAR_VARIABLE = "query ($n: Int!) { structures(first: $n) { totalCount } }";

  it.each<[string, string, object?]>([
    ["cent un", "{ structures(first: 101) { totalCount } }"],
    ["deux milliards", "{ structures(first: 2000000000) { totalCount } }"],
    ["zéro", "{ structures(first: 0) { totalCount } }"],
    ["moins un", "{ structures(first: -1) { totalCount } }"],
    ["cent un par une variable", PAR_VARIABLE, { n: 101 }],
    ["moins un par une variable", PAR_VARIABLE, { n: -1 }],
    ["cent un par défaut", "query ($n: Int! = 101) { structures(first: $n) { totalCount } }"],
    ["cent un sous un alias", "{ a: structures(first: 101) { totalCount } }"],
    [
      "cent un dans une page",
      "{ structures(first: 1) { edges { node { professionnels(first: 101) { totalCount } } } } }",
    ],
    [
      "cent un sous un type possible",
      "{ structures(first: 1) { edges { node { ... on Msp { membres(first: 101) { totalCount } } } } } }",
    ],
    ["cent un sans page à la réponse", `{ ${communes("101")} }`],
  ])("%s : refusé", async (_nombre, query, variables = {}) => {
    const { statut, corps } = await attaquer(query, { variables, accept: "application/json" });
    expect(statut).toBe(400);
    expect(corps.data).toBeUndefined();
    expect(refus(corps)).toEqual([expect.objectContaining({ code: "BAD_USER_INPUT", champ: "first", maximum: 100 })]);
  });

  it.each<[string, unknown]>([
    ["un texte", "100"],
    ["un décimal", 1.5],
    ["un nombre hors des entiers", 1e20],
    ["une liste", [1, 2]],
    ["un objet", { a: 1 }],
    ["rien", null],
  ])("%s n'est pas un nombre d'éléments", async (_valeur, n) => {
    const { corps } = await attaquer(PAR_VARIABLE, { variables: { n } });
    expect(corps.data).toBeUndefined();
    expect(refus(corps).map((extensions) => extensions?.code)).toEqual(["BAD_USER_INPUT"]);
  });

  it("de tout autre nombre que ses bornes, répond", async () => {
    const { corps } = await demander(`{ a: ${communes("1")} b: ${communes("100")} }`);
    expect(corps.errors).toBeUndefined();
  });
});

describe("Chaque réponse dit son coût", () => {
  it("demandé et réel, et ce qui reste, en en-têtes aussi", async () => {
    const { corps, entetes } = await demander(`{ ${communes("20", "nom departement { nom }")} }`);
    const { communes: rendues } = corps.data as { communes: unknown[] };
    expect(rendues.length).toBeGreaterThan(5);
    const cost = corps.extensions?.cost as { requested: number; actual: number; remaining: number };
    expect(cost).toMatchObject({ requested: 40, actual: rendues.length * 2, remaining: expect.any(Number) });
    expect(entetes.get("ratelimit-policy")).toBe('"cost";q=1000000;w=60');
    expect(entetes.get("ratelimit")).toMatch(new RegExp(`^"cost";r=${cost.remaining};t=\\d+$`));
  });

  it("compte ce que les variables laissent de côté", async () => {
    const query = `query ($n: Int!, $non: Boolean!) { communes(recherche: "Vi", first: $n) { nom departement @skip(if: $non) { nom } } }`;
    const [avec, sans] = await Promise.all([false, true].map((non) => demander(query, { variables: { n: 7, non } })));
    expect(avec?.corps.extensions?.cost).toMatchObject({ requested: 14 });
    expect(sans?.corps.extensions?.cost).toMatchObject({ requested: 7 });
  });

  it("même refusée", async () => {
    for (const query of [
      "{",
      "{ inconnu }",
      "{ structures(first: 101) { totalCount } }",
      `{ ${"__typename ".repeat(3_000)} }`,
    ]) {
      const { corps } = await demander(query);
      expect(corps.extensions?.cost).toMatchObject({ actual: 0, remaining: expect.any(Number) });
    }
  });
});
