import type { Sql } from "@coordination/database";
import { regleNonRemplie } from "@coordination/server-kit";
import type { Contexte } from "../contexte.ts";
import { type FondementPartage, fondementDuPartage } from "./fondement.rule.ts";
import { findFaitsDePartage, insererMessages } from "./partage.repository.ts";

/** To whom a referral goes, as its basis sees them. */
export interface Vise {
  readonly id: string;
  readonly dossierId: string;
  readonly destinataireProfessionnelId: string | null;
  readonly destinataireStructureId: string | null;
  readonly equipeId: string | null;
}

/** The recipient of a referral, as whoever reads it there. */
export const lecteurVise = ({ destinataireProfessionnelId, destinataireStructureId, equipeId }: Vise) => ({
  professionnelId: destinataireProfessionnelId,
  structureIds: destinataireStructureId === null ? [] : [destinataireStructureId],
  equipeId,
});

/** What binds an encrypted message to its referral. */
export const objetDuMessage = (orientationId: string): string => `message:${orientationId}`;

/**
 * Joins a message that names the person to referrals that were just written. A recipient without a basis refuses the whole
 * sending. Call inside the transaction. Throws RULE_NOT_MET.
 */
export async function joindreMessage(
  tx: Sql,
  { coffre, maintenant }: Contexte,
  orientations: readonly Vise[],
  message: string | null,
): Promise<void> {
  const [premiere] = orientations;
  if (message === null || premiere === undefined) return;
  const [faits] = await findFaitsDePartage(tx, [premiere.dossierId]);
  const fondements = orientations.map(
    (orientation): FondementPartage =>
      faits === undefined ? "SANS_DONNEE_NOMINATIVE" : fondementDuPartage(faits, lecteurVise(orientation), maintenant),
  );
  if (fondements.includes("SANS_DONNEE_NOMINATIVE")) {
    throw regleNonRemplie({
      regle: "FONDEMENT_DU_PARTAGE",
      intitule: "Un message qui nomme la personne exige un fondement pour chaque destinataire.",
      conditions: fondements.map((fondement, rang) => ({
        code: `DESTINATAIRE_${rang}`,
        libelle: "il est de l'équipe de soins, ou la personne consent, ou elle est hors d'état de dire sa volonté",
        verdict: fondement === "SANS_DONNEE_NOMINATIVE" ? "NON" : "OUI",
      })),
    });
  }
  await insererMessages(
    tx,
    orientations.map(({ id }) => ({ orientationId: id, chiffre: coffre.chiffrer(objetDuMessage(id), message) })),
  );
}
