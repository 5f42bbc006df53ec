import { appliquer } from "@coordination/rules";
import { introuvable, regleNonRemplie } from "@coordination/server-kit";
import { professionnelConnu } from "../annuaire.operations.ts";
import type { Contexte } from "../contexte.ts";
import { type PrescriptionDEnvoi, prescripteurDistinct } from "./prescripteur.rule.ts";

/** Asks the directory whether the prescriber is someone. Never inside a transaction. Throws NOT_FOUND, SUBGRAPH_UNAVAILABLE. */
export async function exigerPrescripteurConnu(
  { annuaire, appel }: Contexte,
  prescripteurId: string | null,
  champ: string,
): Promise<void> {
  if (prescripteurId === null) return;
  const { professionnel } = await annuaire.demander(professionnelConnu, { id: prescripteurId }, appel, { id: champ });
  if (professionnel === null) throw introuvable(champ, "L'annuaire ne connaît pas ce professionnel.");
}

/** Throws RULE_NOT_MET when this professional cannot be the prescriber of this sending. */
export function exigerPrescripteur(prescription: PrescriptionDEnvoi): void {
  const jugee = appliquer(prescripteurDistinct, prescription);
  if (jugee.verdict === "OUI") return;
  throw regleNonRemplie({ ...jugee, conditions: jugee.conditions.filter(({ verdict }) => verdict !== "OUI") });
}
