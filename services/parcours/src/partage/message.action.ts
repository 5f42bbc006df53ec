import type { Sql } from "@coordination/database";
import { regleNonRemplie } from "@coordination/server-kit";
import type { Contexte } from "../contexte.ts";
import { type FondementPartage, fondementDuPartage } from "./fondement.rule.ts";
import { findFaitsDePartage, insererMessage } from "./partage.repository.ts";

/** To whom a referral goes, as its basis sees them. */
export interface Vise {
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

/** What binds an encrypted message to what it is sealed for: its sending. */
export const objetDuMessage = (scellePour: string): string => `message:${scellePour}`;

/** A sending, all its recipients included: those of a cascade who wait for their turn as well. */
export interface EnvoiVise {
  readonly diffusion: string;
  readonly dossierId: string;
  readonly vises: readonly Vise[];
}

/**
 * Joins a message that names the person to a sending whose referrals were just written: each recipient reads it once they agree.
 * A recipient without a basis refuses the whole sending. Call inside the transaction. Throws RULE_NOT_MET.
 */
export async function joindreMessage(
  tx: Sql,
  { coffre, maintenant }: Contexte,
  { diffusion, dossierId, vises }: EnvoiVise,
  message: string | null,
): Promise<void> {
  if (message === null || vises.length === 0) return;
  const [faits] = await findFaitsDePartage(tx, [dossierId]);
  const fondements = vises.map(
    (vise): FondementPartage =>
      faits === undefined ? "SANS_DONNEE_NOMINATIVE" : fondementDuPartage(faits, lecteurVise(vise), maintenant),
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
  await insererMessage(tx, { diffusion, chiffre: coffre.chiffrer(objetDuMessage(diffusion), message) });
}
