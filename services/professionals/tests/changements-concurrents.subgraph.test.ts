import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { importerRpps } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { ecrireFichier, ligne, rppsDe } from "./fichier-rpps.ts";
import { publierCommunes } from "./territoire-de-test.ts";

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
  await annuaire.ecrire(async (client) => {
    await publierCommunes(client);
    const fichier = await ecrireFichier(Array.from({ length: 6 }, (_, rang) => ligne(rang)));
    await importerRpps(client, { fichier });
  });
});
afterAll(() => annuaire.fermer());

let depuis: string;
beforeEach(async () => {
  depuis = await annuaire.ecrire(async (client) => {
    const { rows } = await client.query<{ instant: Date }>("select clock_timestamp() as instant");
    return rows[0]?.instant.toISOString() ?? "";
  });
});

const CHANGEMENTS = /* GraphQL */ `
  query ($depuis: DateTime!, $after: String) {
    professionnels(filtre: { modifieDepuis: $depuis }, first: 10, after: $after) {
      totalCount
      edges { node { rpps } }
      pageInfo { endCursor }
    }
  }`;
interface Reponse {
  professionnels: { totalCount: number; edges: { node: { rpps: string } }[]; pageInfo: { endCursor: string | null } };
}
async function suivre(after: string | null = null) {
  const { professionnels } = await annuaire.demander<Reponse>(CHANGEMENTS, { depuis, after });
  const { edges, totalCount, pageInfo } = professionnels;
  return { rpps: edges.map(({ node }) => node.rpps), total: totalCount, suite: pageInfo.endCursor ?? after };
}

const toucher = (table: "professionnel" | "situation", rang: number) =>
  `update professionals.${table} set mis_a_jour_le = now() where ${table === "situation" ? "professionnel_id" : "id"} = '8${rppsDe(rang)}'`;
const ecrire = (ordre: string) => annuaire.ecrire((client) => client.query(ordre));

describe("Qui suit les changements pendant que d'autres écrivent", () => {
  it.each(["professionnel", "situation"] as const)(
    "ne manque pas une écriture commencée plus tôt et validée plus tard (%s)",
    async (table) => {
      await ecrire(toucher(table, 0));
      // The horizon is to the second: what precedes it is shown.
      await new Promise((suite) => setTimeout(suite, 1_100));
      const avant = await annuaire.ecrire(async (lent) => {
        await lent.query(toucher(table, 1));
        await ecrire(toucher(table, 2));
        return suivre();
      });
      expect(avant).toMatchObject({ rpps: [rppsDe(0)], total: 1 });
      expect((await suivre(avant.suite)).rpps).toEqual([rppsDe(1), rppsDe(2)]);
    },
  );

  it("attend qu'un import qui reconstruit les tables soit validé, et le voit alors tout entier", async () => {
    const fichier = await ecrireFichier([
      ...[0, 1, 2, 3].map((rang) => ligne(rang)),
      ligne(4, { "Nom d'exercice": "NOUVEAU" }),
    ]);
    const avant = await annuaire.ecrire(async (importeur) => {
      await importeur.query("select professionals.annoncer_une_ecriture()");
      await ecrire(toucher("professionnel", 3));
      const pendant = await suivre();
      await importerRpps(importeur, { fichier, reconstruireAPartirDe: 1, accepterLesFermetures: true });
      return pendant;
    });
    expect(avant.rpps).toEqual([]);
    const apres = await suivre(avant.suite);
    expect(apres.rpps.toSorted()).toEqual([rppsDe(3), rppsDe(4), rppsDe(5)].toSorted());
    // The new tables announce and date as the former ones did.
    await ecrire(toucher("situation", 0));
    expect((await suivre(apres.suite)).rpps).toEqual([rppsDe(0)]);
  });
});
