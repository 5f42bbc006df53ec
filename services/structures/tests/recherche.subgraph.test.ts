import { countStatements } from "@coordination/database";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import {
  CENTRE_VILLEURBANNE,
  CPTS_BOURG,
  CPTS_SANS_FINESS,
  DAC_AIN,
  DAC_RHONE,
  ESP,
  MEDICOBUS,
  MSP_ELIGIBLE,
  MSP_SANS_DECLARATION,
  peupler,
  SAS_AIN,
} from "./donnees-de-test.ts";

interface Page {
  structures: {
    totalCount: number;
    totalExact: boolean;
    edges: { cursor: string; distanceKm: number | null; score: number | null; node: { id: string } }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
}

const REQUETE = (
  champs: string,
) => `query($recherche: String, $filtre: StructureFiltre, $proximite: ProximiteInput, $tri: TriAnnuaire, $first: Int!, $after: String) {
  structures(recherche: $recherche, filtre: $filtre, proximite: $proximite, tri: $tri, first: $first, after: $after) { ${champs} } }`;
const PAGE = REQUETE(
  "edges { cursor distanceKm score node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }",
);

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
  await peupler(annuaire);
});
afterAll(() => annuaire.fermer());

const chercher = async (variables: Record<string, unknown>) =>
  (await annuaire.demander<Page>(PAGE, { first: 100, ...variables })).structures;
const ids = async (variables: Record<string, unknown>) => (await chercher(variables)).edges.map(({ node }) => node.id);

describe("La recherche de structures", () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ["par mots, dans un autre ordre et sans accent", { recherche: "ain dac" }, [DAC_AIN]],
    ["par début de mot et par ville", { recherche: "medic bourg" }, [MEDICOBUS]],
    ["avec une faute dans chaque mot", { recherche: "santre de cante gratte" }, [CENTRE_VILLEURBANNE]],
    ["sans article ni tiret", { recherche: "grate ciel santé" }, [CENTRE_VILLEURBANNE]],
    ["par type", { filtre: { types: ["MSP", "ESP"] } }, [ESP, MSP_SANS_DECLARATION, MSP_ELIGIBLE]],
    ["par catégorie", { filtre: { categories: ["648"] } }, [SAS_AIN]],
    ["par commune", { filtre: { codesInsee: ["69266"] } }, [CENTRE_VILLEURBANNE]],
    ["par commune, arrondissements compris", { filtre: { codesInsee: ["69123"] } }, [DAC_RHONE]],
    ["par département", { filtre: { departements: ["69"] } }, [CENTRE_VILLEURBANNE, DAC_RHONE]],
    [
      "dans le territoire déclaré d'une CPTS",
      { filtre: { territoireDe: CPTS_BOURG, types: ["MSP", "MEDICOBUS"] } },
      [MEDICOBUS, MSP_ELIGIBLE],
    ],
    [
      "dans le territoire supposé d'un DAC",
      { filtre: { territoireDe: DAC_AIN, types: ["MSP"] } },
      [MSP_SANS_DECLARATION, MSP_ELIGIBLE],
    ],
    ["dans un territoire déclaré, arrondissements compris", { filtre: { territoireDe: DAC_RHONE } }, [DAC_RHONE]],
    [
      "autour d'une commune",
      { filtre: { types: ["MSP", "ESP"] }, proximite: { codeInsee: "01034", rayonKm: 5 }, tri: "DISTANCE" },
      [ESP, MSP_SANS_DECLARATION],
    ],
    [
      "autour d'un point",
      { proximite: { position: { latitude: 45.77, longitude: 4.88 }, rayonKm: 1 } },
      [CENTRE_VILLEURBANNE],
    ],
    ["sans rien trouver", { recherche: "zzzzzzzz" }, []],
  ])("%s", async (_cas, variables, attendus) => {
    expect(await ids(variables)).toEqual(attendus);
  });

  it("par nom, dans l'ordre du dictionnaire français", async () => {
    expect(await ids({ tri: "NOM" })).toEqual([
      CENTRE_VILLEURBANNE,
      CPTS_BOURG,
      CPTS_SANS_FINESS,
      DAC_AIN,
      DAC_RHONE,
      ESP,
      MEDICOBUS,
      MSP_SANS_DECLARATION,
      MSP_ELIGIBLE,
      SAS_AIN,
    ]);
  });

  it("dit la distance et la ressemblance quand elles ont un sens", async () => {
    const [proche] = (await chercher({ proximite: { codeInsee: "01344", rayonKm: 20 }, filtre: { types: ["MSP"] } }))
      .edges;
    expect(proche).toMatchObject({ score: null, node: { id: MSP_ELIGIBLE } });
    expect(proche?.distanceKm).toBeCloseTo(2.31, 2);
    const [nommee] = (await chercher({ recherche: "msp tilleuls" })).edges;
    expect(nommee?.distanceKm).toBeNull();
    expect(nommee?.score).toBeGreaterThan(0.5);
  });

  it.each<[string, string, object, number]>([
    ["une page", "edges { node { id nom } }", {}, 1],
    ["une page et leurs communes", "edges { node { id ... on Msp { commune { nom } } } }", {}, 1],
    ["leurs départements aussi", "edges { node { id commune { nom departement { nom } } } }", {}, 2],
    ["le total d'un texte, que la page a dû compter", "totalCount totalExact edges { node { id } }", {}, 1],
    ["le total d'une liste", "totalCount totalExact edges { node { id } }", { recherche: null }, 2],
    [
      "total et facettes ensemble",
      "totalCount facettes { champ valeurs { code nombre } } edges { node { id } }",
      {},
      2,
    ],
    ["une faute pardonnée", "edges { score node { id } }", { recherche: "mspp" }, 3],
  ])("%s, en autant de requêtes SQL qu'il en faut", async (_cas, champs, variables, attendu) => {
    const { statements } = await countStatements(() =>
      annuaire.demander<Page>(REQUETE(champs), { first: 2, recherche: "msp", ...variables }),
    );
    expect(statements).toHaveLength(attendu);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["first trop grand", { first: 101 }, "first"],
    ["un tri par distance sans lieu", { tri: "DISTANCE" }, "tri"],
    ["un lieu sans commune ni point", { proximite: { rayonKm: 3 } }, "proximite"],
    ["un rayon infime", { proximite: { codeInsee: "01053", rayonKm: 1e-320 } }, "proximite.rayonKm"],
    ["un rayon démesuré", { proximite: { codeInsee: "01053", rayonKm: 5000 } }, "proximite.rayonKm"],
    ["une commune inconnue", { proximite: { codeInsee: "33999" } }, "proximite.codeInsee"],
    ["un texte sans lettre", { recherche: " - " }, "recherche"],
    ["un curseur forgé", { after: "zzz" }, "after"],
  ])("refuse %s en nommant le champ", async (_cas, variables, champ) => {
    const { errors } = await annuaire.executer(PAGE, { first: 10, ...variables });
    expect(errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", champ });
  });

  it("refuse le curseur d'une autre recherche", async () => {
    const { pageInfo } = await chercher({ first: 1 });
    const { errors } = await annuaire.executer(PAGE, { first: 1, after: pageInfo.endCursor, recherche: "msp" });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "after" });
  });
});

describe("Le parcours page par page", () => {
  const recherches = fc.record(
    {
      recherche: fc.constantFrom("msp", "bourg", "dac", "ain", "dac ain", "cpst du bassn"),
      proximite: fc.constantFrom(
        { codeInsee: "01053", rayonKm: 100 },
        { position: { latitude: 45.8, longitude: 5 }, rayonKm: 60 },
      ),
      filtre: fc.constantFrom({}, { departements: ["01"] }, { types: ["MSP", "DAC", "CPTS"] }),
      tri: fc.constantFrom("PERTINENCE", "NOM"),
    },
    { requiredKeys: [] },
  );

  it("rend chaque structure une fois et une seule, dans l'ordre de la liste entière, quels que soient le tri et la taille", async () => {
    await fc.assert(
      fc.asyncProperty(
        recherches,
        fc.boolean(),
        fc.integer({ min: 1, max: 4 }),
        async (recherche, parDistance, first) => {
          const variables =
            parDistance && recherche.proximite !== undefined ? { ...recherche, tri: "DISTANCE" } : recherche;
          const entiere = await ids(variables);
          const parPages: string[] = [];
          for (let after: string | null = null; ; ) {
            const { edges, pageInfo } = await chercher({ ...variables, first, after });
            parPages.push(...edges.map(({ node }) => node.id));
            expect(pageInfo).toMatchObject({ hasPreviousPage: after !== null, startCursor: edges[0]?.cursor ?? null });
            if (!pageInfo.hasNextPage) break;
            after = pageInfo.endCursor;
          }
          expect(parPages).toEqual(entiere);
          expect(new Set(parPages).size).toBe(parPages.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});
