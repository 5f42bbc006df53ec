import { saisieInvalide } from "@coordination/server-kit";
import { lireEnTantQue } from "../acces/session.ts";
import type { Contexte } from "../contexte.ts";
import { estIdentifiant } from "../dossier/agir.ts";
import { exigerDestinataire } from "./destinataire.ts";
import type { DestinataireInput } from "./orientation.input.ts";
import { findOrientationsByIds, type Suggestion } from "./orientation.repository.ts";

/**
 * Whom a recipient who refuses would ask instead: somebody else, that the directory knows and that may receive the same. Of a referral
 * that this actor does not see, nothing is asked: the refusal itself says that it does not exist. Never call it inside a transaction.
 * @throws BAD_USER_INPUT, NOT_FOUND, RULE_NOT_MET at `suggestion`; SUBGRAPH_UNAVAILABLE when the directory does not answer
 */
export async function exigerSuggestion(
  contexte: Contexte,
  orientationId: string,
  suggestion: DestinataireInput | null,
): Promise<Suggestion | null> {
  if (suggestion === null || !estIdentifiant(orientationId)) return null;
  const [refusee] = await lireEnTantQue(contexte.database, contexte.acteur, (sql) =>
    findOrientationsByIds(sql, [orientationId]),
  );
  if (refusee === undefined) return null;
  const demande = {
    nature: refusee.apercu.nature,
    envoi: refusee.nature,
    sansMedecinTraitant: "INCONNU" as const,
  };
  const connu = await exigerDestinataire(contexte, suggestion, demande, "suggestion");
  const { situationId, structureId, equipeId } = connu;
  if (situationId === refusee.situationId && structureId === refusee.structureId && equipeId === refusee.equipeId)
    throw saisieInvalide("suggestion", "Suggérez quelqu'un d'autre que vous.");
  return { situationId, structureId, equipeId };
}
