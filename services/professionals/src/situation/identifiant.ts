import { createHash } from "node:crypto";

interface Exercice {
  readonly professionnelId: string;
  readonly codeProfession: string;
  readonly codeSavoirFaire: string | null;
}

/** The same person, exercise, place and nature are the same declared activity: declared again, it is corrected. */
export function idDeSituationDeclaree(
  { professionnelId, codeProfession, codeSavoirFaire }: Exercice,
  lieu: string,
  nature: string,
): string {
  const cle = JSON.stringify([professionnelId, codeProfession, codeSavoirFaire, lieu, nature]);
  return `d-${createHash("sha256").update(cle).digest("hex").slice(0, 24)}`;
}
