import { createIdentifiantsOpaques, type IdentifiantsOpaques } from "@coordination/server-kit";
import type { Personne } from "../eligibilite/faits.ts";
import type { Lieu } from "../territoire/lieu.ts";

/** All that is needed to give the same answer again. */
export interface ContenuPossibilite {
  readonly delegation: { readonly code: string; readonly version: number };
  readonly acte: string;
  readonly personne: Personne;
  /** AAAA-MM-JJ. */
  readonly le: string;
  readonly lieu: Lieu;
  readonly rayonKm: number;
}

const UN_JOUR_EN_SECONDES = 24 * 60 * 60;

/** Changes with the shape of `ContenuPossibilite`: an identifier of another version names nothing. */
const VERSION = 1;

/** A possibility is stored nowhere: its identifier carries it, encrypted, for a day. It holds health data: never log one. */
export const createIdentifiantsPossibilite = (
  secret: string,
  ttlSeconds: number = UN_JOUR_EN_SECONDES,
): IdentifiantsOpaques<ContenuPossibilite> =>
  createIdentifiantsOpaques({ secret, kind: "possibilite", version: VERSION, ttlSeconds });
