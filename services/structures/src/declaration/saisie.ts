import { introuvable, saisieInvalide } from "@coordination/server-kit";
import type { TypeStructure } from "@coordination/vocabulaire";
import { pourquoiAucune } from "../commune/commune-d-hier.ts";
import type { Contexte } from "../context.ts";
import type { Structure } from "../structure/structure.type.ts";

const TEXTE_MAXIMUM = 500;
const LISTE_MAXIMUM = 500;

/** A text that a client wrote, trimmed. Throws BAD_USER_INPUT when it is empty or too long. */
export function texte(champ: string, valeur: string, maximum = TEXTE_MAXIMUM): string {
  const propre = valeur.trim();
  if (propre === "") throw saisieInvalide(champ, "Ce texte ne peut pas être vide.");
  if (propre.length > maximum) throw saisieInvalide(champ, `Ce texte compte ${maximum} caractères au plus.`);
  return propre;
}

/** The same for a text that may be left out. */
export const texteOuNul = (champ: string, valeur: string | null | undefined, maximum?: number): string | null =>
  valeur === null || valeur === undefined ? null : texte(champ, valeur, maximum);

/** A list of texts, each trimmed. Throws BAD_USER_INPUT naming the first that is wrong. */
export const textes = (champ: string, valeurs: readonly string[] | null | undefined): string[] =>
  bornee(champ, valeurs ?? []).map((valeur, rang) => texte(`${champ}[${rang}]`, valeur));

/** A list that is not too long. Throws BAD_USER_INPUT. */
export function bornee<T>(champ: string, valeurs: readonly T[]): readonly T[] {
  if (valeurs.length > LISTE_MAXIMUM)
    throw saisieInvalide(champ, `Cette liste compte ${LISTE_MAXIMUM} éléments au plus.`);
  return valeurs;
}

/** A day that has come: a finding is not dated in the future. Throws BAD_USER_INPUT. */
export function jourPasse<Jour extends string | null>(champ: string, jour: Jour, { aujourdhui }: Contexte): Jour {
  if (jour !== null && jour > aujourdhui)
    throw saisieInvalide(champ, "Cette date est à venir : un constat est daté au plus tard d'aujourd'hui.");
  return jour;
}

/** A last day that does not come before the first. Throws BAD_USER_INPUT. */
export function finApres<Jour extends string | null>(champ: string, fin: Jour, debut: string): Jour {
  if (fin !== null && fin < debut) throw saisieInvalide(champ, `Cette date précède le premier jour, le ${debut}.`);
  return fin;
}

/** The structure that a write is about. Throws NOT_FOUND. */
export async function exigerStructure(champ: string, id: string, { loaders }: Contexte): Promise<Structure> {
  const structure = await loaders.structureById.load(id);
  if (structure === null) throw introuvable(champ, "Aucune structure ne porte cet identifiant.");
  return structure;
}

/** Throws BAD_USER_INPUT when the structure is of none of these types; `quoi` is what only they have, in French. */
export function exigerType(
  champ: string,
  { type }: Pick<Structure, "type">,
  types: readonly TypeStructure[],
  quoi: string,
): void {
  if (!types.includes(type)) throw saisieInvalide(champ, `Seules ces structures ont ${quoi} : ${types.join(", ")}.`);
}

/** A commune that exists. Throws BAD_USER_INPUT. */
export async function exigerCommune(champ: string, code: string, { loaders }: Contexte): Promise<string> {
  if ((await loaders.communeByCode.load(code)) === null)
    throw saisieInvalide(champ, await pourquoiAucune(code, loaders));
  return code;
}

/** Communes that exist, each once. Throws BAD_USER_INPUT naming one that does not. */
export async function exigerCommunes(champ: string, codes: readonly string[], contexte: Contexte): Promise<string[]> {
  const communes = bornee(champ, codes).map((code, rang) => exigerCommune(`${champ}[${rang}]`, code, contexte));
  return [...new Set(await Promise.all(communes))];
}
