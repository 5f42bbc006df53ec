import type { Database, Sql } from "@coordination/database";
import { LE_SERVICE } from "../acces/acteur-ecrit.ts";
import {
  type ConsentementExpire,
  findConsentementsExpires,
  noterExpiration,
} from "../consentement/consentement.repository.ts";
import { noterEvenement } from "../dossier/dossier.repository.ts";
import { tenterDossier } from "../dossier/verrou.ts";
import { agirPourLEquipe } from "./echeance.repository.ts";
import { traiterUnParUn } from "./un-par-un.ts";

const PAR_PASSE = 200;

/**
 * Tells the story, once each, that consents have ended at this instant; how many were told. Nothing waits for it: a consent ends at
 * its hour, by computation. Any number of processes may call it at once. Throws AggregateError as `traiterUnParUn`.
 */
export async function direLesTermes(database: Database, maintenant: Date): Promise<number> {
  const expires = await findConsentementsExpires(database, maintenant, PAR_PASSE);
  const dits = await traiterUnParUn(database, expires, (tx, expire) => dire(tx, expire, maintenant));
  return dits.filter((dit) => dit).length;
}

async function dire(tx: Sql, { id, dossierId, dacId }: ConsentementExpire, maintenant: Date): Promise<boolean> {
  await agirPourLEquipe(tx, dacId);
  if (!(await tenterDossier(tx, dossierId))) return false;
  if (!(await noterExpiration(tx, id, maintenant))) return false;
  await noterEvenement(tx, {
    dossierId,
    type: "CONSENTEMENT_EXPIRER",
    acteur: LE_SERVICE,
    resume: "Un consentement est arrivé à son terme : plus rien n'est dit de la personne sur lui.",
  });
  return true;
}
