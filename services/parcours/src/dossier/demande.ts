import type { Verdict } from "@coordination/rules";
import type { NiveauAppui } from "./dossier.type.ts";

/** What a demand says of people, encrypted with the case. */
export interface DemandeEcrite {
  readonly professionnelId: string | null;
  readonly structureId: string | null;
  readonly nom: string;
  readonly lien: string | null;
  readonly telephone: string | null;
  readonly personneInformee: boolean;
  readonly accordPersonne: Verdict;
  readonly motif: string;
  readonly difficulte: string;
  readonly medecinTraitantInformeLe: string | null;
  /** What the requester thinks is enough; not there in the demands received before it could be said. */
  readonly niveauPropose?: NiveauAppui | null;
}

/** What binds the encrypted demand to its case. */
export const objetDeLaDemande = (dossierId: string): string => `demande:${dossierId}`;
