import { introuvable } from "@coordination/server-kit";
import { ecrireActeur } from "../acces/acteur-ecrit.ts";
import { ecrireEnTantQue } from "../acces/session.ts";
import type { Contexte } from "../contexte.ts";
import { estIdentifiant } from "../dossier/agir.ts";
import type { Appel } from "../dossier/demander-appui.action.ts";
import { type LigneOrientation, verrouillerOrientation } from "../orientation/orientation.repository.ts";
import { rolesSurLOrientation } from "../orientation/roles.rule.ts";
import type { Reference } from "./reference.rule.ts";
import { exigerReferences, poserReferences } from "./references-donnees.ts";

/**
 * The numbers that the sender's software, or the receiver's, gives to a referral, at any time. Returns the referral.
 * @throws UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT naming the reference
 */
export function poserReferencesExternes(
  contexte: Contexte,
  {
    orientationId,
    referencesExternes,
  }: { readonly orientationId: string; readonly referencesExternes: readonly Reference[] },
  appel: Appel,
): Promise<LigneOrientation> {
  const champ = "referencesExternes";
  exigerReferences(champ, referencesExternes);
  const demande = { operation: "poserReferencesExternes", input: { orientationId, referencesExternes }, ...appel };
  return ecrireEnTantQue(contexte, demande, async (tx, lui) => {
    const orientation = estIdentifiant(orientationId) ? await verrouillerOrientation(tx, orientationId) : undefined;
    if (orientation === undefined) throw introuvable("orientationId", "Cette orientation n'existe pas.");
    const { id, diffusion, dacId, destinataireStructureId } = orientation;
    const emise = rolesSurLOrientation(lui, orientation).includes("EMETTEUR");
    const cible = emise
      ? ({ cote: "EMETTEUR", cible: diffusion } as const)
      : ({ cote: "DESTINATAIRE", cible: id } as const);
    const cote = emise ? dacId : destinataireStructureId;
    const structure = lui.structures.find((sienne) => sienne === cote) ?? null;
    await poserReferences(tx, lui, cible, { champ, references: referencesExternes }, ecrireActeur(lui, structure));
    return orientation;
  });
}
