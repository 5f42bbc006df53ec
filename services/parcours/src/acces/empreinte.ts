import { createHash } from "node:crypto";
import type { ActeurEcrit } from "./acteur-ecrit.ts";

/** One line of the register of accesses. */
export interface LigneDeTrace {
  readonly dossierId: string;
  readonly acteur: ActeurEcrit;
  readonly action: string;
  readonly objet: string;
  readonly motif: string | null;
  /** An exceptional access. */
  readonly brisDeGlace?: boolean;
  readonly le: string;
}

/** What the first line of a case follows. */
export const DEBUT_DE_CHAINE = "";

/** How lines are hashed, by the number that each one keeps: what is written is verified as it was written, for ever. */
const FORMES: Readonly<Record<number, (precedente: string, ligne: LigneDeTrace) => unknown>> = {
  1: (precedente, { dossierId, acteur, action, objet, motif, brisDeGlace = false, le }) => {
    const { sub, professionnelId, structureId, pourLeCompteDe } = acteur;
    // Named, so that it is never read as another of the words of a line.
    const pourAutrui = pourLeCompteDe === undefined ? [] : [{ pourLeCompteDe }];
    const exceptionnel = brisDeGlace ? ["BRIS_DE_GLACE"] : [];
    return [
      precedente,
      ...[dossierId, sub, professionnelId, structureId, action, objet, motif, le],
      ...exceptionnel,
      ...pourAutrui,
    ];
  },
  2: (precedente, { dossierId, acteur, action, objet, motif, brisDeGlace = false, le }) => {
    const { sub, professionnelId, structureId, pourLeCompteDe = null, libelle } = acteur;
    const qui = { sub, professionnelId, structureId, pourLeCompteDe, libelle };
    return { forme: 2, precedente, dossierId, qui, action, objet, motif, brisDeGlace, le };
  },
};

/** How the lines that are written now are hashed: of the one before, and of all that they say. */
export const FORME_COURANTE = 2;

/** The hash of a line, as its form makes it; null for a form that no line was ever written in. */
export function empreinteDeTrace(precedente: string, ligne: LigneDeTrace, forme: number): string | null {
  const dite = FORMES[forme]?.(precedente, ligne);
  return dite === undefined ? null : createHash("sha256").update(JSON.stringify(dite)).digest("base64url");
}
