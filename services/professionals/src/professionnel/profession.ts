import { findProfession, findSavoirFaire, nomenclaturesDesProfessions } from "@coordination/referentiels";
import type { Profession } from "@coordination/vocabulaire";
import type { SavoirFaire } from "./savoir-faire.type.ts";

const CODES_DES_SYSTEMES = new Map(nomenclaturesDesProfessions.map(({ systeme, code }) => [systeme, code]));

/** A profession as the API shows it; one that our lists do not know keeps its code for a name. */
export function decrireProfession(code: string): Profession {
  const connue = findProfession(code);
  if (connue === null) return { code, libelle: `Profession ${code}`, systeme: "INCONNU" };
  return { code, libelle: connue.libelle, systeme: CODES_DES_SYSTEMES.get(connue.systeme) ?? connue.systeme };
}

/** A know-how as the API shows it: our list first, else what the published file calls it. */
export function decrireSavoirFaire(code: string, publie: { libelle: string | null; type: string | null }): SavoirFaire {
  return findSavoirFaire(code) ?? { code, libelle: publie.libelle ?? code, type: publie.type ?? "Savoir-faire" };
}
