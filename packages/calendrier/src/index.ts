export { DEPARTEMENTS_PARTICULIERS, heureLocale, instantDe, type Jour, jourDe } from "./calendrier.ts";
export { ajouterJoursOuvres, estOuvre } from "./jours-ouvres.ts";
