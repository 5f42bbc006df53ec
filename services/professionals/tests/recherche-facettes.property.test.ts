import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { CHAMPS, peupler, type QuestionAlea, questionAlea, STABLES, TRIS } from "./recherche-alea.ts";
import { attendreLesChangements, chercher, compter, essayer, parcourir } from "./recherche-parcours.ts";

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
  await peupler(annuaire);
  await attendreLesChangements(annuaire, STABLES);
});
afterAll(() => annuaire.fermer());

const FILTRE_DE: Readonly<Record<string, string>> = {
  profession: "professions",
  savoirFaire: "savoirFaire",
  departement: "departements",
  etat: "etats",
  mode: "modes",
};
const FRANCAIS = new Intl.Collator("fr");

/** What each value of each facet says is what the same question finds with this value for filter. */
async function verifierLesFacettes(question: QuestionAlea) {
  const { totalExact, facettes } = await compter(annuaire, question);
  expect({ totalExact, champs: facettes.map(({ champ }) => champ) }).toEqual({
    totalExact: true,
    champs: Object.keys(FILTRE_DE),
  });
  for (const { champ, plafonnee, valeurs } of facettes) {
    expect(plafonnee).toBe(false);
    for (const { code, nombre } of valeurs) {
      const filtree = { ...question, filtre: { ...question.filtre, [FILTRE_DE[champ] ?? ""]: [code] } };
      const { totalCount } = await compter(annuaire, filtree);
      expect({ champ, code, nombre: totalCount }).toEqual({ champ, code, nombre });
    }
  }
}

describe("Une recherche, quels que soient ses critères et son tri", () => {
  it.each(CHAMPS)("compte à chaque valeur d'une facette ce que le filtre rendrait (filtre %s)", async (champ) => {
    await fc.assert(fc.asyncProperty(questionAlea(TRIS, [champ]), verifierLesFacettes), { numRuns: 3 });
  });

  it("compte de même sans filtre, ou avec un seul", async () => {
    await fc.assert(fc.asyncProperty(questionAlea(TRIS, []), verifierLesFacettes), { numRuns: 20 });
  }, 60_000);

  it.each(CHAMPS)(
    "se parcourt page après page sans trou ni doublon, dans l'ordre demandé (filtre %s)",
    async (champ) => {
      await fc.assert(
        fc.asyncProperty(questionAlea(TRIS, [champ]), fc.integer({ min: 1, max: 7 }), async (question, first) => {
          const { edges: attendues, ids: attendus, total } = await parcourir(annuaire, question, 100);
          const { edges, ids } = await parcourir(annuaire, question, first);
          expect(ids).toEqual(attendus);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids).toHaveLength(total);
          verifierLOrdre(question, attendues);
          if (question.filtre.nouveauxPatients === true)
            expect(edges.map(({ situation }) => situation.disponibilite.nouveauxPatients)).toEqual(
              edges.map(() => "OUI"),
            );
        }),
        { numRuns: 6 },
      );
    },
  );

  it("montre les déclarations périmées, après les autres", async () => {
    const question = { tri: "PERTINENCE", filtre: { etats: ["CRENEAU_LIBRE", "SANS_CRENEAU", "INCONNU"] } };
    const { edges } = await parcourir(annuaire, question, 4);
    const perimees = edges.map(({ situation }) => situation.disponibilite.perimee);
    expect(new Set(perimees)).toEqual(new Set([false, true]));
    expect(perimees).toEqual(perimees.toSorted((une, autre) => Number(une) - Number(autre)));
  });

  it("refuse un curseur retouché, sans jamais d'erreur interne", async () => {
    const question = {
      tri: "DISTANCE",
      proximite: { codeInsee: "31555", rayonKm: 100 },
      filtre: { etats: ["INCONNU"] },
    };
    const { pageInfo } = await chercher(annuaire, question, { first: 2 });
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
          const { errors } = await essayer(annuaire, question, { first: 2, after });
          for (const { extensions } of errors ?? [])
            expect(extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "after" });
        },
      ),
      { numRuns: 100 },
    );
  });
});

function verifierLOrdre({ tri, filtre }: QuestionAlea, edges: Awaited<ReturnType<typeof parcourir>>["edges"]) {
  if ("modifieDepuis" in filtre) return;
  const paires = edges.slice(1).map((arete, rang) => [edges[rang] ?? arete, arete] as const);
  if (tri === "NOM")
    expect(paires.filter(([une, autre]) => FRANCAIS.compare(une.node.nom, autre.node.nom) > 0)).toEqual([]);
  if (tri === "DISTANCE")
    expect(paires.filter(([une, autre]) => (une.distanceKm ?? 0) > (autre.distanceKm ?? 0))).toEqual([]);
}
