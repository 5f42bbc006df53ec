import { findFamille, findProfession, findSavoirFaire, nomenclaturesDesProfessions } from "@coordination/referentiels";
import type { Profession } from "@coordination/vocabulaire";
import type { SavoirFaire } from "./savoir-faire.type.ts";

const CODES_DES_SYSTEMES = new Map(nomenclaturesDesProfessions.map(({ systeme, code }) => [systeme, code]));

/** A profession as the API shows it; one that our lists do not know keeps its code for a name. */
export function decrireProfession(code: string): Profession {
  const connue = findProfession(code);
  if (connue === null) return { code, libelle: `Profession ${code}`, systeme: "INCONNU" };
  return { code, libelle: connue.libelle, systeme: CODES_DES_SYSTEMES.get(connue.systeme) ?? connue.systeme };
}

/** A know-how, or a family of them, as the API shows it: our lists first, else what the published file calls it. */
export function decrireSavoirFaire(code: string, publie: { libelle: string | null; type: string | null }): SavoirFaire {
  const connu = findSavoirFaire(code) ?? findFamille(code);
  if (connu !== null) return { code, libelle: connu.libelle, type: connu.type };
  return { code, libelle: publie.libelle ?? code, type: publie.type ?? "Savoir-faire" };
}
