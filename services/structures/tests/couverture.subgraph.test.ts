import { countStatements } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AnnuairePeuple, ouvrirAnnuairePeuple } from "./annuaire-peuple.ts";
import { CPTS_BOURG, CPTS_SANS_FINESS } from "./donnees-de-test.ts";

let annuaire: AnnuairePeuple;
beforeAll(async () => {
  annuaire = await ouvrirAnnuairePeuple();
});
afterAll(() => annuaire.fermer());

/** What the CPTS of Bourg is; its territory, 01053 and 01344, is in force since 2024. */
const declarerPhases = (...phases: readonly { readonly phase: string; readonly depuis: string }[]) =>
  annuaire.ecrire(async (client) => {
    await client.query("update structures.structure set ferme_le = null where id = $1", [CPTS_BOURG]);
    await client.query("delete from structures.phase_cpts where structure_id = $1", [CPTS_BOURG]);
    for (const { phase, depuis } of phases) {
      await client.query(
        "insert into structures.phase_cpts (structure_id, depuis, phase, source) values ($1, $2, $3, 'test')",
        [CPTS_BOURG, depuis, phase],
      );
    }
  });
const declarerPhase = (phase: string, depuis: string) => declarerPhases({ phase, depuis });

interface Couverture {
  populationCouverte: number;
  populationTotale: number;
  taux: number;
  le: string;
}
const CHAMPS = "couvertureCpts(le: $le) { populationCouverte populationTotale taux le }";
const ain = async (le: string | null = null) =>
  (
    await annuaire.demander<{ departement: { couvertureCpts: Couverture } }>(
      `query($le: Date) { departement(code: "01") { ${CHAMPS} } }`,
      { le },
    )
  ).departement.couvertureCpts;

describe("La couverture par une CPTS", () => {
  it("compte les habitants des communes du territoire d'une CPTS dont le fonctionnement est déclaré", async () => {
    await declarerPhase("EN_FONCTIONNEMENT", "2025-01-01");
    expect(await ain()).toEqual({
      populationCouverte: 46_700,
      populationTotale: 55_800,
      taux: 46_700 / 55_800,
      le: "2026-11-22",
    });
  });

  it.each<[string, string, string, string | null]>([
    ["en validation ne couvre personne", "EN_VALIDATION", "2025-01-01", null],
    ["ne couvre personne la veille de son fonctionnement", "EN_FONCTIONNEMENT", "2025-01-01", "2024-12-31"],
    ["ne couvre personne avant son territoire", "EN_FONCTIONNEMENT", "2020-01-01", "2023-12-31"],
  ])("une CPTS qui %s", async (_cas, phase, depuis, le) => {
    await declarerPhase(phase, depuis);
    expect(await ain(le)).toMatchObject({ populationCouverte: 0, populationTotale: 55_800, taux: 0 });
  });

  it("d'un jour passé suit la phase de ce jour-là, quoi qu'il soit arrivé depuis", async () => {
    await declarerPhases(
      { phase: "EN_VALIDATION", depuis: "2024-01-01" },
      { phase: "EN_FONCTIONNEMENT", depuis: "2025-01-01" },
      { phase: "DISSOUTE", depuis: "2026-01-01" },
    );
    const couverts = async (le: string) => (await ain(le)).populationCouverte;
    expect(await couverts("2024-12-31")).toBe(0);
    expect(await couverts("2025-01-01")).toBe(46_700);
    expect(await couverts("2025-12-31")).toBe(46_700);
    expect(await couverts("2026-01-01")).toBe(0);
  });

  it("n'est pas gonflée par une CPTS que FINESS connaît sans que rien n'en soit déclaré", async () => {
    await declarerPhases();
    expect((await ain()).populationCouverte).toBe(0);
  });

  it("s'arrête le jour où la CPTS ferme", async () => {
    await declarerPhase("EN_FONCTIONNEMENT", "2025-01-01");
    await annuaire.ecrire((client) =>
      client.query("update structures.structure set ferme_le = '2026-06-01' where id = $1", [CPTS_BOURG]),
    );
    expect((await ain("2026-05-31")).populationCouverte).toBe(46_700);
    expect((await ain("2026-06-01")).populationCouverte).toBe(0);
  });

  it("ne compte qu'une fois une commune de deux territoires, et la part couverte d'une ville à arrondissements", async () => {
    await declarerPhase("EN_FONCTIONNEMENT", "2025-01-01");
    await annuaire.ecrire(async (client) => {
      await client.query(
        "insert into structures.cpts (structure_id, source) values ($1, 'test') on conflict do nothing",
        [CPTS_SANS_FINESS],
      );
      await client.query(
        "insert into structures.phase_cpts (structure_id, depuis, phase, source) values ($1, '2025-01-01', 'EN_FONCTIONNEMENT', 'test')",
        [CPTS_SANS_FINESS],
      );
      await client.query(
        `insert into structures.territoire (id, structure_id, depuis, source) values ('second', $1, '2025-01-01', 'test')`,
        [CPTS_SANS_FINESS],
      );
      await client.query(`insert into structures.territoire_commune select 'second', unnest($1::text[])`, [
        ["01053", "69383"],
      ]);
    });
    expect((await ain()).populationCouverte).toBe(46_700);
    const { region } = await annuaire.demander<{ region: { couvertureCpts: Couverture; population: number } }>(
      `query($le: Date) { region(code: "84") { population ${CHAMPS} } }`,
    );
    // Lyon has 519 000 inhabitants, of whom 100 000 in the 3rd arrondissement.
    expect(region.couvertureCpts).toMatchObject({ populationCouverte: 146_700, populationTotale: region.population });
    expect(region.population).toBe(730_800);
  });

  it("d'une région se lit en trois requêtes, quel que soit le nombre de communes", async () => {
    const { statements } = await countStatements(() =>
      annuaire.demander(`query($le: Date) { region(code: "84") { nom ${CHAMPS} } }`),
    );
    expect(statements).toHaveLength(3);
  });
});

describe("Les communes sans CPTS", () => {
  interface Page {
    departement: {
      communesSansCpts: {
        totalCount: number;
        edges: { node: { codeInsee: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
    };
  }
  const QUESTION = `query($d: ID!, $first: Int!, $after: String, $le: Date) { departement(code: $d) {
    communesSansCpts(le: $le, first: $first, after: $after) {
      totalCount edges { node { codeInsee } } pageInfo { hasNextPage endCursor } } } }`;
  const page = async (variables: object) =>
    (await annuaire.demander<Page>(QUESTION, { first: 50, ...variables })).departement.communesSansCpts;
  const codes = ({ edges }: Page["departement"]["communesSansCpts"]) => edges.map(({ node }) => node.codeInsee);

  it("sont celles qu'aucun territoire ne couvre à cette date", async () => {
    const aujourdhui = await page({ d: "01" });
    expect(codes(aujourdhui)).toEqual(["01034"]);
    expect(aujourdhui.totalCount).toBe(1);
    expect(codes(await page({ d: "01", le: "2023-12-31" }))).toEqual(["01034", "01053", "01344"]);
  });

  it("d'une ville en partie couverte sont ses autres arrondissements, non la ville", async () => {
    expect(codes(await page({ d: "69" }))).toEqual(["69266"]);
    expect(codes(await page({ d: "69", le: "2023-12-31" }))).toEqual(["69123", "69266"]);
  });

  it("se parcourent page à page, sans trou ni doublon", async () => {
    const vues: string[] = [];
    let after: string | null = null;
    do {
      const suivante: Page["departement"]["communesSansCpts"] = await page({
        d: "01",
        le: "2023-12-31",
        first: 1,
        after,
      });
      vues.push(...codes(suivante));
      after = suivante.pageInfo.hasNextPage ? suivante.pageInfo.endCursor : null;
    } while (after !== null);
    expect(vues).toEqual(["01034", "01053", "01344"]);
  });

  it.each([
    ["une page trop grande", { first: 101 }, "first"],
    ["un curseur inventé", { after: "rien" }, "after"],
  ])("refusent %s", async (_cas, variables, champ) => {
    const { errors } = await annuaire.executer(QUESTION, { d: "01", first: 1, ...variables });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ });
  });

  it("refusent le curseur d'un autre département", async () => {
    const { pageInfo } = await page({ d: "01", le: "2023-12-31", first: 1 });
    const { errors } = await annuaire.executer(QUESTION, {
      d: "69",
      le: "2023-12-31",
      first: 1,
      after: pageInfo.endCursor,
    });
    expect(errors?.[0]?.extensions).toMatchObject({ champ: "after" });
  });

  it("de plusieurs départements se lisent en trois requêtes de plus, avec leur nombre", async () => {
    const { statements } = await countStatements(() =>
      annuaire.entites(
        ["01", "69"].map((code) => ({ __typename: "Departement", code })),
        "... on Departement { communesSansCpts { totalCount edges { node { nom } } } }",
      ),
    );
    expect(statements).toHaveLength(4);
  });
});
