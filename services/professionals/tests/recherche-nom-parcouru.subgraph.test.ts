import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importerRpps } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { ecrireFichier, ligne, rppsDe } from "./fichier-rpps.ts";

/** Who has the words whole, then only their beginning, in the order that is expected; the last ones do not answer. */
const GROUPES: readonly (readonly [nom: string, prenom: string, combien: number])[] = [
  ["THO", "Lia", 25],
  ["ADAM", "Tho", 25],
  ["BERNARD", "Thomas", 30],
  ["THOMAS", "Zoé", 6_000],
  ["THOREAU", "Zoé", 4_300],
  ["ZOLA", "Thom", 20],
  ["DURAND", "Zoé", 30],
];
const INFIRMIERS_A_PARTIR_DE = 80;
const PERSONNES = GROUPES.flatMap(([nom, prenom, combien]) => Array.from({ length: combien }, () => [nom, prenom]));
const REPONDENT = PERSONNES.length - 30;

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
  const lignes = PERSONNES.map(([nom = "", prenom = ""], rang) =>
    ligne(rang, {
      "Nom d'exercice": nom,
      "Prénom d'exercice": prenom,
      ...(rang < INFIRMIERS_A_PARTIR_DE ? {} : { "Code profession": "60", "Code savoir-faire": "" }),
    }),
  );
  await annuaire.ecrire(async (client) => {
    // In the file's order backwards: the order of the answers is not the order of the tables.
    await importerRpps(client, { fichier: await ecrireFichier(lignes.toReversed()), reconstruireAPartirDe: 1 });
  });
});
afterAll(() => annuaire.fermer());

const question = (champs: string) => /* GraphQL */ `
  query ($recherche: String!, $filtre: ProfessionnelFiltre, $first: Int!, $after: String) {
    professionnels(recherche: $recherche, filtre: $filtre, first: $first, after: $after) {
      ${champs}
      edges { score node { rpps } }
      pageInfo { hasNextPage endCursor }
    }
  }`;
const COMPTES = "totalCount totalExact facettes { champ plafonnee valeurs { code nombre } }";
interface Reponse {
  professionnels: {
    totalCount?: number;
    totalExact?: boolean;
    facettes?: { champ: string; plafonnee: boolean; valeurs: { code: string; nombre: number }[] }[];
    edges: { score: number; node: { rpps: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}
const demander = async (variables: object, champs = "") => {
  const { data, nombre } = await annuaire.compter<Reponse>(question(champs), { first: 20, ...variables });
  return { ...data.professionnels, nombre };
};
const rpps = ({ edges }: Pick<Reponse["professionnels"], "edges">) => edges.map(({ node }) => node.rpps);

async function toutParcourir(variables: object): Promise<Reponse["professionnels"]["edges"]> {
  const lues: Reponse["professionnels"]["edges"] = [];
  let after: string | null = null;
  do {
    const { edges, pageInfo } = await demander({ ...variables, first: 100, after });
    lues.push(...edges);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return lues;
}

describe("Un nom très fréquent, sans autre critère que ce que l'index des noms sait", () => {
  it("se parcourt jusqu'au bout : les mots entiers, puis les débuts de mots, dans l'ordre des noms", async () => {
    const lues = await toutParcourir({ recherche: "tho" });
    expect(lues.map(({ node }) => node.rpps)).toEqual(Array.from({ length: REPONDENT }, (_, rang) => rppsDe(rang)));
    expect([0, 25, 50, REPONDENT - 1].map((rang) => lues[rang]?.score)).toEqual([1, 0.9, 0.8, 0.8]);
  });

  it("se parcourt de même parmi ceux d'une profession", async () => {
    const lues = await toutParcourir({ recherche: "tho", filtre: { professions: ["60"] } });
    const attendues = Array.from({ length: REPONDENT - INFIRMIERS_A_PARTIR_DE }, (_, rang) =>
      rppsDe(INFIRMIERS_A_PARTIR_DE + rang),
    );
    expect(lues.map(({ node }) => node.rpps)).toEqual(attendues);
  });

  it("prend une requête SQL de plus la première fois, puis une seule, comptes compris", async () => {
    const premiere = await demander({ recherche: "th" }, COMPTES);
    const seconde = await demander({ recherche: "th" }, COMPTES);
    const suite = await demander({ recherche: "th", after: seconde.pageInfo.endCursor }, COMPTES);
    expect([premiere.nombre, seconde.nombre, suite.nombre]).toEqual([2, 1, 1]);
    expect(seconde).toEqual({ ...premiere, nombre: 1 });
    expect(premiere).toMatchObject({ totalExact: false, totalCount: 10_001 });
    expect(premiere.facettes?.every(({ plafonnee }) => plafonnee)).toBe(true);
    expect(suite.facettes).toEqual(premiere.facettes);
    expect(suite.edges).toHaveLength(20);
    expect(rpps(suite).filter((lu) => rpps(seconde).includes(lu))).toEqual([]);
  });

  it("ne se compte que si on le demande, et ne rend pas les comptes de qui n'a pas voulu les facettes", async () => {
    const nus = await demander({ recherche: "t" });
    const total = await demander({ recherche: "t" }, "totalCount");
    const facettes = await demander({ recherche: "t" }, COMPTES);
    const ensuite = await demander({ recherche: "t" }, "totalCount");
    expect([nus.nombre, total.nombre, facettes.nombre, ensuite.nombre]).toEqual([2, 2, 2, 1]);
    expect(facettes.facettes?.find(({ champ }) => champ === "departement")?.valeurs).toEqual([
      { code: "09", nombre: 10_001 },
    ]);
    expect(rpps(total)).toEqual(rpps(nus));
  });

  it("ne se parcourt pas avec un critère que l'index des noms ne sait pas, quoi que dise le curseur", async () => {
    const variables = { recherche: "tho", filtre: { modes: ["LIBERAL"] }, first: 5 };
    const { pageInfo } = await demander(variables);
    const cles = Buffer.from(pageInfo.endCursor, "base64url").toString("utf8");
    const after = Buffer.from(cles.replace("EXACTE", "FREQUENTE")).toString("base64url");
    expect(after).not.toBe(pageInfo.endCursor);
    const { errors } = await annuaire.executer(question(""), { ...variables, after });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", champ: "after" } }]);
  });
});
