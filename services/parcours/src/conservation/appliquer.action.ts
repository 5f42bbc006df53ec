import type { Database, Sql } from "@coordination/database";
import { jourEnFrance } from "@coordination/server-kit";
import { LE_SERVICE } from "../acces/acteur-ecrit.ts";
import { noterEvenement } from "../dossier/dossier.repository.ts";
import { tenterDossier } from "../dossier/verrou.ts";
import { agirPourLEquipe } from "../echeance/echeance.repository.ts";
import { traiterUnParUn } from "../echeance/un-par-un.ts";
import {
  type DossierAEffacer,
  effacerDossier,
  findDossiersAEffacer,
  oublierLesReponses,
  prendreLaPasse,
} from "./conservation.repository.ts";

const PAR_LOT = 200;

/**
 * Erases every case whose time has come, each in a transaction of its own; how many were. Stopped anywhere, it may be begun again: a case is
 * erased with its event, or not at all. One that somebody writes to now waits for the next pass.
 * @throws AggregateError, after having done the others, when some could not be treated
 */
export async function appliquerLaConservation(database: Database, maintenant: Date): Promise<number> {
  const manques: unknown[] = [];
  let effaces = 0;
  for await (const lot of lots(database, maintenant)) {
    const faits = await traiterUnParUn(database, lot, (tx, du) => effacer(tx, du, maintenant)).catch(
      (error: unknown) => {
        manques.push(error);
        return [];
      },
    );
    effaces += faits.filter((fait) => fait).length;
  }
  if (manques.length > 0) throw new AggregateError(manques, "Des dossiers n'ont pas pu être effacés.");
  return effaces;
}

/** How many there would be; nothing is written. */
export async function compterLesDossiersAEffacer(database: Database, maintenant: Date): Promise<number> {
  let nombre = 0;
  for await (const lot of lots(database, maintenant)) nombre += lot.length;
  return nombre;
}

/** Each once, in the order of their identifiers: one that cannot be treated now does not come back in this pass. */
async function* lots(database: Database, maintenant: Date): AsyncGenerator<readonly DossierAEffacer[]> {
  let apres: string | null = null;
  do {
    const lot: readonly DossierAEffacer[] = await findDossiersAEffacer(database, maintenant, {
      apres,
      limite: PAR_LOT,
    });
    yield lot;
    apres = lot.at(-1)?.id ?? null;
  } while (apres !== null);
}

async function effacer(tx: Sql, { id: dossierId, dacId }: DossierAEffacer, maintenant: Date): Promise<boolean> {
  await agirPourLEquipe(tx, dacId);
  if (!(await tenterDossier(tx, dossierId))) return false;
  if (!(await effacerDossier(tx, dossierId, maintenant))) return false;
  await noterEvenement(tx, {
    dossierId,
    type: "CONSERVATION_EFFACER",
    acteur: LE_SERVICE,
    resume: "La durée de conservation est passée : ce qui nommait la personne est effacé.",
  });
  return true;
}

/** The pass of the day, which the first process to ask for it makes. Throws as `appliquerLaConservation`. */
export async function passerLaConservation(database: Database, maintenant: Date): Promise<void> {
  if (!(await prendreLaPasse(database, jourEnFrance(maintenant)))) return;
  await oublierLesReponses(database);
  await appliquerLaConservation(database, maintenant);
}
