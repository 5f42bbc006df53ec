import { countStatements } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Banc, ouvrirBanc } from "./banc.ts";

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string };
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: { readonly code: string; readonly version: number };
  }[];
}

describe("Le catalogue des délégations", () => {
  let banc: Banc;
  beforeAll(async () => {
    banc = await ouvrirBanc();
  });
  afterAll(() => banc.fermer());

  const CODES = `query Codes($filtre: DelegationFiltre, $le: Date, $first: Int!, $after: String) {
    delegations(filtre: $filtre, enVigueurLe: $le, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor node { code version } }
    }
  }`;
  const page = async (variables: Record<string, unknown>): Promise<Page> =>
    (await banc.lire<{ delegations: Page }>(CODES, { first: 100, ...variables })).delegations;
  const codes = async (variables: Record<string, unknown>) =>
    (await page(variables)).edges.map(({ node }) => node.code);

  it("se lit page après page, par code, sans trou ni doublon", async () => {
    const tout = await codes({});
    const parcourus: string[] = [];
    let after: string | null = null;
    do {
      const suivante = await page({ first: 7, after });
      expect(suivante.totalCount).toBe(tout.length);
      expect(suivante.pageInfo.hasPreviousPage).toBe(after !== null);
      parcourus.push(...suivante.edges.map(({ node }) => node.code));
      after = suivante.pageInfo.hasNextPage ? suivante.pageInfo.endCursor : null;
    } while (after !== null);
    expect(parcourus).toEqual(tout);
    expect(parcourus).toEqual(parcourus.toSorted());
    expect(tout.length).toBeGreaterThanOrEqual(20);
  });

  it("refuse un curseur d'une autre recherche, et une page hors bornes", async () => {
    const { edges } = await page({ first: 1 });
    const autre = { first: 1, after: edges[0]?.cursor, filtre: { acte: "ANGINE" } };
    expect(await erreur(CODES, autre)).toEqual(["BAD_USER_INPUT", "after"]);
    expect(await erreur(CODES, { first: 101 })).toEqual(["BAD_USER_INPUT", "first"]);
  });

  it("est celui du jour demandé", async () => {
    expect(await codes({ le: "2017-12-01" })).toEqual(expect.arrayContaining(["D28"]));
    expect(await codes({ le: "2017-12-01" })).not.toContain("D10");
    expect(await codes({})).toContain("D10");
    expect(await codes({})).not.toContain("D28");
  });

  it("ne rend qu'une version par délégation, celle du jour", async () => {
    const version = async (le: string) =>
      (await page({ le })).edges.find(({ node }) => node.code === "D01")?.node.version;
    expect([await version("2022-06-01"), await version("2022-09-01"), await version("2024-01-01")]).toEqual([1, 2, 3]);
  });

  it.each([
    [{ acte: "ANGINE" }, ["D01"]],
    [{ recherche: "mal de gorge" }, ["D01"]],
    [{ natures: ["COMPETENCE_PROPRE"], professionDeleguee: "50", acte: "VACCINATION_GRIPPE" }, ["D12"]],
  ])("se filtre : %j", async (filtre, attendus) => {
    expect(await codes({ filtre })).toEqual(expect.arrayContaining(attendus));
    expect((await codes({ filtre })).length).toBeLessThan(5);
  });

  it.each([
    [{ acte: "ANGINNE" }, "filtre.acte"],
    [{ professionDeleguee: "987" }, "filtre.professionDeleguee"],
    [{ recherche: "a".repeat(101) }, "filtre.recherche"],
  ])("refuse un filtre qui ne désigne rien : %j", async (filtre, champ) => {
    expect(await erreur(CODES, { first: 5, filtre })).toEqual(["BAD_USER_INPUT", champ]);
  });

  it("montre toute une délégation en une requête SQL, sans identité", async () => {
    const { result, statements } = await countStatements(() =>
      banc.demander(`{ delegation(code: "D10") {
        code version intitule resumeGrandPublic nature formation enVigueurDepuis enVigueurJusquA
        delegants { code } delegues { code libelle systeme } savoirFaireDelegues savoirFaireDelegants
        actes { code gestes } conditions { code objet libelle verifieePar }
        fondements { texte date url article } relecture { niveau relueLe source } remplacee { code }
      } }`),
    );
    expect(result.errors).toBeUndefined();
    expect(result.data?.delegation).toMatchObject({
      code: "D10",
      nature: "COMPETENCE_PROPRE",
      delegants: [],
      delegues: [{ code: "21", libelle: "Pharmacien", systeme: "TRE_G15" }],
      enVigueurDepuis: "2023-08-10",
      enVigueurJusquA: null,
      relecture: { niveau: "SOURCES_CONCORDANTES", relueLe: "2026-11-22" },
      remplacee: { code: "D28" },
      conditions: expect.arrayContaining([
        expect.objectContaining({ code: "AGE_MINIMUM", objet: "PATIENT", verifieePar: "APPRECIEE_D_AVANCE" }),
        expect.objectContaining({ code: "CONTRE_INDICATION", verifieePar: "PROFESSIONNEL" }),
      ]),
      fondements: expect.arrayContaining([
        expect.objectContaining({ url: "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000047948973" }),
      ]),
    });
    // The catalogue has been read already: only its revision is asked.
    expect(statements).toHaveLength(1);
  });

  it("dit ce qu'une version a remplacé, de proche en proche, et ne connaît pas les codes inventés", async () => {
    const { data } = await banc.demander(
      `{ delegation(code: "D01") { version remplacee { version remplacee { version remplacee { version } } } } absente: delegation(code: "D99") { code } }`,
    );
    expect(data).toEqual({
      delegation: { version: 3, remplacee: { version: 2, remplacee: { version: 1, remplacee: null } } },
      absente: null,
    });
  });

  it.each([
    ["vaccin grippe", "VACCINATION_GRIPPE"],
    ["ANGINE", "ANGINE"],
    ["entorse", "ENTORSE_CHEVILLE"],
    ["certificat de décès", "CERTIFICAT_DECES"],
  ])("trouve un acte par les mots que l'on dit : « %s »", async (recherche, attendu) => {
    const { data } = await banc.demander(
      "query Actes($recherche: String) { actes(recherche: $recherche, first: 1) { code } }",
      { recherche },
    );
    expect(data).toEqual({ actes: [{ code: attendu }] });
  });

  it("rend les actes par libellé sans recherche, et borne la liste", async () => {
    const { actes } = await banc.lire<{ actes: { libelle: string }[] }>("{ actes(first: 3) { libelle } }");
    const libelles = actes.map(({ libelle }) => libelle);
    expect(libelles).toEqual(libelles.toSorted((un, autre) => un.localeCompare(autre, "fr")));
    expect(libelles).toHaveLength(3);
    expect(await erreur("{ actes(first: 0) { code } }")).toEqual(["BAD_USER_INPUT", "first"]);
  });

  it("répond aux références des autres services en une requête SQL, nulles quand rien ne correspond", async () => {
    const representations = [
      { __typename: "Delegation", code: "D01" },
      { __typename: "Delegation", code: "D99" },
      { __typename: "Acte", code: "CYSTITE" },
      { __typename: "Acte", code: "RIEN" },
    ];
    const { result, statements } = await countStatements(() =>
      banc.demander(
        `query Entites($representations: [_Any!]!) { _entities(representations: $representations) {
          ... on Delegation { code version } ... on Acte { code libelle } } }`,
        { representations },
      ),
    );
    expect(result).toEqual({
      data: {
        _entities: [
          { code: "D01", version: 3 },
          null,
          { code: "CYSTITE", libelle: "Prise en charge d'une cystite" },
          null,
        ],
      },
    });
    expect(statements).toHaveLength(1);
  });

  /** The code and the field of the only error. */
  async function erreur(query: string, variables: Record<string, unknown> = {}): Promise<unknown[]> {
    const { errors = [] } = await banc.demander(query, variables);
    expect(errors).toHaveLength(1);
    return [errors[0]?.extensions?.code, errors[0]?.extensions?.champ];
  }
});
