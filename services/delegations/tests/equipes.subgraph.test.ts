import { countStatements, withAdminClient } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chargerDemonstration } from "../src/index.ts";
import { type Banc, DECLARATIONS, enTransaction, ouvrirBanc, publierLieux } from "./banc.ts";

interface Connexion {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly {
    readonly distanceKm: number | null;
    readonly node: { readonly id: string; readonly structure: { readonly id: string } };
  }[];
}

const EQUIPES = `query Equipes($proximite: ProximiteInput, $first: Int!, $after: String) {
  delegation(code: "D01") { equipes(proximite: $proximite, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { distanceKm node { id structure { id } } } } } }`;

describe("Les équipes de protocole", () => {
  let banc: Banc;
  beforeAll(async () => {
    banc = await ouvrirBanc();
  });
  afterAll(() => banc.fermer());

  const equipes = async (variables: Record<string, unknown>): Promise<Connexion> => {
    const lu = await banc.lire<{ delegation: { equipes: Connexion } }>(EQUIPES, { first: 100, ...variables });
    return lu.delegation.equipes;
  };
  const parcourir = async (proximite: object | null): Promise<string[]> => {
    const lieux: string[] = [];
    let after: string | null = null;
    do {
      const page = await equipes({ proximite, first: 1, after });
      lieux.push(...page.edges.map(({ node }) => node.structure.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    return lieux;
  };

  it("se lisent une à une, de la plus proche à la plus lointaine ; une structure fermée n'en a plus", async () => {
    const autour = { codeInsee: "69123", rayonKm: 30 };
    expect((await equipes({ proximite: autour })).totalCount).toBe(3);
    expect(await parcourir(autour)).toEqual(["MSP-PROCHE", "MSP-MOYENNE", "MSP-LOINTAINE"]);
  });

  it("se lisent sans lieu, celles dont on ignore la position comprises", async () => {
    const toutes = await equipes({});
    expect(toutes.totalCount).toBe(4);
    expect(toutes.edges.map(({ distanceKm }) => distanceKm)).toEqual([null, null, null, null]);
    expect(await parcourir(null)).toEqual(toutes.edges.map(({ node }) => node.structure.id));
  });

  it("s'ajoutent à tout le catalogue sans une requête SQL de plus par délégation", async () => {
    const membres = "delegants { id } delegues { professionnel { id } formationAttesteeLe organisme }";
    const { result, statements } = await countStatements(() =>
      banc.demander(`{ delegations(first: 50) { edges { node { code equipes(proximite: { codeInsee: "69123" }) {
        totalCount edges { node { id delegation { intitule } ${membres} } } } } } } }`),
    );
    expect(result.errors).toBeUndefined();
    // The catalogue, the commune, the pages, their totals, the members.
    expect(statements).toHaveLength(5);
  });

  it("disent qui délègue, à qui, et quelle formation est attestée", async () => {
    const [proche] = (await equipes({ proximite: { codeInsee: "69123" } })).edges;
    const { data } = await banc.demander(
      `query Equipe($id: ID!) { equipeProtocole(id: $id) { declareeLe finieLe delegation { code } structure { id }
        delegants { id } delegues { professionnel { id } formationAttesteeLe organisme } } }`,
      { id: proche?.node.id },
    );
    expect(data?.equipeProtocole).toEqual({
      declareeLe: "2024-03-01",
      finieLe: null,
      delegation: { code: "D01" },
      structure: { id: "MSP-PROCHE" },
      delegants: [{ id: "810000000001" }],
      delegues: [
        {
          professionnel: { id: "820000000001" },
          formationAttesteeLe: "2024-02-01",
          organisme: "Organisme d'exemple",
        },
        { professionnel: { id: "830000000001" }, formationAttesteeLe: null, organisme: null },
      ],
    });
    expect((await banc.demander('{ equipeProtocole(id: "absente") { id } }')).data).toEqual({ equipeProtocole: null });
  });

  it("répondent aux références des autres services, par date, en quatre requêtes SQL", async () => {
    const query = `query Entites($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Structure { equipesProtocole { id } avant: equipesProtocole(le: "2024-02-29") { id } }
      ... on Professionnel { equipesProtocole { structure { id } } }
      ... on EquipeProtocole { structure { id } } } }`;
    const [proche] = (await equipes({ proximite: { codeInsee: "69123" } })).edges;
    const representations = [
      { __typename: "Structure", id: "MSP-PROCHE" },
      { __typename: "Structure", id: "1INCONNUE" },
      { __typename: "Professionnel", id: "810000000001" },
      { __typename: "Professionnel", id: "830000000003" },
      { __typename: "EquipeProtocole", id: proche?.node.id },
      { __typename: "EquipeProtocole", id: "absente" },
    ];
    const { result, statements } = await countStatements(() => banc.demander(query, { representations }));
    expect(result).toEqual({
      data: {
        _entities: [
          { equipesProtocole: [{ id: proche?.node.id }], avant: [] },
          { equipesProtocole: [], avant: [] },
          { equipesProtocole: [{ structure: { id: "MSP-PROCHE" } }] },
          { equipesProtocole: [{ structure: { id: "MSP-MOYENNE" } }] },
          { structure: { id: "MSP-PROCHE" } },
          null,
        ],
      },
    });
    // Structures today, structures before, people, teams.
    expect(statements).toHaveLength(4);
  });

  it("ne se déclarent pas deux fois, et pas pour un texte absent du catalogue", async () => {
    await enTransaction(banc.base.adminUrl, (client) => chargerDemonstration(client, DECLARATIONS));
    expect((await equipes({})).totalCount).toBe(4);
    const [equipe] = DECLARATIONS.equipes;
    if (equipe === undefined) throw new Error("the declarations have a team");
    const absente = { equipes: [{ ...equipe, delegation: "D99" }] };
    await expect(enTransaction(banc.base.adminUrl, (client) => chargerDemonstration(client, absente))).rejects.toThrow(
      "Délégations absentes du catalogue : D99.",
    );
  });

  it("tiennent leurs lieux des importateurs : un second passage n'écrit rien", async () => {
    const versions = () =>
      withAdminClient(banc.base.adminUrl, async (client) => {
        const { rows } = await client.query(
          `select code_insee as cle, xmin::text from delegations.commune_connue
           union all select id, xmin::text from delegations.structure_connue order by cle`,
        );
        return rows;
      });
    const avant = await versions();
    await enTransaction(banc.base.adminUrl, publierLieux);
    expect(await versions()).toEqual(avant);
  });
});
