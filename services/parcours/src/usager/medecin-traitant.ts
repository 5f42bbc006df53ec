import { introuvable } from "@coordination/server-kit";
import { professionnelConnu } from "../annuaire.operations.ts";
import type { Contexte } from "../contexte.ts";
import type { UsagerInput } from "./usager.input.ts";

/** Asks the directory whether the treating doctor is someone. Never inside a transaction. Throws NOT_FOUND, SUBGRAPH_UNAVAILABLE. */
export async function exigerMedecinTraitant(
  { annuaire, appel }: Contexte,
  { medecinTraitantId }: UsagerInput,
  champ: string,
): Promise<void> {
  if (!medecinTraitantId) return;
  const { professionnel } = await annuaire.demander(professionnelConnu, { id: medecinTraitantId }, appel, {
    id: champ,
  });
  if (professionnel === null) throw introuvable(champ, "L'annuaire ne connaît pas ce professionnel.");
}
