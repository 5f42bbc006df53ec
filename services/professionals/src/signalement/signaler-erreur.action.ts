import { randomBytes } from "node:crypto";
import { introuvable, saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import { declarerUneFois } from "../declaration/declarer-une-fois.ts";
import { exigerTexte, exigerTexteOuRien } from "../declaration/saisie.ts";
import type { SignalerErreurProfessionnelInput } from "./signalement.input.ts";
import { insertSignalement } from "./signalement.repository.ts";

const CHAMP_MAXIMUM = 100;
const ATTENDU_MAXIMUM = 500;
const COMMENTAIRE_MAXIMUM = 2000;

/** Anyone may report a wrong value, without an identity. Returns the number that follows it. */
export async function signalerErreur(
  contexte: Contexte,
  input: SignalerErreurProfessionnelInput,
  cle: string,
): Promise<string> {
  const { loaders, maintenant } = contexte;
  const signalement = {
    champ: exigerTexte("input.champ", input.champ, CHAMP_MAXIMUM),
    attendu: exigerTexteOuRien("input.attendu", input.attendu, ATTENDU_MAXIMUM),
    commentaire: exigerTexteOuRien("input.commentaire", input.commentaire, COMMENTAIRE_MAXIMUM),
    situationId: input.situationId ?? null,
  };
  // Closed rows too may be wrong, first of all in being closed.
  const professionnel = await loaders.professionnelById.load(input.professionnelId);
  if (professionnel === null) {
    throw introuvable("input.professionnelId", "L'annuaire ne connaît pas ce professionnel.");
  }
  if (signalement.situationId !== null) {
    const situation = await loaders.situationById.load(signalement.situationId);
    if (situation?.professionnelId !== professionnel.id) {
      throw saisieInvalide("input.situationId", "Ce professionnel n'a pas cette activité.");
    }
  }
  return declarerUneFois(contexte, { operation: "signalerErreurProfessionnel", cle, input }, async (tx) => {
    const numero = nouveauNumero();
    const professionnelId = professionnel.id;
    await insertSignalement(tx, { numero, professionnelId, ...signalement, recuLe: maintenant.toISOString() });
    return numero;
  });
}

/** Crockford's 32 signs: none is taken for another when a number is read aloud. */
const SIGNES = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SIGNES_D_UN_NUMERO = 24;

/** Knowing the number opens the answer: 120 bits, drawn at random. */
function nouveauNumero(): string {
  const signes = [...randomBytes(SIGNES_D_UN_NUMERO)].map((octet) => SIGNES[octet % SIGNES.length]).join("");
  return `P-${signes.match(/.{4}/g)?.join("-")}`;
}
