import type { Sql } from "@coordination/database";
import { type Acteur, interdit, introuvable, saisieInvalide } from "@coordination/server-kit";
import { type ActeurEcrit, ecrireActeur } from "../acces/acteur-ecrit.ts";
import { ecrireEnTantQue } from "../acces/session.ts";
import type { Contexte } from "../contexte.ts";
import { estIdentifiant } from "../dossier/agir.ts";
import type { Appel } from "../dossier/demander-appui.action.ts";
import { type LigneOrientation, verrouillerOrientation } from "../orientation/orientation.repository.ts";
import { rolesSurLOrientation } from "../orientation/roles.rule.ts";
import { type CibleReferencee, findReferencesDe, insererReferences } from "./reference.repository.ts";
import { controlerReferences, type Reference } from "./reference.rule.ts";

/** Throws BAD_USER_INPUT naming the reference that cannot be one. */
export function exigerReferences(champ: string, references: readonly Reference[]): void {
  const fausse = controlerReferences(references);
  if (fausse !== null) throw saisieInvalide(`${champ}${fausse.champ}`, fausse.explication);
}

interface References {
  readonly champ: string;
  readonly references: readonly Reference[];
}

/**
 * Gives a sending, or a received referral, the numbers of the software that speaks. Given again, they change nothing. Call inside
 * the transaction. Throws FORBIDDEN for a token that names no software, BAD_USER_INPUT on a number that designates another.
 */
export async function poserReferences(
  tx: Sql,
  { clientId }: Acteur,
  cible: Omit<CibleReferencee, "clientId">,
  { champ, references }: References,
  auteur: ActeurEcrit,
): Promise<void> {
  if (references.length === 0) return;
  if (clientId === null) throw interdit("un logiciel identifié (client_id)");
  await insererReferences(tx, { clientId, ...cible }, references, auteur);
  const siennes = new Set((await findReferencesDe(tx, { clientId, ...cible })).map(cleDe));
  const prise = references.findIndex((reference) => !siennes.has(cleDe(reference)));
  if (prise !== -1) {
    throw saisieInvalide(`${champ}.${prise}`, "Pour ce logiciel, cette référence désigne déjà une autre orientation.");
  }
}

const cleDe = ({ systeme, identifiant }: Reference): string => JSON.stringify([systeme, identifiant]);

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
