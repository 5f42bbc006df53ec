import { type Acteur, interdit, introuvable, professionnelDe, saisieInvalide } from "@coordination/server-kit";
import { destinataireStructure } from "../annuaire.operations.ts";
import type { Contexte } from "../contexte.ts";
import type { LigneTenue } from "../dossier/dossier.repository.ts";

/** Who holds a need without a case. */
export type Porteur = Pick<LigneTenue, "dacId" | "tenuPar">;

const CHAMP = "input.porteurId";

/**
 * In whose name the actor adds a need without a case: a structure that they act for, which the directory knows and says open, or the
 * professional that they are or act for. Never inside a transaction.
 * @throws FORBIDDEN for who is neither; BAD_USER_INPUT when the actor must choose, or chose someone else; NOT_FOUND,
 * SUBGRAPH_UNAVAILABLE of the directory
 */
export async function exigerPorteur(contexte: Contexte, acteur: Acteur, voulu: string | null): Promise<Porteur> {
  const id = choisir(acteur, voulu);
  if (id === professionnelDe(acteur)) return { dacId: id, tenuPar: "PROFESSIONNEL" };
  const { structure } = await contexte.annuaire.demander(destinataireStructure, { id }, contexte.appel);
  if (structure === null) throw introuvable(CHAMP, "L'annuaire ne connaît pas cette structure.");
  if (structure.fermeeLe !== null) throw saisieInvalide(CHAMP, "Cette structure est fermée.");
  return { dacId: id, tenuPar: structure.type === "DAC" ? "DAC" : "STRUCTURE" };
}

function choisir(acteur: Acteur, voulu: string | null): string {
  const lui = professionnelDe(acteur);
  const possibles = lui === null ? acteur.structures : [...acteur.structures, lui];
  const [seul] = possibles;
  if (seul === undefined) throw interdit("une structure ou un numéro RPPS");
  if (voulu !== null) {
    if (possibles.includes(voulu)) return voulu;
    throw saisieInvalide(CHAMP, "Vous n'agissez ni pour cette structure, ni pour ce professionnel.");
  }
  if (acteur.structures.length < 2) return seul;
  throw saisieInvalide(CHAMP, `Vous agissez pour plusieurs : dites qui porte ce besoin (${possibles.join(", ")}).`);
}
