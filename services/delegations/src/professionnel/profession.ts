import { findProfession, nomenclaturesDesProfessions } from "@coordination/referentiels";
import type { Profession } from "@coordination/vocabulaire";

const CODES_DES_SYSTEMES = new Map(nomenclaturesDesProfessions.map(({ systeme, code }) => [systeme, code]));

/** A profession of a text as the API shows it; the catalogue only cites codes that our lists know. */
export function decrireProfession(code: string): Profession {
  const connue = findProfession(code);
  if (connue === null) return { code, libelle: `Profession ${code}`, systeme: "INCONNU" };
  return { code, libelle: connue.libelle, systeme: CODES_DES_SYSTEMES.get(connue.systeme) ?? connue.systeme };
}
