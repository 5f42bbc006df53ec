import { indexer, lireTable, type Nomenclature, type Valeur } from "./nomenclature.ts";

interface ValeurCategorie extends Valeur {
  readonly depuis: string;
  readonly agregat: string;
}

interface ValeurAgregat extends Valeur {
  readonly parent?: string;
}

/** Une catégorie d'établissement FINESS, avec la chaîne de ses agrégats, du plus fin au plus large. */
export interface Categorie {
  readonly code: string;
  /** Libellé à montrer. */
  readonly libelle: string;
  /** Libellé de la source, sans correction. */
  readonly libelleSource: string;
  readonly systeme: string;
  readonly depuis: string;
  readonly finLe: string | null;
  readonly agregats: readonly Agregat[];
}

export interface Agregat {
  readonly code: string;
  readonly libelle: string;
}

/** 603 : la source cite « L.6223-3 » ; l'article des maisons de santé est L.6323-3 du code de la santé publique. */
const LIBELLES_CORRIGES: Readonly<Record<string, string>> = { "603": "Maison de santé" };

const table = lireTable<ValeurCategorie>("categories-etablissement.json");
const tableAgregats = lireTable<ValeurAgregat>("agregats-categories.json");
const agregatParCode = indexer(tableAgregats.valeurs);

export const nomenclatureDesCategories: Nomenclature = table.nomenclature;
export const nomenclatureDesAgregats: Nomenclature = tableAgregats.nomenclature;

/** The published groupings of categories (« catégorie agrégée »), on three levels. */
export const agregats: readonly Agregat[] = tableAgregats.valeurs.map(({ code, libelle }) => ({ code, libelle }));

function chaine(code: string | undefined): readonly Agregat[] {
  const agregat = code === undefined ? undefined : agregatParCode.get(code);
  return agregat === undefined ? [] : [{ code: agregat.code, libelle: agregat.libelle }, ...chaine(agregat.parent)];
}

/** All the categories, closed ones included: old files still use them. */
export const categories: readonly Categorie[] = table.valeurs.map(({ code, libelle, depuis, finLe, agregat }) => ({
  code,
  libelle: LIBELLES_CORRIGES[code] ?? libelle,
  libelleSource: libelle,
  systeme: table.nomenclature.systeme,
  depuis,
  finLe: finLe ?? null,
  agregats: chaine(agregat),
}));

const parCode = indexer(categories);

/** The category of a code, or `null`: the national list grows, an unknown code is not an error. */
export function findCategorie(code: string): Categorie | null {
  return parCode.get(code) ?? null;
}

/** The categories under an aggregate, whatever its level, closed ones included. */
export function categoriesDeAgregat(code: string): readonly Categorie[] {
  return categories.filter((categorie) => categorie.agregats.some((agregat) => agregat.code === code));
}
