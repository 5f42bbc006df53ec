import type { Sql } from "@coordination/database";
import type { Contexte } from "../contexte.ts";
import { fondementDuPartage } from "../partage/fondement.rule.ts";
import { type EnvoiVise, joindreMessage, lecteurVise } from "../partage/message.action.ts";
import { findFaitsDePartage } from "../partage/partage.repository.ts";
import { findPrescripteurs, insererPrescripteur } from "./prescripteur.repository.ts";

/** The advice whose content follows. */
interface Avis {
  readonly diffusion: string;
  readonly synthese: string | null;
}

/**
 * Joins what an expert advised, and who prescribes, to the sending that follows, for its recipients to read once they agree. An
 * advice may name the person: it goes when a basis stands for one of them, and is then read by those for whom it does. Call
 * inside the transaction.
 */
export async function reprendreContenu(
  tx: Sql,
  contexte: Contexte,
  suite: EnvoiVise,
  { diffusion, synthese }: Avis,
): Promise<void> {
  const [prescription] = await findPrescripteurs(tx, [diffusion]);
  if (prescription !== undefined) await insererPrescripteur(tx, { ...prescription, diffusion: suite.diffusion });
  const [faits] = await findFaitsDePartage(tx, [suite.dossierId]);
  if (faits === undefined) return;
  const vises = suite.vises.filter(
    (vise) => fondementDuPartage(faits, lecteurVise(vise), contexte.maintenant) !== "SANS_DONNEE_NOMINATIVE",
  );
  await joindreMessage(tx, contexte, { ...suite, vises }, synthese);
}
