import { randomUUID } from "node:crypto";
import { saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../contexte.ts";
import { agir } from "../dossier/agir.ts";
import type { Appel } from "../dossier/demander-appui.action.ts";
import type { LigneDossier } from "../dossier/dossier.repository.ts";
import type { Coffre } from "../identite/coffre.ts";
import { insererNote, type LigneNote } from "./note.repository.ts";

const TEXTE_MAXIMUM = 10_000;

/** What binds the encrypted text of a note to its row. */
const objetDeLaNote = (id: string): string => `note:${id}`;

/** What a note says. */
export const texteDeLaNote = (coffre: Coffre, { id, texte, chiffre }: LigneNote): string =>
  chiffre === null ? (texte ?? "") : String(coffre.dechiffrer(objetDeLaNote(id), chiffre));

/** Adds a note of the team. Throws as `agir`, BAD_USER_INPUT on an empty or endless text. Returns the case. */
export function ajouterNote(
  contexte: Contexte,
  { parcoursId, texte }: { readonly parcoursId: string; readonly texte: string },
  appel: Appel,
): Promise<LigneDossier> {
  if (texte.trim() === "" || texte.length > TEXTE_MAXIMUM) {
    throw saisieInvalide("texte", `Une note compte de 1 à ${TEXTE_MAXIMUM} caractères.`);
  }
  return agir(
    contexte,
    { operation: "ajouterNote", action: "NOTER", parcoursId, version: null, input: texte, ...appel },
    async (tx, { id: dossierId }, auteur) => {
      const id = randomUUID();
      await insererNote(tx, { id, dossierId, auteur, chiffre: contexte.coffre.chiffrer(objetDeLaNote(id), texte) });
      return { resume: "Une note est ajoutée." };
    },
  );
}
