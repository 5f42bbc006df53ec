import type { Sql } from "@coordination/database";
import { LE_SERVICE } from "../acces/acteur-ecrit.ts";
import { noterEvenements } from "../dossier/dossier.repository.ts";
import { renoncerAuxCascades } from "./cascade.repository.ts";
import { type ActionOrientation, PASSAGES_DE_L_ORIENTATION } from "./etats.ts";
import { annulerOrientations, suivreBesoin } from "./orientation.repository.ts";

/** What the service does to referrals because of what someone did to another one, or to the case. */
export interface Entrainees {
  readonly action: Extract<ActionOrientation, "ANNULER" | "RETIRER" | "ROUVRIR_DIFFUSION">;
  readonly ids: readonly string[];
}

/** Each of them has its event and its line to publish: their recipients are told, as the one who acted is. */
export function noterEntrainees(tx: Sql, dossierId: string, { action, ids }: Entrainees): Promise<void> {
  const { libelle } = passageDe(action);
  return noterEvenements(
    tx,
    ids.map((orientationId) => ({
      dossierId,
      type: `ORIENTATION_${action}`,
      acteur: LE_SERVICE,
      resume: `Une orientation : ${libelle}.`,
      orientationId,
    })),
  );
}

/**
 * A case that closes, that ends with the person or that is set aside takes with it what had not begun; nobody else is asked. The same
 * for one need of it, given up.
 */
export async function retirerCeQuiAttend(tx: Sql, dossierId: string, besoinId: string | null = null): Promise<void> {
  await renoncerAuxCascades(tx, { dossierId, besoinId });
  const annulees = await annulerOrientations(tx, { dossierId, besoinId }, passageDe("ANNULER").de);
  await noterEntrainees(tx, dossierId, { action: "ANNULER", ids: annulees.map(({ id }) => id).toSorted() });
  for (const { id } of new Map(annulees.map((une) => [une.besoinId, une])).values()) await suivreBesoin(tx, id);
}

function passageDe(action: ActionOrientation) {
  const passage = PASSAGES_DE_L_ORIENTATION.find((un) => un.action === action && un.par.includes("SERVICE"));
  if (passage === undefined) throw new Error(`the service has no passage ${action}`);
  return passage;
}
