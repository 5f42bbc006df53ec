import type { Sql } from "@coordination/database";
import { introuvable, regleNonRemplie, versionPerimee } from "@coordination/server-kit";
import { type ActeurEcrit, ecrireActeur } from "../acces/acteur-ecrit.ts";
import { ecrireEnTantQue } from "../acces/session.ts";
import type { Contexte } from "../contexte.ts";
import { estIdentifiant } from "../dossier/agir.ts";
import type { Appel } from "../dossier/demander-appui.action.ts";
import { passagesPermis } from "../etats/table.ts";
import { avancer, type Changement } from "./avancer.ts";
import { type ActionOrientation, PASSAGES_DE_L_ORIENTATION } from "./etats.ts";
import { findOrientationsByIds, type LigneOrientation, verrouillerOrientation } from "./orientation.repository.ts";
import { rolesSurLOrientation } from "./roles.rule.ts";

/** An answer to a referral, as it was asked. */
export interface Reponse extends Appel {
  readonly operation: string;
  readonly action: ActionOrientation;
  readonly orientationId: string;
  readonly version: number;
  readonly input: unknown;
}

type Decider<Decide> = (tx: Sql, orientation: LigneOrientation, auteur: ActeurEcrit) => Promise<Decide>;

/**
 * The way every answer goes: the referral is held, the right and the state are checked against the one table, then the
 * version, then `decider` does what is its own; state, need and story follow in the same transaction. A referral that the actor
 * may not see does not differ from one that does not exist. Returns the referral.
 * @throws UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, RULE_NOT_MET, VERSION_CONFLICT, and what `decider` throws
 */
export async function repondre(
  contexte: Contexte,
  reponse: Reponse,
  decider: Decider<Changement | undefined>,
): Promise<LigneOrientation> {
  const { orientation } = await repondreEtRendre(contexte, reponse, async (...donnees) => ({
    changement: await decider(...donnees),
    rendu: null,
  }));
  return orientation;
}

/** The same, for an action that answers something else than the referral: `rendu`. */
export function repondreEtRendre<Rendu>(
  contexte: Contexte,
  { operation, action, orientationId, version, cle, aBlanc, input }: Reponse,
  decider: Decider<{ changement: Changement | undefined; rendu: Rendu }>,
): Promise<{ orientation: LigneOrientation; rendu: Rendu }> {
  const demande = { operation, cle, aBlanc, input: { orientationId, version, input } };
  return ecrireEnTantQue(contexte, demande, async (tx, lui) => {
    const orientation = estIdentifiant(orientationId) ? await verrouillerOrientation(tx, orientationId) : undefined;
    if (orientation === undefined) throw introuvable("orientationId", "Cette orientation n'existe pas.");
    const permis = passagesPermis(
      PASSAGES_DE_L_ORIENTATION,
      orientation.statut,
      rolesSurLOrientation(lui, orientation),
    );
    const passage = permis.find((un) => un.action === action);
    if (passage === undefined) throw actionImpossible(orientation, action, permis);
    if (version !== orientation.version) throw versionPerimee(orientation.version);
    const auteur = ecrireActeur(lui, lui.structures.find((id) => id === orientation.destinataireStructureId) ?? null);
    const { changement, rendu } = await decider(tx, orientation, auteur);
    await avancer(tx, orientation, { passage, changement, auteur, maintenant: contexte.maintenant });
    const [apres] = await findOrientationsByIds(tx, [orientation.id]);
    return { orientation: apres ?? orientation, rendu };
  });
}

function actionImpossible(
  { statut }: LigneOrientation,
  action: ActionOrientation,
  permis: readonly { readonly action: ActionOrientation }[],
) {
  const possibles = [...new Set(permis.map((un) => un.action))].join(", ") || "aucune";
  return regleNonRemplie({
    regle: "ETATS_DE_L_ORIENTATION",
    intitule: "Cette action n'est pas possible dans l'état de l'orientation.",
    conditions: [
      { code: action, libelle: `l'orientation est ${statut} ; actions possibles : ${possibles}`, verdict: "NON" },
    ],
  });
}
