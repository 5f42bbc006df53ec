import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chargerDemonstration, importerRpps } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { ecrireFichier, ligne, rppsDe } from "./fichier-rpps.ts";
import { publierCommunes } from "./territoire-de-test.ts";

const COMMUNES = ["31555", "31069", "31149", "09002"];
const PROFESSIONS = ["10", "60", "21", "70"];
const SAVOIR_FAIRE = ["SM54", "SM26", "SM04", ""];
const ETATS = ["CRENEAU_LIBRE", "SANS_CRENEAU", "AGENDA_NON_PARTAGE"] as const;
const VERDICTS = ["OUI", "NON", "INCONNU"] as const;
const cycle = <T>(valeurs: readonly T[], rang: number): T => valeurs[rang % valeurs.length] as T;

/** Ninety activities of seventy people: some have several, of several professions, in several places. */
const lignes = (nombre: number) =>
  Array.from({ length: nombre }, (_, rang) => {
    const commune = cycle(COMMUNES, rang * 3 + Math.floor(rang / 7));
    const profession = cycle(PROFESSIONS, Math.floor(rang / 2));
    return ligne(rang % 70, {
      "Nom d'exercice": cycle(["DUPONT", "DUPONT-MARTIN", "ABADIE", "Étienne", "DE LA TOUR"], rang),
      "Prénom d'exercice": cycle(["Luc", "Zoé", "Marie-Claire"], rang % 70),
      "Code profession": profession,
      "Code savoir-faire": profession === "10" ? cycle(SAVOIR_FAIRE, rang) : "",
      "Code mode exercice": cycle(["L", "S"], rang),
      "Code commune (coord. structure)": commune,
      "Code Département (structure)": commune.slice(0, 2),
    });
  });

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
  await annuaire.ecrire(async (client) => {
    await publierCommunes(client);
    await importerRpps(client, { fichier: await ecrireFichier(lignes(90)) });
    await chargerDemonstration(client, {
      habilitations: [],
      disponibilites: Array.from({ length: 45 }, (_, rang) => ({
        rpps: rppsDe(rang),
        structureId: null,
        etat: cycle(ETATS, rang),
        nouveauxPatients: cycle(VERDICTS, rang),
        medecinTraitant: cycle(VERDICTS, rang + 1),
        soinsNonProgrammes: cycle(VERDICTS, Math.floor(rang / 3)),
        delaiJours: null,
        capacite: null,
        releveLe: "2026-11-20T08:00:00Z",
        expireLe: rang % 4 === 0 ? "2026-11-21T08:00:00Z" : "2026-12-20T08:00:00Z",
        source: "CPTS",
      })),
    });
  });
});
afterAll(() => annuaire.fermer());

const SELECTION = `totalCount totalExact facettes { champ plafonnee valeurs { code nombre } }
  edges { cursor distanceKm node { id } situation { id disponibilite { etat nouveauxPatients perimee } } } pageInfo { hasNextPage endCursor }`;
const QUESTION = `query ($recherche: String, $filtre: ProfessionnelFiltre, $proximite: ProximiteInput, $tri: TriAnnuaire!, $first: Int!, $after: String) {
  professionnels(recherche: $recherche, filtre: $filtre, proximite: $proximite, tri: $tri, first: $first, after: $after) { ${SELECTION} } }`;
interface Reponse {
  professionnels: {
    totalCount: number;
    totalExact: boolean;
    facettes: { champ: string; plafonnee: boolean; valeurs: { code: string; nombre: number }[] }[];
    edges: {
      cursor: string;
      distanceKm: number | null;
      node: { id: string };
      situation: { id: string; disponibilite: { etat: string; nouveauxPatients: string; perimee: boolean } };
    }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}
const demander = async (variables: object, page: { first: number; after?: string | null }) =>
  (await annuaire.demander<Reponse>(QUESTION, { ...variables, ...page })).professionnels;

const parmi = (...valeurs: readonly string[]) => fc.option(fc.subarray([...valeurs], { minLength: 1, maxLength: 2 }));
const question = fc
  .record({
    recherche: fc.constantFrom(null, null, "dup", "dupont", "tour", "dupond", "marie"),
    proximite: fc.constantFrom(null, { codeInsee: "31555", rayonKm: 10 }, { codeInsee: "31149", rayonKm: 120 }),
    tri: fc.constantFrom("PERTINENCE", "NOM", "DISTANCE"),
    filtre: fc.record({
      professions: parmi(...PROFESSIONS),
      savoirFaire: parmi("SM54", "SM04"),
      medecinGeneraliste: fc.constantFrom(null, null, true, false),
      modes: parmi("LIBERAL", "SALARIE"),
      modalites: parmi("SUR_SITE", "DOMICILE"),
      departements: parmi("09", "31"),
      codesInsee: parmi(...COMMUNES),
      etats: parmi(...ETATS, "INCONNU"),
      nouveauxPatients: fc.constantFrom(null, null, true, false),
      soinsNonProgrammes: fc.constantFrom(null, null, null, true),
    }),
  })
  .filter(({ proximite, tri }) => tri !== "DISTANCE" || proximite !== null)
  .map(({ filtre, ...reste }) => ({
    ...reste,
    // Few criteria at a time, or nobody is ever left.
    filtre: Object.fromEntries(Object.entries(filtre).filter(([, valeur], rang) => valeur !== null && rang % 3 !== 1)),
  }));

const CHAMP_DU_FILTRE: Readonly<Record<string, string>> = {
  profession: "professions",
  savoirFaire: "savoirFaire",
  departement: "departements",
  etat: "etats",
  mode: "modes",
};
/** A general-practice code asks for the three: its facet is one of them. */
const DEVELOPPES = new Set(["SM54", "SM26"]);

async function parcourir(variables: object, first: number) {
  const edges: Reponse["professionnels"]["edges"] = [];
  let after: string | null = null;
  for (;;) {
    const page: Reponse["professionnels"] = await demander(variables, { first, after });
    edges.push(...page.edges);
    if (!page.pageInfo.hasNextPage) return { edges, total: page.totalCount };
    after = page.pageInfo.endCursor;
  }
}

describe("Une recherche, quels que soient ses critères et son tri", () => {
  it("compte à chaque valeur d'une facette ce que le filtre rendrait", async () => {
    await fc.assert(
      fc.asyncProperty(question, async (variables) => {
        const { totalExact, facettes } = await demander(variables, { first: 1 });
        expect(totalExact).toBe(true);
        for (const { champ, plafonnee, valeurs } of facettes) {
          expect(plafonnee).toBe(false);
          const [{ code, nombre } = { code: "", nombre: 0 }] = valeurs.filter(({ code }) => !DEVELOPPES.has(code));
          if (code === "") continue;
          const filtre = { ...variables.filtre, [CHAMP_DU_FILTRE[champ] ?? ""]: [code] };
          expect({ champ, code, nombre: (await demander({ ...variables, filtre }, { first: 1 })).totalCount }).toEqual({
            champ,
            code,
            nombre,
          });
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it("se parcourt page après page sans trou ni doublon, les déclarations périmées en dernier", async () => {
    await fc.assert(
      fc.asyncProperty(question, fc.integer({ min: 1, max: 7 }), async (variables, first) => {
        const { edges: attendus, total } = await parcourir(variables, 100);
        const { edges } = await parcourir(variables, first);
        const ids = edges.map(({ node }) => node.id);
        expect(ids).toEqual(attendus.map(({ node }) => node.id));
        expect(new Set(ids).size).toBe(total);
        if (variables.recherche === null && variables.tri === "PERTINENCE" && "etats" in variables.filtre) {
          const perimees = edges.map(({ situation }) => situation.disponibilite.perimee);
          expect(perimees).toEqual(perimees.toSorted((a, b) => Number(a) - Number(b)));
        }
        if (variables.filtre.nouveauxPatients === true)
          expect(new Set(edges.map(({ situation }) => situation.disponibilite.nouveauxPatients))).not.toContain(
            "INCONNU",
          );
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it("rend une seule fois chaque personne présente tout du long, même pendant qu'un import réécrit l'annuaire", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("PERTINENCE", "NOM", "DISTANCE"),
        fc.integer({ min: 3, max: 9 }),
        async (tri, first) => {
          const variables = { tri, proximite: { codeInsee: "31555", rayonKm: 150 }, filtre: {} };
          const avant = new Set((await parcourir(variables, 100)).edges.map(({ node }) => node.id));
          const imports = [120, 90].map(
            (nombre) => async () =>
              annuaire.ecrire(async (client) => {
                const fichier = await ecrireFichier(lignes(nombre));
                await importerRpps(client, { fichier, accepterLesFermetures: true });
              }),
          );
          const [{ edges }] = await Promise.all([
            parcourir(variables, first),
            imports.reduce((precedents, importer) => precedents.then(importer), Promise.resolve()),
          ]);
          const vues = edges.map(({ node }) => node.id);
          expect(new Set(vues).size).toBe(vues.length);
          expect([...avant].filter((id) => !vues.includes(id))).toEqual([]);
        },
      ),
      { numRuns: 4 },
    );
  }, 120_000);

  it("refuse un curseur retouché, sans jamais d'erreur interne", async () => {
    const variables = {
      tri: "DISTANCE",
      proximite: { codeInsee: "31555", rayonKm: 100 },
      filtre: { etats: ["INCONNU"] },
    };
    const { pageInfo } = await demander(variables, { first: 2 });
    const cles: unknown[] = JSON.parse(Buffer.from(pageInfo.endCursor, "base64url").toString("utf8"));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(cles.length),
        fc.oneof(
          fc.string(),
          fc.double(),
          fc.constantFrom(null, true, "\0", "2026-99-99T00:00:00.000Z", [], 1e308, -1),
        ),
        async (ou, valeur) => {
          const retouchees = cles.toSpliced(ou, 1, valeur);
          const after = Buffer.from(JSON.stringify(retouchees)).toString("base64url");
          const { errors } = await annuaire.executer(QUESTION, { ...variables, first: 2, after });
          for (const { extensions } of errors ?? [])
            expect(extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "after" });
        },
      ),
      { numRuns: 100 },
    );
  });
});
