import { saisieInvalide } from "@coordination/server-kit";

/** Words that only importers write as a source: an import closes what bears its own. */
const SOURCES_DES_FICHIERS: ReadonlySet<string> = new Set(["RPPS", "FINESS"]);
const TEXTE_MAXIMUM = 200;

/** The text without the blanks around it. Throws BAD_USER_INPUT when nothing is left, or when it is too long. */
export function exigerTexte(champ: string, valeur: string, maximum = TEXTE_MAXIMUM): string {
  const texte = valeur.trim();
  if (texte === "") throw saisieInvalide(champ, "Ce texte ne peut pas être vide.");
  if (texte.length > maximum) throw saisieInvalide(champ, `Ce texte ne dépasse pas ${maximum} caractères.`);
  return texte;
}

/** The same for an optional text; an empty one is none. */
export const exigerTexteOuRien = (champ: string, valeur: string | null | undefined, maximum?: number): string | null =>
  (valeur ?? "").trim() === "" ? null : exigerTexte(champ, valeur ?? "", maximum);

/** Who declares, in a few words. */
export function exigerSource(valeur: string): string {
  const source = exigerTexte("input.source", valeur);
  if (SOURCES_DES_FICHIERS.has(source.toUpperCase())) {
    throw saisieInvalide("input.source", "Cette source est celle des fichiers importés : dites qui déclare.");
  }
  return source;
}

/** A period in civil days, both ends included. Throws BAD_USER_INPUT when it ends before it starts. */
export function exigerPeriode({ depuis, jusquA }: { depuis: string; jusquA?: string | null }): {
  depuis: string;
  jusquA: string | null;
} {
  const fin = jusquA ?? null;
  if (fin !== null && fin < depuis) throw saisieInvalide("input.jusquA", "La fin ne peut pas précéder le début.");
  return { depuis, jusquA: fin };
}

/** A count that may be left out. Throws BAD_USER_INPUT when negative. */
export function exigerNombreOuRien(champ: string, valeur: number | null | undefined): number | null {
  const nombre = valeur ?? null;
  if (nombre !== null && nombre < 0) throw saisieInvalide(champ, "Ce nombre ne peut pas être négatif.");
  return nombre;
}
