import {
  genresActivite,
  modesExercice,
  nomenclatureDesGenres,
  nomenclatureDesModes,
  nomenclatureDesSecteurs,
  secteursActivite,
} from "./activite.ts";
import { agregats, categories, nomenclatureDesAgregats, nomenclatureDesCategories } from "./categories.ts";
import { famillesDeSavoirFaire, nomenclatureDesFamilles } from "./familles.ts";
import type { Nomenclature } from "./nomenclature.ts";
import { nomenclaturesDesProfessions, professionsDe } from "./professions.ts";
import { creerRecherche, type ValeurCherchable } from "./recherche.ts";
import { nomenclatureDesSavoirFaire, savoirFaireDeProfession } from "./savoir-faire.ts";
import { nomenclatureDesTypesOffre, typesOffre } from "./types-offre.ts";

/** A code list: what it is and where it comes from, its values, and their search by label. */
export interface Liste {
  readonly nomenclature: Nomenclature;
  readonly valeurs: readonly ValeurCherchable[];
  readonly rechercher: (texte: string) => readonly ValeurCherchable[];
}

const enListe = (nomenclature: Nomenclature, valeurs: readonly ValeurCherchable[]): Liste => ({
  nomenclature,
  valeurs,
  rechercher: creerRecherche(valeurs),
});

/** Every list that the directory knows, each with its version and its source. */
export const listes: readonly Liste[] = [
  ...nomenclaturesDesProfessions.map((nomenclature) => enListe(nomenclature, professionsDe(nomenclature))),
  enListe(nomenclatureDesSavoirFaire, savoirFaireDeProfession()),
  enListe(nomenclatureDesFamilles, famillesDeSavoirFaire),
  enListe(nomenclatureDesGenres, genresActivite),
  enListe(nomenclatureDesModes, modesExercice),
  enListe(nomenclatureDesSecteurs, secteursActivite),
  enListe(nomenclatureDesCategories, categories),
  enListe(nomenclatureDesAgregats, agregats),
  enListe(nomenclatureDesTypesOffre, typesOffre),
];

/** The list of a code (`TRE_R66`…), or `null`. */
export function findListe(code: string): Liste | null {
  return listes.find(({ nomenclature }) => nomenclature.code === code) ?? null;
}
