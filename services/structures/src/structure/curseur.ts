import type { ClesDeTri } from "@coordination/server-kit";
import { clesDeTri, curseurInvalide, type Rang, sansScore } from "./ordre.ts";
import { ETAPES, type Etape, type Recherche } from "./recherche.type.ts";

const triDe = ({ tri }: Recherche, etape: Etape) => (etape.endsWith("LARGE") ? sansScore(tri) : tri);

/** What a cursor holds: how the text was looked for, when there is one, then the sort values of the row. */
export function clesDuCurseur(recherche: Recherche, etape: Etape, ligne: Rang): ClesDeTri {
  const cles = clesDeTri(triDe(recherche, etape), ligne);
  return recherche.texte === null ? cles : [etape, ...cles];
}

/** Reads the keys of a cursor. Throws BAD_USER_INPUT when the search never gave it. */
export function lireCurseur(
  { texte }: Recherche,
  cles: ClesDeTri | null,
): { etape: Etape | null; apres: ClesDeTri | null } {
  if (cles === null) return { etape: null, apres: null };
  if (texte === null) return { etape: "EXACTE", apres: cles };
  const [premiere, ...apres] = cles;
  const etape = ETAPES.find((connue) => connue === premiere);
  if (etape === undefined) throw curseurInvalide();
  return { etape, apres };
}
