import fc from "fast-check";
import type { StructureDeclaree } from "../src/index.ts";
import type { StructureFiltre } from "../src/structure/recherche.input.ts";
import type { AnnuaireDeTest } from "./annuaire-de-test.ts";
import { CPTS_BOURG, DAC_AIN } from "./donnees-de-test.ts";

interface Page {
  readonly totalCount: number;
  readonly totalExact: boolean;
  readonly facettes: readonly {
    readonly champ: string;
    readonly plafonnee: boolean;
    readonly valeurs: readonly { readonly code: string; readonly libelle: string; readonly nombre: number }[];
  }[];
  readonly edges: readonly {
    readonly cursor: string;
    readonly score: number | null;
    readonly node: { readonly id: string; readonly fermeeLe: string | null };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export const requeteDe = (
  champs: string,
) => `query($recherche: String, $filtre: StructureFiltre, $proximite: ProximiteInput, $tri: TriAnnuaire, $first: Int!, $after: String) {
  structures(recherche: $recherche, filtre: $filtre, proximite: $proximite, tri: $tri, first: $first, after: $after) { ${champs} } }`;

export const PAGE = requeteDe("edges { cursor score node { id fermeeLe } } pageInfo { hasNextPage endCursor }");

/** One page; a hundred rows unless asked otherwise. */
export const chercher = async (annuaire: AnnuaireDeTest, variables: object, requete = PAGE): Promise<Page> =>
  (await annuaire.demander<{ structures: Page }>(requete, { first: 100, ...variables })).structures;

/** Calls `entreDeux` before each page but the first; gives every id met, in order. */
export async function parcourir(
  annuaire: AnnuaireDeTest,
  variables: object,
  { first, entreDeux }: { first: number; entreDeux?: () => Promise<void> },
): Promise<string[]> {
  const rendus: string[] = [];
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo } = await chercher(annuaire, { ...variables, first, after });
    rendus.push(...edges.map(({ node }) => node.id));
    if (!pageInfo.hasNextPage) return rendus;
    after = pageInfo.endCursor;
    await entreDeux?.();
  }
}

export type StructureAlea = StructureDeclaree;

const COMMUNES = ["01053", "01344", "01034", "69266", "69123", "69383", "97411"];
const TYPES = ["MSP", "CENTRE_DE_SANTE", "PHARMACIE", "EHPAD", "ESP", "CPTS"] as const;
const MOTS = ["bel", "air", "saint", "denis", "étang", "l'orée", "belley", "soleil", "msp", "grand", "pré"];

/** An invented structure of the test communes. */
export const structureAlea = (prefixe: string): fc.Arbitrary<StructureAlea> =>
  fc.record({
    id: fc.uuid().map((uuid) => `${prefixe}${uuid.slice(prefixe.length)}`),
    nom: fc.array(fc.constantFrom(...MOTS), { minLength: 1, maxLength: 4 }).map((mots) => mots.join(" ")),
    type: fc.constantFrom(...TYPES),
    codeInsee: fc.constantFrom(...COMMUNES),
  });

/** A value of each field of the filter: one that is added to the API without its own here does not compile. */
const FILTRES = {
  types: fc.subarray([...TYPES], { minLength: 1 }),
  categories: fc.subarray(["603", "620", "2202"], { minLength: 1 }),
  departements: fc.subarray(["01", "69", "974"], { minLength: 1 }),
  codesInsee: fc.subarray(COMMUNES, { minLength: 1 }),
  territoireDe: fc.constantFrom(CPTS_BOURG, DAC_AIN),
  modalites: fc.constant(["DOMICILE", "ALLER_VERS"]),
  missionsCpts: fc.constant(["PREVENTION"]),
  sansRendezVous: fc.boolean(),
  ouverteA: fc.constantFrom("2026-11-23T09:30:00Z", "2026-11-22T20:00:00Z"),
  modifieeDepuis: fc.constant("2020-01-01T00:00:00Z"),
  membreDe: fc.constant(CPTS_BOURG),
} satisfies Record<keyof StructureFiltre, fc.Arbitrary<unknown>>;

type Champ = keyof typeof FILTRES;
export const CHAMPS = Object.keys(FILTRES) as Champ[];
export const TRIS = ["PERTINENCE", "NOM", "DISTANCE"] as const;
type Tri = (typeof TRIS)[number];
interface RechercheAlea {
  readonly recherche?: string;
  readonly proximite?: object;
  readonly tri?: Tri;
  readonly filtre: Readonly<Partial<Record<Champ, unknown>>>;
}

const AUTOUR = { codeInsee: "01053", rayonKm: 100 };

/**
 * Any search in one of these orders: a text or none, any place or none, whose filter has these fields at least, and one more
 * now and then: with many at a time, nothing is ever left.
 */
export const rechercheAlea = (
  tris: readonly Tri[] = TRIS,
  champs: readonly Champ[] = [],
): fc.Arbitrary<RechercheAlea> =>
  fc
    .record(
      {
        recherche: fc.constantFrom(
          "bel",
          "saint denis",
          "St-Denis",
          "l'oree",
          "msp",
          "sante",
          "bele aire",
          "etamg",
          "soliel",
        ),
        proximite: fc.constantFrom(AUTOUR, { position: { latitude: 45.8, longitude: 5 }, rayonKm: 60 }),
        tri: fc.constantFrom(...tris),
        valeurs: fc.record(FILTRES),
        aussi: fc.subarray(CHAMPS, { maxLength: 1 }),
      },
      { requiredKeys: ["tri", "valeurs", "aussi"] },
    )
    .map(({ valeurs, aussi, ...voulue }) => {
      const retenus = new Set([...champs, ...aussi]);
      const filtre = Object.fromEntries(Object.entries(valeurs).filter(([champ]) => retenus.has(champ as Champ)));
      return voulue.tri === "DISTANCE" ? { proximite: AUTOUR, ...voulue, filtre } : { ...voulue, filtre };
    });
