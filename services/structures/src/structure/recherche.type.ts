import type { ModaliteAccueil, TypeStructure } from "@coordination/vocabulaire";
import type { MissionCpts } from "../enums.type.ts";
import type { Moment } from "../horaires/ouverture.rule.ts";
import type { Tri } from "./ordre.ts";

/** What the opening hours must cover: the moment there, for the départements that have their own and for all the others. */
export interface OuvertureVoulue {
  readonly ailleurs: Moment;
  readonly particuliers: readonly (Moment & { readonly departement: string })[];
}

interface Autour {
  readonly codeInsee: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly rayonKm: number;
}

/** A search, every default applied: the same object always gives the same list. */
export interface Recherche {
  readonly texte: string | null;
  readonly types: readonly TypeStructure[] | null;
  readonly categories: readonly string[] | null;
  readonly codesInsee: readonly string[] | null;
  readonly departements: readonly string[] | null;
  readonly territoireDe: string | null;
  readonly modalites: readonly ModaliteAccueil[] | null;
  readonly missionsCpts: readonly MissionCpts[] | null;
  readonly ouverteA: OuvertureVoulue | null;
  readonly sansRendezVous: boolean | null;
  readonly membreDe: string | null;
  /** ISO 8601; closed structures are then found too. */
  readonly modifieeDepuis: string | null;
  readonly autour: Autour | null;
  readonly tri: Tri;
  readonly jour: string;
}

/**
 * How a text is looked for: as written, or with its faults forgiven because nothing is written so; « large » when there are
 * too many rows to compare their resemblance. Decided by the first page, then carried by the cursors.
 */
export const ETAPES = ["EXACTE", "EXACTE_LARGE", "APPROCHEE", "APPROCHEE_LARGE"] as const;
export type Etape = (typeof ETAPES)[number];

/** Beyond, rows are no more counted nor compared. */
export const COMPTE_EXACT_JUSQU_A = 10_000;
