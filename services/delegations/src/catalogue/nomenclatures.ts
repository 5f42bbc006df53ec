import { findProfession, findSavoirFaire } from "@coordination/referentiels";
import { TypeStructure } from "@coordination/vocabulaire";
import type { Nomenclatures } from "./delegation.ts";

/** Les listes nationales (TRE_G15, TRE_R38) et les types de structure de l'API. */
export const nomenclaturesNationales: Nomenclatures = {
  connaitProfession: (code) => findProfession(code) !== null,
  connaitSavoirFaire: (code) => findSavoirFaire(code) !== null,
  connaitTypeStructure: (code) => code in TypeStructure,
};
