import { RefusHttp } from "./refus.ts";

/** JSON escapes that may hide what no text holds: NUL, and halves of surrogate pairs. */
const ECHAPPEMENT_A_VERIFIER = /\\u(?:0000|d[89a-f])/i;
/** NUL, as a string of a GraphQL document would write it. */
const NUL_DANS_UN_DOCUMENT = /\0|\\u(?:0000|\{0+\})/;

/** Whether the text of a JSON body calls for a look at each of its strings: almost none does. */
export const estAVerifier = (json: string): boolean => ECHAPPEMENT_A_VERIFIER.test(json);

/** Throws a 400 when a string or a key of `valeur`, at any depth, is not a text that a database can hold. */
export function refuserTexteImpropre(valeur: unknown): void {
  const restant: unknown[] = [valeur];
  while (restant.length > 0) {
    const courant = restant.pop();
    if (typeof courant === "string" && estImpropre(courant)) throw texteImpropre("requête");
    if (typeof courant !== "object" || courant === null) continue;
    for (const [cle, contenu] of Object.entries(courant)) restant.push(cle, contenu);
  }
}

/** Throws a 400 when a GraphQL document writes a NUL. */
export function refuserDocumentImpropre(document: string): void {
  if (NUL_DANS_UN_DOCUMENT.test(document)) throw texteImpropre("query");
}

const estImpropre = (texte: string): boolean => texte.includes("\0") || !texte.isWellFormed();

export const texteImpropre = (champ: string): RefusHttp =>
  new RefusHttp(400, {
    champ,
    phrase: "La requête porte un texte impropre : caractère NUL, ou moitié d'une paire de substitution.",
  });
