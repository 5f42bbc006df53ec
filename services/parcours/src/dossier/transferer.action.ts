import type { Sql } from "@coordination/database";
import { introuvable, saisieInvalide } from "@coordination/server-kit";
import { destinataireStructure } from "../annuaire.operations.ts";
import type { Contexte } from "../contexte.ts";
import { agir } from "./agir.ts";
import type { Appel } from "./demander-appui.action.ts";
import type { LigneDossier } from "./dossier.repository.ts";

/** Hands the case to another team: from then on, the one that acts sees it no more. */
async function confier(tx: Sql, dossierId: string, dacId: string): Promise<void> {
  await tx.query("select transferer($1, $2)", [dossierId, dacId]);
}

/**
 * Another DAC becomes competent: the case follows with its history, and waits to be qualified there. Returns the case as the
 * former team saw it last. Throws as `agir`, BAD_USER_INPUT naming the field, NOT_FOUND, SUBGRAPH_UNAVAILABLE.
 */
export async function transfererParcours(
  contexte: Contexte,
  {
    parcoursId,
    version,
    dacId,
    motif,
  }: { readonly parcoursId: string; readonly version: number; readonly dacId: string; readonly motif: string },
  appel: Appel,
): Promise<LigneDossier> {
  if (motif.trim() === "") throw saisieInvalide("motif", "Dites pourquoi le dossier change d'équipe.");
  const { annuaire, appel: interne } = contexte;
  const { structure } = await annuaire.demander(destinataireStructure, { id: dacId }, interne, { id: "dacId" });
  if (structure === null) throw introuvable("dacId", "L'annuaire ne connaît pas cette structure.");
  if (structure.type !== "DAC" || structure.fermeeLe !== null)
    throw saisieInvalide("dacId", "Un dossier se transfère à un DAC ouvert.");
  const dossier = await agir(
    contexte,
    { operation: "transfererParcours", action: "TRANSFERER", parcoursId, version, input: { dacId, motif }, ...appel },
    async (_tx, { dacId: actuel }) => {
      if (actuel === dacId) throw saisieInvalide("dacId", "Ce DAC a déjà le dossier.");
      return {
        resume: "Le dossier est confié à un autre DAC.",
        conclure: (tx, id) => confier(tx, id, dacId),
      };
    },
  );
  return { ...dossier, dacId, referentId: null, acces: null };
}
