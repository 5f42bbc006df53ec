import type { Database, Sql } from "@coordination/database";
import { LE_SERVICE } from "../acces/acteur-ecrit.ts";
import { noterEvenement } from "../dossier/dossier.repository.ts";
import { passagesPermis } from "../etats/table.ts";
import { avancer } from "../orientation/avancer.ts";
import { PASSAGES_DE_L_ORIENTATION } from "../orientation/etats.ts";
import {
  agirPourLEquipe,
  type EcheanceDue,
  findEcheancesDues,
  noterRelance,
  saisirOrientation,
} from "./echeance.repository.ts";
import { traiterUnParUn } from "./un-par-un.ts";

/** What one pass did. */
export interface PasseDesEcheances {
  readonly relancees: number;
  readonly echues: number;
}

const PAR_PASSE = 200;

/**
 * Reminds and ends what is due at this instant, at most two hundred referrals. Any number of processes may call it at once:
 * each referral is held while it is treated, and read again then, so that each effect happens once, and none after an answer.
 * @throws AggregateError, after having done the others, when some could not be treated
 */
export async function faireLesEcheances(database: Database, maintenant: Date): Promise<PasseDesEcheances> {
  const dues = await findEcheancesDues(database, maintenant, PAR_PASSE);
  const faites = await traiterUnParUn(database, dues, (tx, due) => traiter(tx, due, maintenant));
  return {
    relancees: faites.filter((effet) => effet === "RELANCER").length,
    echues: faites.filter((effet) => effet === "ECHOIR").length,
  };
}

type Effet = "RELANCER" | "ECHOIR";

async function traiter(tx: Sql, { id, dacId }: EcheanceDue, maintenant: Date): Promise<Effet | null> {
  await agirPourLEquipe(tx, dacId);
  const orientation = await saisirOrientation(tx, id);
  if (orientation === undefined) return null;
  const effet = estPassee(orientation.repondreAvant, maintenant)
    ? "ECHOIR"
    : estPassee(orientation.relancerLe, maintenant)
      ? "RELANCER"
      : null;
  const passage = passagesPermis(PASSAGES_DE_L_ORIENTATION, orientation.statut, ["SERVICE"]).find(
    ({ action }) => action === effet,
  );
  if (effet === null || passage === undefined) return null;
  if (effet === "ECHOIR") {
    await avancer(tx, orientation, { passage, changement: undefined, auteur: LE_SERVICE, maintenant });
    return effet;
  }
  await noterEvenement(tx, {
    dossierId: orientation.dossierId,
    type: "ORIENTATION_RELANCER",
    acteur: LE_SERVICE,
    resume: `Une orientation : ${passage.libelle}.`,
    orientationId: id,
  });
  await noterRelance(tx, id, maintenant);
  return effet;
}

const estPassee = (le: string | null, maintenant: Date): boolean =>
  le !== null && Date.parse(le) <= maintenant.getTime();
