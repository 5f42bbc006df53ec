import { randomUUID } from "node:crypto";
import { saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../contexte.ts";
import { agir } from "../dossier/agir.ts";
import type { Appel } from "../dossier/demander-appui.action.ts";
import type { LigneDossier } from "../dossier/dossier.repository.ts";
import { insererConcertation } from "./concertation.repository.ts";
import type { EnregistrerConcertationInput } from "./concertation.type.ts";

const DECISIONS_MAXIMUM = 10_000;
const PARTICIPANTS_MAXIMUM = 50;

/** What a meeting's encrypted text says. */
export interface ConcertationEcrite {
  readonly participants: readonly string[];
  readonly decisions: string;
}

/** What binds the encrypted text of a meeting to its row. */
export const objetDeLaConcertation = (id: string): string => `concertation:${id}`;

/** Records a meeting. Returns the case. Throws as `agir`, BAD_USER_INPUT naming the field. */
export function enregistrerConcertation(
  contexte: Contexte,
  input: EnregistrerConcertationInput,
  appel: Appel,
): Promise<LigneDossier> {
  const { parcoursId, le, participants, decisions } = input;
  if (le.getTime() > contexte.maintenant.getTime())
    throw saisieInvalide("input.le", "Une concertation à venir ne s'enregistre pas.");
  if (
    participants.length === 0 ||
    participants.length > PARTICIPANTS_MAXIMUM ||
    participants.some((nom) => nom.trim() === "")
  ) {
    throw saisieInvalide("input.participants", `De 1 à ${PARTICIPANTS_MAXIMUM} participants, et aucun nom vide.`);
  }
  if (decisions.trim() === "" || decisions.length > DECISIONS_MAXIMUM)
    throw saisieInvalide("input.decisions", `Les décisions comptent de 1 à ${DECISIONS_MAXIMUM} caractères.`);
  return agir(
    contexte,
    { operation: "enregistrerConcertation", action: "NOTER", parcoursId, version: null, input, ...appel },
    async (tx, { id: dossierId }) => {
      const id = randomUUID();
      const ecrite: ConcertationEcrite = { participants, decisions };
      const chiffre = contexte.coffre.chiffrer(objetDeLaConcertation(id), ecrite);
      await insererConcertation(tx, { id, dossierId, le: le.toISOString(), chiffre });
      return { resume: "Une concertation est enregistrée." };
    },
  );
}
