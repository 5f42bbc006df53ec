import { ecrireUneFois, introuvable, saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import { exigerDroitSurLEquipe, exigerEcriture } from "./droits.ts";
import { clore, verrouillerEquipe } from "./ecriture.repository.ts";

/** The last day of a team, and why. */
export interface FinDEquipe {
  readonly id: string;
  readonly le: string;
  readonly motif: string;
}

/**
 * Ends a team; its last day, included, may be to come. An ended team stays readable. Returns the team's id.
 * @throws UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT, NOT_FOUND
 */
export async function mettreFinAEquipe(contexte: Contexte, fin: FinDEquipe, cle: string): Promise<string> {
  const acteur = exigerEcriture(contexte.appel.acteur);
  if (fin.motif.trim() === "") throw saisieInvalide("motif", "Dites pourquoi l'équipe prend fin.");
  const demande = { acteur, operation: "mettreFinAEquipe", cle, input: fin };
  return ecrireUneFois(contexte.database, demande, async (tx) => {
    const equipe = await verrouillerEquipe(tx, fin.id);
    if (equipe === undefined) throw introuvable("id", "Cette équipe n'est pas déclarée.");
    exigerDroitSurLEquipe(acteur, equipe.structureId);
    if (equipe.finieLe !== null) throw saisieInvalide("id", "Cette équipe a déjà pris fin.");
    if (fin.le < equipe.declareeLe) throw saisieInvalide("le", "La fin précède la déclaration de l'équipe.");
    await clore(tx, fin.id, fin);
    return equipe.id;
  });
}
