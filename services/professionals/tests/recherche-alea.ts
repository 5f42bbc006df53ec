import fc from "fast-check";
import { chargerDemonstration, importerRpps } from "../src/index.ts";
import type { ProfessionnelFiltre } from "../src/recherche/professionnel-filtre.input.ts";
import type { AnnuaireDeTest } from "./annuaire-de-test.ts";
import { ecrireFichier, type LigneDeTest, ligne, rppsDe } from "./fichier-rpps.ts";
import { publierCommunes, publierStructures } from "./territoire-de-test.ts";

const COMMUNES = ["31555", "31069", "31149", "09002"];
const PROFESSIONS = ["10", "60", "21", "70"];
const SAVOIR_FAIRE = ["SM54", "SM26", "SM04", ""];
const ETATS = ["CRENEAU_LIBRE", "SANS_CRENEAU", "AGENDA_NON_PARTAGE"] as const;
const VERDICTS = ["OUI", "NON", "INCONNU"] as const;
const QUALITES = ["MAITRE_DE_STAGE", "ASALEE"] as const;
const HABILITATION = "VACCINATION_PRESCRIPTION";
const MSP = "1310000013";
/** How many people nobody writes on. */
export const STABLES = 70;
const cycle = <T>(valeurs: readonly T[], rang: number): T => valeurs[rang % valeurs.length] as T;
const lieu = (commune: string) => ({
  "Code commune (coord. structure)": commune,
  "Code Département (structure)": commune.slice(0, 2),
});

/** Ninety activities of seventy people: some have several, of several professions, in several places. */
export const LIGNES_STABLES: readonly LigneDeTest[] = Array.from({ length: 90 }, (_, rang) => {
  const commune = cycle(COMMUNES, rang * 3 + Math.floor(rang / 7));
  const profession = cycle(PROFESSIONS, Math.floor(rang / 2));
  return ligne(rang % STABLES, {
    ...lieu(commune),
    "Nom d'exercice": cycle(["DUPONT", "DUPONT-MARTIN", "ABADIE", "Étienne", "DE LA TOUR"], rang),
    "Prénom d'exercice": cycle(["Luc", "Zoé", "Marie-Claire"], rang % STABLES),
    "Code profession": profession,
    "Code savoir-faire": profession === "10" ? cycle(SAVOIR_FAIRE, rang) : "",
    "Code mode exercice": cycle(["L", "S"], rang),
    ...(commune === "31555" && rang % 2 === 0
      ? { "Identifiant technique de la structure": `F${MSP.slice(1)}`, "Numéro FINESS site": MSP.slice(1) }
      : {}),
  });
});

/** Who comes, changes name and place, and goes, from one import to the next; they look like the others. */
export const lignesMouvantes = (version: number): LigneDeTest[] =>
  Array.from({ length: 40 }, (_, rang) => rang)
    .filter((rang) => (rang + version) % 3 !== 0)
    .map((rang) =>
      ligne(1_000 + rang, {
        ...lieu(cycle(COMMUNES, rang + version)),
        "Nom d'exercice": cycle(["DUPONT", "ABADIE", "ZOLA", "DE LA TOUR"], rang + version),
        "Prénom d'exercice": cycle(["Zoé", "Luc"], rang),
        "Code profession": cycle(PROFESSIONS, rang + version),
      }),
    );

const STABLE = new Set(Array.from({ length: STABLES }, (_, rang) => `8${rppsDe(rang)}`));
/** Whether nothing is written of this person while others are. */
export const estStable = (id: string): boolean => STABLE.has(id);

/** The seventy people, and what was declared of some of them; a quarter of the availabilities are out of date. */
export async function peupler(annuaire: AnnuaireDeTest): Promise<void> {
  const jusquA = (rang: number) => (rang % 5 === 0 ? "2026-11-21" : null);
  const declares = (pas: number) => Array.from({ length: 45 }, (_, rang) => rang).filter((rang) => rang % pas === 0);
  await annuaire.ecrire(async (client) => {
    await publierCommunes(client);
    await publierStructures(client, [{ id: MSP, type: "MSP", codeInsee: "31555" }]);
    await importerRpps(client, { fichier: await ecrireFichier(LIGNES_STABLES) });
    await chargerDemonstration(client, {
      habilitations: declares(2).map((rang) => ({
        rpps: rppsDe(rang),
        code: HABILITATION,
        depuis: "2024-01-01",
        jusquA: jusquA(rang),
        organisme: null,
        source: "Ordre",
      })),
      qualites: declares(3).map((rang) => ({
        rpps: rppsDe(rang),
        code: cycle(QUALITES, rang),
        precision: null,
        depuis: "2024-01-01",
        jusquA: jusquA(rang),
        source: "Faculté",
      })),
      situations: declares(4).map((rang) => ({
        rpps: rppsDe(rang),
        structureId: null,
        codeInsee: cycle(COMMUNES, rang + 1),
        nature: "CONSULTATION_AVANCEE" as const,
        modalites: cycle([["DOMICILE"], ["DOMICILE", "SUR_SITE"], ["ALLER_VERS"]] as const, rang),
        depuis: "2024-01-01",
        jusquA: jusquA(rang),
        source: "CPTS",
      })),
      disponibilites: declares(1).map((rang) => ({
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
}

const parmi = (...valeurs: readonly string[]) => fc.subarray([...valeurs], { minLength: 1, maxLength: 2 });

/** A value of each field of the filter: one that is added to the API without its own here does not compile. */
const FILTRES = {
  professions: parmi(...PROFESSIONS),
  savoirFaire: parmi("SM54", "SM04", "MEDECINE_GENERALE", "CARDIOLOGIE"),
  habilitations: fc.constant([HABILITATION]),
  medecinGeneraliste: fc.boolean(),
  qualites: parmi(...QUALITES),
  modes: parmi("LIBERAL", "SALARIE"),
  modalites: parmi("SUR_SITE", "DOMICILE", "ALLER_VERS"),
  etats: parmi(...ETATS, "INCONNU"),
  nouveauxPatients: fc.boolean(),
  medecinTraitant: fc.boolean(),
  soinsNonProgrammes: fc.boolean(),
  codesInsee: parmi(...COMMUNES),
  departements: parmi("09", "31"),
  structureId: fc.constant(MSP),
  modifieDepuis: fc.constant("2020-01-01T00:00:00Z"),
} satisfies Record<keyof ProfessionnelFiltre, fc.Arbitrary<unknown>>;

type Champ = keyof typeof FILTRES;
type Filtre = Readonly<Partial<Record<Champ, unknown>>>;
export const CHAMPS = Object.keys(FILTRES) as Champ[];
export const TRIS = ["PERTINENCE", "NOM", "DISTANCE"] as const;

/** A search as the API takes it. */
export interface QuestionAlea {
  readonly recherche: string | null;
  readonly proximite: object | null;
  readonly tri: (typeof TRIS)[number];
  readonly filtre: Filtre;
}

const AUTOUR = { codeInsee: "31149", rayonKm: 120 };

/** What the API would refuse is put right: changes are followed without a name or a place, a distance is from somewhere. */
const permise = (question: QuestionAlea): QuestionAlea => {
  if ("modifieDepuis" in question.filtre) {
    const tri = question.tri === "DISTANCE" ? "PERTINENCE" : question.tri;
    return { ...question, recherche: null, proximite: null, tri };
  }
  return question.tri === "DISTANCE" ? { ...question, proximite: question.proximite ?? AUTOUR } : question;
};

/** Any search in this order, whose filter has these fields at least, and one more now and then. */
export const questionAlea = (tris: readonly (typeof TRIS)[number][], champs: readonly Champ[]) =>
  fc
    .record({
      recherche: fc.constantFrom(null, null, "dup", "dupont", "tour", "dupond", "marie"),
      proximite: fc.constantFrom(null, { codeInsee: "31555", rayonKm: 10 }, AUTOUR),
      tri: fc.constantFrom(...tris),
      valeurs: fc.record(FILTRES),
      aussi: fc.subarray(CHAMPS, { maxLength: 1 }),
    })
    .map(({ valeurs, aussi, ...reste }) => {
      const retenus = new Set([...champs, ...aussi]);
      const filtre = Object.fromEntries(Object.entries(valeurs).filter(([champ]) => retenus.has(champ as Champ)));
      return permise({ ...reste, filtre });
    });
