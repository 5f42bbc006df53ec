import type { Contexte } from "../context.ts";
import type { Commune } from "./commune.type.ts";

type Lecteurs = Pick<Contexte["loaders"], "communeByCode" | "ancienneByCode">;

/** The commune of today that a code names, be it a code of yesterday; null when it names none. */
export async function communeDAujourdhui(code: string, loaders: Lecteurs): Promise<Commune | null> {
  const commune = await loaders.communeByCode.load(code);
  if (commune !== null) return commune;
  const ancienne = await loaders.ancienneByCode.load(code);
  return ancienne === null ? null : loaders.communeByCode.load(ancienne.commune);
}

/** Why no commune of today has this code, in French: it is part of another one now, or it never was. */
export async function pourquoiAucune(code: string, loaders: Lecteurs): Promise<string> {
  const nouvelle = await communeDAujourdhui(code, loaders);
  return nouvelle === null
    ? `Aucune commune ne porte le code INSEE ${code} ; un code postal n'en est pas un.`
    : `La commune ${code} n'existe plus : elle fait partie de ${nouvelle.nom} (${nouvelle.codeInsee}).`;
}
