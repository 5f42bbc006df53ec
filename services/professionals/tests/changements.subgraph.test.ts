import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importerRpps } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { ecrireFichier, type LigneDeTest, ligne, rppsDe } from "./fichier-rpps.ts";
import { publierCommunes } from "./territoire-de-test.ts";

let annuaire: AnnuaireDeTest;
let depuis: string;
const importer = (lignes: readonly LigneDeTest[]) =>
  annuaire.ecrire(async (client) =>
    importerRpps(client, { fichier: await ecrireFichier(lignes), accepterLesFermetures: true }),
  );
const TOUTES = Array.from({ length: 12 }, (_, rang) => ligne(rang));

beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
  await annuaire.ecrire((client) => publierCommunes(client));
  await importer(TOUTES);
  depuis = await annuaire.ecrire(async (client) => {
    const { rows } = await client.query<{ instant: Date }>("select clock_timestamp() as instant");
    return rows[0]?.instant.toISOString() ?? "";
  });
  // One moved, one gone, one married; the others as they were.
  await importer([
    ligne(0, { "Libellé Voie (coord. structure)": "VICTOR HUGO" }),
    ...TOUTES.slice(2, 11),
    ligne(11, { "Nom d'exercice": "NOUVEAU" }),
  ]);
});
afterAll(() => annuaire.fermer());

const CHANGEMENTS = /* GraphQL */ `
  query ($depuis: DateTime!, $first: Int!, $after: String) {
    professionnels(filtre: { modifieDepuis: $depuis }, first: $first, after: $after) {
      totalCount
      edges { node { rpps fermeLe } situation { fermeLe } }
      pageInfo { hasNextPage endCursor }
    }
  }`;
interface Reponse {
  professionnels: {
    totalCount: number;
    edges: { node: { rpps: string; fermeLe: string | null }; situation: { fermeLe: string | null } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}
const demander = async (first: number, after: string | null = null) =>
  (await annuaire.demander<Reponse>(CHANGEMENTS, { depuis, first, after })).professionnels;

describe("Le suivi des changements", () => {
  it("rend ce qui a changé et ce qui a fermé, et rien d'autre", async () => {
    const { edges, totalCount } = await demander(100);
    expect(edges.map(({ node }) => node.rpps).toSorted()).toEqual([rppsDe(0), rppsDe(1), rppsDe(11)]);
    expect(totalCount).toBe(3);
    const ferme = edges.find(({ node }) => node.rpps === rppsDe(1));
    expect(ferme).toEqual({ node: { rpps: rppsDe(1), fermeLe: "2026-11-22" }, situation: { fermeLe: "2026-11-22" } });
    // Closed people are nowhere else.
    const { professionnels } = await annuaire.demander<Reponse>(
      "{ professionnels(first: 100) { edges { node { rpps } } } }",
    );
    expect(professionnels.edges.map(({ node }) => node.rpps)).not.toContain(rppsDe(1));
  });

  it("reprend au dernier curseur, une page après l'autre puis après un nouvel import", async () => {
    const vus: string[] = [];
    let after: string | null = null;
    for (;;) {
      const page: Reponse["professionnels"] = await demander(1, after);
      vus.push(...page.edges.map(({ node }) => node.rpps));
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(vus.toSorted()).toEqual([rppsDe(0), rppsDe(1), rppsDe(11)]);
    expect((await demander(5, after)).edges).toEqual([]);
    await importer([...TOUTES.slice(0, 10), ligne(20)]);
    const suite = (await demander(10, after)).edges.map(({ node }) => node.rpps);
    // Back to what they were, gone, and new: all that this import changed.
    expect(suite.toSorted()).toEqual([rppsDe(0), rppsDe(1), rppsDe(10), rppsDe(11), rppsDe(20)].toSorted());
  });

  it("ne se mêle ni d'un nom ni d'une proximité", async () => {
    const query = `{ professionnels(recherche: "dupont", filtre: { modifieDepuis: "${depuis}" }, first: 1) { totalCount } }`;
    const { errors } = await annuaire.executer(query);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "filtre.modifieDepuis" });
  });
});
