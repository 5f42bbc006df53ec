import {
  type Acteur,
  agitPour,
  ecrireUneFois,
  interdit,
  introuvable,
  professionnelDe,
  saisieInvalide,
} from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import { exigerEcriture } from "../declaration/droit.ts";
import { marquerModifiee } from "../declaration/ecriture.repository.ts";
import { ecrireFinDAdhesion, findAdhesions } from "./adhesion.repository.ts";
import type { Adhesion } from "./adhesion.type.ts";

/**
 * Ends a membership; the day given is its last. By the grouping, or by the member: joining is voluntary, leaving too.
 * @returns its id. Throws UNAUTHENTICATED, FORBIDDEN, NOT_FOUND or BAD_USER_INPUT.
 */
export async function mettreFin(
  contexte: Contexte,
  { id, le }: { id: string; le: string },
  cle: string,
): Promise<string> {
  const acteur = exigerEcriture(contexte.acteur);
  const adhesion = await contexte.loaders.adhesionById.load(id);
  if (adhesion === null) throw introuvable("id", "Aucune adhésion ne porte cet identifiant.");
  if (!peutYMettreFin(acteur, adhesion)) throw interdit("être ce membre, ou agir pour lui ou pour le groupement");
  const demande = { acteur, operation: "mettreFinAAdhesion", cle, input: { id, le } };
  return ecrireUneFois(contexte.database, demande, async (tx) => {
    await marquerModifiee(tx, adhesion.groupementId);
    // Read again: another write may have ended it since.
    const [actuelle = adhesion] = await findAdhesions(tx, [id]);
    if (le < actuelle.depuis) throw saisieInvalide("le", `L'adhésion a commencé le ${actuelle.depuis}.`);
    if (actuelle.jusquA !== null && le > actuelle.jusquA)
      throw saisieInvalide("le", `L'adhésion a déjà pris fin le ${actuelle.jusquA}.`);
    await ecrireFinDAdhesion(tx, id, le);
    return id;
  });
}

/** A professional's id is 8 and their RPPS number: the national identification. */
const peutYMettreFin = (acteur: Acteur, { groupementId, structureId, professionnelId }: Adhesion): boolean =>
  agitPour(acteur, groupementId) ||
  (structureId !== null && agitPour(acteur, structureId)) ||
  (professionnelId !== null && professionnelId === professionnelDe(acteur));
