import { randomBytes } from "node:crypto";
import { ecrireUneFois, saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import { exigerStructure, texteOuNul } from "../declaration/saisie.ts";
import type { SignalerErreurStructureInput } from "./signalement.input.ts";
import { ecrireSignalement } from "./signalement.repository.ts";

const TEXTE_DE_SIGNALEMENT = 1_000;
const NOM_DE_CHAMP = /^[a-zA-Z][a-zA-Z0-9.]{0,99}$/;

/** The number cannot be guessed: whoever knows it may read the answer. */
const nouveauNumero = (): string => `S-${randomBytes(9).toString("base64url")}`;

/**
 * A wrong value, reported by anyone, anonymous included.
 * @returns the number that follows it. Throws NOT_FOUND or BAD_USER_INPUT.
 */
export async function signaler(contexte: Contexte, input: SignalerErreurStructureInput, cle: string): Promise<string> {
  const { acteur, database, maintenant } = contexte;
  const structure = await exigerStructure("input.structureId", input.structureId, contexte);
  if (!NOM_DE_CHAMP.test(input.champ))
    throw saisieInvalide("input.champ", "Donnez le nom du champ faux dans le schéma, par exemple « adresse ».");
  const signalement = {
    structureId: structure.id,
    champ: input.champ,
    attendu: texteOuNul("input.attendu", input.attendu, TEXTE_DE_SIGNALEMENT),
    commentaire: texteOuNul("input.commentaire", input.commentaire, TEXTE_DE_SIGNALEMENT),
    recuLe: maintenant,
  };
  return ecrireUneFois(database, { acteur, operation: "signalerErreurStructure", cle, input }, async (tx) => {
    const numero = nouveauNumero();
    await ecrireSignalement(tx, { ...signalement, numero });
    return numero;
  });
}
