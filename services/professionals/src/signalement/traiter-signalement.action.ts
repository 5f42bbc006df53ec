import { agitPour, estAgence, interdit, introuvable, saisieInvalide } from "@coordination/server-kit";
import type { StatutSignalement } from "@coordination/vocabulaire";
import type { Contexte } from "../context.ts";
import { structuresDe } from "../declaration/cible.ts";
import { declarerUneFois } from "../declaration/declarer-une-fois.ts";
import { exigerDeclarant } from "../declaration/droit.ts";
import { exigerTexteOuRien } from "../declaration/saisie.ts";
import {
  findSignalement,
  findSignalementPourLeTraiter,
  type LigneSignalement,
  updateSignalement,
} from "./signalement.repository.ts";
import { demandeUneReponse, peutPasserA } from "./traitement.rule.ts";

const REPONSE_MAXIMUM = 2000;

/** What the client sends to answer a report. */
export interface TraiterSignalement {
  readonly numero: string;
  readonly statut: StatutSignalement;
  readonly reponse: string | null;
}

/** Answers a report: an agency may, or a structure of the activity it is about. Returns its number. */
export async function traiterSignalement(contexte: Contexte, input: TraiterSignalement, cle: string): Promise<string> {
  exigerDeclarant(contexte);
  const { numero, statut } = input;
  const reponse = exigerTexteOuRien("reponse", input.reponse, REPONSE_MAXIMUM);
  if (reponse === null && demandeUneReponse(statut)) {
    throw saisieInvalide("reponse", "Celui qui a signalé doit pouvoir lire pourquoi.");
  }
  const signalement = await findSignalement(contexte.sql, numero);
  if (signalement === null) throw introuvable("numero", "Aucun signalement n'a ce numéro.");
  await exigerDroitDeTraiter(contexte, signalement);
  return declarerUneFois(
    contexte,
    { operation: "traiterSignalementProfessionnel", cle, input: { numero, statut, reponse } },
    async (tx) => {
      const actuel = await findSignalementPourLeTraiter(tx, numero);
      if (actuel === null || !peutPasserA(actuel.statut, statut)) {
        throw saisieInvalide("statut", `Un signalement ${actuel?.statut ?? "effacé"} ne devient pas ${statut}.`);
      }
      await updateSignalement(tx, { numero, statut, reponse, le: contexte.maintenant.toISOString() });
      return numero;
    },
  );
}

async function exigerDroitDeTraiter(
  { loaders, appel }: Contexte,
  { professionnelId, situationId }: LigneSignalement,
): Promise<void> {
  if (estAgence(appel.acteur)) return;
  const situations = await loaders.situationsByProfessionnel.load(professionnelId);
  const concernees = situations.filter(({ id }) => situationId === null || id === situationId);
  if (structuresDe(concernees).some((id) => agitPour(appel.acteur, id))) return;
  throw interdit("parler pour une agence, ou agir pour la structure concernée");
}
