import { countStatements } from "@coordination/database";
import { createAnnuaire } from "@coordination/server-kit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { KINE_ID } from "./cercles-de-test.ts";
import { classerPour, proposerPour, simulerBesoin } from "./classement-de-test.ts";
import { DEMANDE, EQUIPE } from "./dossiers-de-test.ts";
import { cle, ouvrirBesoin } from "./orientations-de-test.ts";
import { ouvrirAToulouse, type SousGrapheDeTest } from "./sous-graphe.ts";

const MEDECIN = "889900000100";
const CPTS = { id: "CPTS-20", type: "CPTS", nom: "CPTS des Vergers", fermeeLe: null };
const MSP_ADHEREE = { id: "MSP-20", type: "MSP", nom: "MSP des Amandiers", fermeeLe: null };
const MSP_EXERCEE = { id: "MSP-21", type: "MSP", nom: "MSP du Pont", fermeeLe: null };
const CABINET = { id: "CABINET-1", type: "CABINET", nom: "Cabinet", fermeeLe: null };
const ESP = { id: "ESP-20", type: "ESP", nom: "ESP", fermeeLe: null };
const MSP_FERMEE = { id: "MSP-25", type: "MSP", nom: "MSP fermée", fermeeLe: "2025-01-01" };

/** Who belongs to what: the CPTS takes two pages. */
const MEMBRES: Readonly<Record<string, readonly string[][]>> = {
  "CPTS-20": [["MSP-22"], [KINE_ID]],
  "MSP-20": [[]],
  "MSP-21": [["MSP-23"]],
};
const adhesions = (...groupements: object[]) => groupements.map((groupement) => ({ groupement }));
/** By themself to an MSP, to an ESP and to an MSP that closed; through their practice to a CPTS; and an MSP where they also practise. */
const PROFESSIONNEL = {
  adhesions: adhesions(MSP_ADHEREE, ESP, MSP_FERMEE),
  situations: [
    { structure: { ...CABINET, adhesions: adhesions(CPTS) } },
    { structure: { ...MSP_EXERCEE, adhesions: adhesions(CPTS) } },
    {
      structure: {
        ...CABINET,
        id: "CABINET-2",
        fermeeLe: "2025-01-01",
        adhesions: adhesions({ ...CPTS, id: "CPTS-21" }),
      },
    },
    { structure: null },
  ],
};

let sousGraphe: SousGrapheDeTest;
let questions: { operationName: string; variables: object; appel: object }[] = [];
let panne = false;

const annuaire = createAnnuaire(
  async ({ operationName, variables }, appel) => {
    questions.push({ operationName, variables, appel });
    const { id, after } = variables as { id: string; after: string | null };
    if (operationName === "DacCompetents") return { data: { pointEntree: { dac: [{ id: "DAC-A", nom: "DAC" }] } } };
    if (operationName === "ProfessionnelConnu") return { data: { professionnel: { id } } };
    if (panne) return { errors: [], data: null };
    if (operationName === "GroupementsDuProfessionnel")
      return { data: { professionnel: id === MEDECIN ? PROFESSIONNEL : null } };
    const page = after === null ? 0 : 1;
    const pages = MEMBRES[id] ?? [];
    return {
      data: {
        structure: {
          membres: {
            edges: (pages[page] ?? []).map((membre) => ({ node: { membre: { id: membre } } })),
            pageInfo: { hasNextPage: page + 1 < pages.length, endCursor: "suite" },
          },
        },
      },
    };
  },
  { timeoutMs: 10_000 },
);

beforeAll(async () => {
  sousGraphe = await ouvrirAToulouse(annuaire);
});
afterAll(() => sousGraphe.fermer());
beforeEach(() => {
  panne = false;
});

/** A need of a case whose person has this treating doctor, or none that is known. */
async function besoinDe(medecinTraitantId: string | null): Promise<string> {
  const { id } = await ouvrirBesoin(sousGraphe);
  if (medecinTraitantId !== null) {
    const [dossier] = await sousGraphe.interroger<{ id: string; version: number }>(
      `select d.id, d.version from parcours.besoin b join parcours.dossier d on d.id = b.dossier_id where b.id = '${id}'`,
    );
    const { errors } = await sousGraphe.demander(
      "mutation($id: ID!, $version: Int!, $usager: UsagerInput!, $cle: ID!) { modifierUsager(parcoursId: $id, version: $version, usager: $usager, cleIdempotence: $cle) { id } }",
      { id: dossier?.id, version: dossier?.version, usager: { ...DEMANDE.usager, medecinTraitantId }, cle: cle() },
      EQUIPE,
    );
    expect(errors).toBeUndefined();
  }
  questions = [];
  return id;
}

const CANDIDATES = ["MSP-20", "MSP-21", "MSP-22", "MSP-23", "MSP-24", "MSP-25"];
async function reseauLu(besoin: string): Promise<Record<string, string | null>> {
  const dire = await classerPour(sousGraphe, besoin, CANDIDATES, EQUIPE);
  const motif = (candidat: string) =>
    dire(candidat)
      .motifs.find(({ code }) => code === "RESEAU_DU_MEDECIN_TRAITANT")
      ?.libelle.split(" : ")[1] ?? null;
  return Object.fromEntries([...CANDIDATES, "SITUATION-KINE"].map((candidat) => [candidat, motif(candidat)]));
}

describe("Le réseau du médecin traitant, dans le classement", () => {
  it("réunit ses MSP et ses CPTS, par lui-même ou par son lieu, et qui en est membre sur toutes les pages", async () => {
    expect(await reseauLu(await besoinDe(MEDECIN))).toEqual({
      "MSP-20": "MSP des Amandiers",
      "MSP-21": "MSP du Pont",
      "MSP-22": "CPTS des Vergers",
      "MSP-23": "MSP du Pont",
      "MSP-24": null,
      "MSP-25": null,
      "SITUATION-KINE": "CPTS des Vergers",
    });
  });

  it("ne dit à l'annuaire que le numéro du médecin, puis des groupements : ni la personne, ni le besoin, ni les candidats", async () => {
    await reseauLu(await besoinDe(MEDECIN));
    const posees = questions.map(({ operationName, variables }) => `${operationName} ${JSON.stringify(variables)}`);
    expect(posees[0]).toBe(`GroupementsDuProfessionnel {"id":"${MEDECIN}"}`);
    expect(posees.slice(1).toSorted()).toEqual([
      'MembresDuGroupement {"id":"CPTS-20","after":"suite"}',
      'MembresDuGroupement {"id":"CPTS-20","after":null}',
      'MembresDuGroupement {"id":"MSP-20","after":null}',
      'MembresDuGroupement {"id":"MSP-21","after":null}',
    ]);
    for (const { appel } of questions) expect(Object.keys(appel).toSorted()).toEqual(["acteur", "requestId"]);
  });

  it("ne coûte aucune requête SQL de plus", async () => {
    const compter = async (besoin: string) => (await countStatements(() => reseauLu(besoin))).statements.length;
    expect(await compter(await besoinDe(MEDECIN))).toBe(await compter(await besoinDe(null)));
  });

  it.each<[string, () => Promise<string>, number]>([
    ["aucun médecin traitant n'est connu", () => besoinDe(null), 0],
    ["l'annuaire ne connaît plus le médecin traitant", () => besoinDe("889900000199"), 1],
    ["le besoin est simulé", () => simulerBesoin(sousGraphe), 0],
  ])("se tait quand %s", async (_cas, ouvrir, posees) => {
    const besoin = await ouvrir();
    questions = [];
    expect(Object.values(await reseauLu(besoin)).every((motif) => motif === null)).toBe(true);
    expect(questions).toHaveLength(posees);
  });

  it("se tait quand l'annuaire ne répond pas : le reste est classé, et la source est nommée", async () => {
    const besoin = await besoinDe(MEDECIN);
    const entier = await proposerPour(sousGraphe, besoin, CANDIDATES, EQUIPE);
    panne = true;
    const partiel = await proposerPour(sousGraphe, besoin, CANDIDATES, EQUIPE);
    expect([entier.sourcesIndisponibles, partiel.sourcesIndisponibles]).toEqual([[], ["annuaire"]]);
    const sansReseau = ({ score, motifs }: (typeof entier.elements)[number]) =>
      (score - (motifs.some(({ code }) => code === "RESEAU_DU_MEDECIN_TRAITANT") ? 6 : 0)).toFixed(2);
    expect(partiel.elements.map(({ score }) => score.toFixed(2)).toSorted()).toEqual(
      entier.elements.map(sansReseau).toSorted(),
    );
  });
});
