import { savoirFaireDeProfession } from "@coordination/referentiels";
import type { SavoirFaire } from "./savoir-faire.type.ts";

/** Our list completed by what the files name; where both know a code, our list has the word. In the order of the codes. */
export function reunirSavoirFaire(profession: string | null, publies: readonly SavoirFaire[]): SavoirFaire[] {
  const connus = savoirFaireDeProfession(profession ?? undefined);
  const parCode = new Map([...publies, ...connus].map((savoirFaire) => [savoirFaire.code, savoirFaire]));
  return [...parCode.values()].toSorted((a, b) => a.code.localeCompare(b.code));
}
