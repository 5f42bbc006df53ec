import type { Sql } from "@coordination/database";
import type { Contexte } from "../contexte.ts";
import { fondementDuPartage } from "../partage/fondement.rule.ts";
import { joindreMessage, lecteurVise, type Vise } from "../partage/message.action.ts";
import { findFaitsDePartage } from "../partage/partage.repository.ts";

/**
 * Joins what an expert advised to the referrals that follow, for their recipients to read once they agree. An advice may name
 * the person: it goes to those for whom a basis stands, and to nobody else. Call inside the transaction.
 */
export async function reprendreContenu(
  tx: Sql,
  contexte: Contexte,
  suites: readonly Vise[],
  avis: { readonly dossierId: string; readonly synthese: string | null },
): Promise<void> {
  const [faits] = await findFaitsDePartage(tx, [avis.dossierId]);
  if (faits === undefined) return;
  const permises = suites.filter(
    (suite) => fondementDuPartage(faits, lecteurVise(suite), contexte.maintenant) !== "SANS_DONNEE_NOMINATIVE",
  );
  await joindreMessage(tx, contexte, permises, avis.synthese);
}
