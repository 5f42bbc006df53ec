import { interdit, introuvable, saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import { declarerUneFois } from "../declaration/declarer-une-fois.ts";
import { exigerDeclarant } from "../declaration/droit.ts";
import { exigerTexteOuRien } from "../declaration/saisie.ts";
import { concernesPar } from "./concernes.ts";
import type { TraiterSignalementProfessionnelInput } from "./signalement.input.ts";
import {
  findSignalement,
  findSignalementPourLeTraiter,
  type LigneSignalement,
  updateSignalement,
} from "./signalement.repository.ts";
import { demandeUneReponse, peutPasserA } from "./traitement.rule.ts";

const REPONSE_MAXIMUM = 2000;

/** Answers a report: an agency may, or a structure of the activity it is about. Returns its number. */
export async function traiterSignalement(
  contexte: Contexte,
  input: TraiterSignalementProfessionnelInput,
  cle: string,
): Promise<string> {
  exigerDeclarant(contexte);
  const { numero, statut } = input;
  const reponse = exigerTexteOuRien("input.reponse", input.reponse, REPONSE_MAXIMUM);
  if (reponse === null && demandeUneReponse(statut)) {
    throw saisieInvalide("input.reponse", "Un rejet se motive.");
  }
  const signalement = await findSignalement(contexte.sql, numero);
  if (signalement === null) throw introuvable("input.numero", "Aucun signalement n'a ce numéro.");
  await exigerDroitDeTraiter(contexte, signalement);
  return declarerUneFois(contexte, { operation: "traiterSignalementProfessionnel", cle, input }, async (tx) => {
    const actuel = await findSignalementPourLeTraiter(tx, numero);
    if (actuel === null || !peutPasserA(actuel.statut, statut)) {
      throw saisieInvalide("input.statut", `Un signalement ${actuel?.statut ?? "effacé"} ne devient pas ${statut}.`);
    }
    await updateSignalement(tx, { numero, statut, reponse, le: contexte.maintenant.toISOString() });
    return numero;
  });
}

async function exigerDroitDeTraiter(contexte: Contexte, signalement: LigneSignalement): Promise<void> {
  const concernes = await concernesPar(contexte, signalement.professionnelId);
  if (!concernes(signalement)) throw interdit("parler pour une agence, ou agir pour la structure concernée");
}
