import type { Verdict } from "@coordination/rules";

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
}

/** What binds the encrypted demand to its case. */
export const objetDeLaDemande = (dossierId: string): string => `demande:${dossierId}`;
