import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importerRpps } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { ecrireFichier, ligne, rppsDe } from "./fichier-rpps.ts";
import { publierCommunes } from "./territoire-de-test.ts";

/** Three crowds: one that is gathered, one that is looked for along the names, one that is too large to be counted. */
const FOULES = [
  { profession: "70", personnes: 400 },
  { profession: "60", personnes: 2_500 },
  { profession: "21", personnes: 10_200 },
] as const;
const [, , LA_PLUS_GRANDE] = FOULES;

/** The people in the order of the file; their names come in another one. */
const personnes = FOULES.flatMap(({ profession, personnes }) =>
  Array.from({ length: personnes }, () => profession),
).map((profession, rang) => ({ profession, rpps: rppsDe(rang), nom: enLettres((rang * 7_919) % 13_099), rang }));
/** A number in letters, of constant length, in the same order. */
function enLettres(nombre: number): string {
  return Array.from({ length: 4 }, (_, rang) => "ABCDEFGHIJKL".charAt(Math.floor(nombre / 12 ** (3 - rang)) % 12)).join(
    "",
  );
}

/** The declarations of one in four of the second crowd are out of date. */
const PERIMEES = new Set(
  personnes.filter(({ profession, rang }) => profession === "60" && rang % 4 === 0).map(({ rpps }) => rpps),
);

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
  const lignes = personnes.flatMap(({ profession, nom, rang }) => {
    const commun = {
      "Nom d'exercice": nom,
      "Prénom d'exercice": "Zoé",
      "Code profession": profession,
      "Code savoir-faire": "",
    };
    const ailleurs = { ...commun, "Code commune (coord. structure)": "31069", "Raison sociale site": "AUTRE LIEU" };
    // One in three practises in two places, and is found once.
    return rang % 3 === 0 ? [ligne(rang, commun), ligne(rang, ailleurs)] : [ligne(rang, commun)];
  });
  await annuaire.ecrire(async (client) => {
    await publierCommunes(client);
    await importerRpps(client, { fichier: await ecrireFichier(lignes), reconstruireAPartirDe: 1 });
    await client.query(
      `insert into professionals.disponibilite (situation_id, etat, nouveaux_patients, medecin_traitant, soins_non_programmes, releve_le, source, expire_le)
       select s.id, 'CRENEAU_LIBRE', 'OUI', 'OUI', 'OUI', '2026-11-01', 'CPTS',
              case when right(s.professionnel_id, 11) = any($1) then date '2026-11-02' else date '2027-11-01' end
       from professionals.situation s where s.profession = '60'`,
      [[...PERIMEES]],
    );
  });
});
afterAll(() => annuaire.fermer());

const QUESTION = /* GraphQL */ `
  query ($filtre: ProfessionnelFiltre, $proximite: ProximiteInput, $tri: TriAnnuaire! = PERTINENCE, $first: Int!, $after: String) {
    professionnels(filtre: $filtre, proximite: $proximite, tri: $tri, first: $first, after: $after) {
      totalCount
      totalExact
      edges { distanceKm node { rpps } }
      pageInfo { hasNextPage endCursor }
    }
  }`;
interface Page {
  totalCount: number;
  totalExact: boolean;
  edges: { distanceKm: number | null; node: { rpps: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}
const demander = async (filtre: object, first: number, after: string | null = null, autour: object = {}) =>
  (await annuaire.demander<{ professionnels: Page }>(QUESTION, { filtre, first, after, ...autour })).professionnels;

const enOrdre = (profession: string) =>
  personnes.filter((personne) => personne.profession === profession).toSorted((a, b) => (a.nom < b.nom ? -1 : 1));
const parNom = (profession: string) => enOrdre(profession).map(({ rpps }) => rpps);

describe("Une recherche sans nom, par ordre alphabétique", () => {
  it.each([...FOULES])("rend $personnes personnes une fois chacune, dans l'ordre des noms", async ({ profession }) => {
    const attendus = parNom(profession);
    const lus: string[] = [];
    for (let after: string | null = null; lus.length < 350; ) {
      const page = await demander({ professions: [profession] }, 70, after);
      lus.push(...page.edges.map(({ node }) => node.rpps));
      after = page.pageInfo.endCursor;
    }
    expect(lus).toEqual(attendus.slice(0, 350));
  });

  it("la parcourt jusqu'à la dernière personne, celles dont la déclaration est périmée après les autres", async () => {
    const attendus = parNom("60");
    const lus: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await demander({ professions: ["60"], etats: ["CRENEAU_LIBRE"] }, 100, after);
      lus.push(...page.edges.map(({ node }) => node.rpps));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(lus).toEqual([
      ...attendus.filter((rpps) => !PERIMEES.has(rpps)),
      ...attendus.filter((rpps) => PERIMEES.has(rpps)),
    ]);
  });

  it("compte chacun une fois, et dit quand elle s'arrête de compter", async () => {
    expect(await demander({ professions: ["60"] }, 1)).toMatchObject({ totalCount: 2_500, totalExact: true });
    expect(await demander({ professions: [LA_PLUS_GRANDE.profession] }, 1)).toMatchObject({ totalExact: false });
  });

  it.each([
    ...FOULES.flatMap(({ profession }) => [
      { profession, rayonKm: 5, qui: "ceux qui y exercent" },
      { profession, rayonKm: 120, qui: "tous" },
    ]),
  ])(
    "autour de Blagnac à $rayonKm km, profession $profession : $qui, à leur lieu le plus proche",
    async ({ profession, rayonKm }) => {
      const attendus = enOrdre(profession)
        .filter(({ rang }) => rayonKm > 100 || rang % 3 === 0)
        .map(({ rpps, rang }) => ({ rpps, surPlace: rang % 3 === 0 }));
      const lus: object[] = [];
      for (let after: string | null = null; lus.length < 200; ) {
        const autour = { proximite: { codeInsee: "31069", rayonKm }, tri: "NOM" };
        const { edges, pageInfo } = await demander({ professions: [profession] }, 70, after, autour);
        lus.push(...edges.map(({ distanceKm, node: { rpps } }) => ({ rpps, surPlace: (distanceKm ?? 999) < 1 })));
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      expect(lus).toEqual(attendus.slice(0, lus.length));
      expect(lus.length).toBe(Math.min(attendus.length, 210));
    },
  );
});
