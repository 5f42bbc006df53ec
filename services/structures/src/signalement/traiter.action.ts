import { ecrireUneFois, introuvable, saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import { exigerEcriture, exigerLesSiensOuAgence } from "../declaration/droit.ts";
import { texteOuNul } from "../declaration/saisie.ts";
import type { TraiterSignalementStructureInput } from "./signalement.input.ts";
import { ecrireReponse, findSignalement } from "./signalement.repository.ts";
import { peutPasser } from "./suivi.rule.ts";

/**
 * The answer to a report, by the structure's own people or by an agency.
 * @returns its number. Throws UNAUTHENTICATED, FORBIDDEN, NOT_FOUND or BAD_USER_INPUT.
 */
export async function traiter(
  contexte: Contexte,
  input: TraiterSignalementStructureInput,
  cle: string,
): Promise<string> {
  const { database, sql, maintenant } = contexte;
  exigerEcriture(contexte.acteur);
  const { numero, statut } = input;
  const signalement = await findSignalement(sql, numero);
  if (signalement === null) throw introuvable("input.numero", "Aucun signalement ne porte ce numéro.");
  const acteur = exigerLesSiensOuAgence(contexte.acteur, signalement.structureId);
  const reponse = texteOuNul("input.reponse", input.reponse, 1_000);
  if (statut === "REJETE" && reponse === null) throw saisieInvalide("input.reponse", "Un rejet se motive.");
  return ecrireUneFois(database, { acteur, operation: "traiterSignalementStructure", cle, input }, async (tx) => {
    const de = signalement.statut;
    const passe =
      peutPasser(de, statut) && (await ecrireReponse(tx, { numero, statut, reponse, traiteLe: maintenant, de }));
    if (!passe) throw saisieInvalide("input.statut", `Ce signalement est ${de} : il ne peut plus passer à ${statut}.`);
    return numero;
  });
}
