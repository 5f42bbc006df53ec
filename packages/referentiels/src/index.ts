export {
  findGenreActivite,
  findModeExercice,
  findSecteur,
  genreSoignant,
  nomenclatureDesGenres,
  nomenclatureDesModes,
  nomenclatureDesSecteurs,
  secteurExclu,
  typeDeSecteur,
} from "./activite.ts";
export { type Agregat, type Categorie, categories, findCategorie, nomenclatureDesCategories } from "./categories.ts";
export {
  codeInseeValide,
  departementDeCommune,
  finessValide,
  normaliserRpps,
  rppsValide,
  siretValide,
} from "./identifiants.ts";
export type { Nomenclature, Valeur } from "./nomenclature.ts";
export { findProfession, nomenclaturesDesProfessions, type Profession, professions } from "./professions.ts";
export {
  CODES_IPA,
  CODES_MEDECINE_GENERALE,
  estIpa,
  estMedecinGeneraliste,
  findSavoirFaire,
  nomenclatureDesSavoirFaire,
  type SavoirFaire,
  savoirFaireDeProfession,
} from "./savoir-faire.ts";
export { type TypeStructure, typeDeStructure } from "./type-structure.ts";
