import { indexer, lireTable, type Nomenclature } from "./nomenclature.ts";
import { creerRecherche } from "./recherche.ts";

/** Une profession : de santé (TRE_G15), du social (TRE_R94) ou usager de titre (TRE_R95). */
export interface Profession {
  readonly code: string;
  readonly libelle: string;
  /** URL de la nomenclature qui définit le code. */
  readonly systeme: string;
}

const TABLES = ["professions-sante.json", "usagers-titre.json", "professions-social.json"].map((fichier) =>
  lireTable(fichier),
);

const toutes = TABLES.flatMap(({ nomenclature, valeurs }) =>
  valeurs.map((valeur) => ({ ...valeur, systeme: nomenclature.systeme })),
);

/** The three lists that the RPPS column « Code profession » draws from. */
export const nomenclaturesDesProfessions: readonly Nomenclature[] = TABLES.map(({ nomenclature }) => nomenclature);

/** Professions that may still be entered: 93 is the psychologist of TRE_R95, its TRE_G15 twin was retired at birth. */
export const professions: readonly Profession[] = toutes
  .filter(({ finLe }) => finLe === undefined)
  .map(({ code, libelle, systeme }) => ({ code, libelle, systeme }));

/** Live codes first, so that a retired one is still named when a file uses it. */
const parCode = indexer([...professions, ...toutes.map(({ code, libelle, systeme }) => ({ code, libelle, systeme }))]);

/** The profession of a code, retired ones included; `null` when no list knows it. */
export function findProfession(code: string): Profession | null {
  return parCode.get(code) ?? null;
}

/** The professions that one of the three lists defines, retired ones included. */
export function professionsDe({ systeme }: Nomenclature): readonly Profession[] {
  return toutes
    .filter((profession) => profession.systeme === systeme)
    .map(({ code, libelle }) => ({ code, libelle, systeme }));
}

/** Searches the professions that may still be entered, by the words of their label. */
export const rechercherProfessions: (texte: string) => readonly Profession[] = creerRecherche(professions);
