import type { Sql } from "@coordination/database";
import type { ActeurEcrit } from "../acces/acteur-ecrit.ts";
import { echeancesPour } from "../delais/echeances-pour.ts";
import { noterEvenement } from "../dossier/dossier.repository.ts";
import type { Passage } from "../etats/table.ts";
import { poursuivreCascade, renoncerALaCascade } from "./cascade.repository.ts";
import { type ActionOrientation, APPELLENT_LE_SUIVANT, type RoleOrientation, type StatutOrientation } from "./etats.ts";
import {
  type ChangementOrientation,
  changerOrientation,
  type LigneOrientation,
  suivreBesoin,
} from "./orientation.repository.ts";
import { type Entrainees, noterEntrainees } from "./retirer.ts";

/** What an answer writes of its referral, what it has just made of the others of the sending, and those that it sends. */
export type Changement = Omit<ChangementOrientation, "statut"> & {
  readonly entrainees?: Entrainees;
  readonly envoyees?: readonly string[];
};

/** What a passage of the table makes of a referral, and who made it. */
export interface Avancee {
  readonly passage: Passage<StatutOrientation, ActionOrientation, RoleOrientation>;
  readonly changement: Changement | undefined;
  readonly auteur: ActeurEcrit;
  readonly maintenant: Date;
}

/**
 * Writes a passage of a referral that this transaction holds with its case: story, state, the others, next of the cascade, need.
 */
export async function avancer(
  tx: Sql,
  orientation: LigneOrientation,
  { passage, changement: { entrainees, envoyees, ...changement } = {}, auteur, maintenant }: Avancee,
): Promise<void> {
  const { id, dossierId, diffusion, dacId, urgence, apercu } = orientation;
  const noter = (type: string, resume: string, orientationId = id) =>
    noterEvenement(tx, { dossierId, type, acteur: auteur, resume, orientationId, ...(envoyees && { envoyees }) });
  const statut = typeof passage.vers === "string" ? passage.vers : orientation.statut;
  await noter(`ORIENTATION_${passage.action}`, `Une orientation : ${passage.libelle}.`);
  await changerOrientation(tx, id, { statut, ...changement });
  if (entrainees !== undefined) await noterEntrainees(tx, dossierId, entrainees);
  if (passage.action === "ANNULER") await renoncerALaCascade(tx, diffusion);
  if (passage.vers !== null && APPELLENT_LE_SUIVANT.has(statut)) {
    const echeances = await echeancesPour(tx, { dacId, urgence, departement: apercu.departement }, maintenant);
    const suivante = await poursuivreCascade(tx, id, { envoyeeLe: maintenant, echeances });
    if (suivante !== null) {
      const resume = "Une orientation : le destinataire suivant de la cascade est sollicité.";
      await noter("ORIENTATION_SUIVANTE", resume, suivante);
    }
  }
  await suivreBesoin(tx, id);
}
