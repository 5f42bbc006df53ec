import type { z } from "zod";
import { verifierFiche } from "./coherence.ts";
import type { Acte, Delegation, Libelle, Nomenclatures } from "./delegation.ts";
import { CatalogueInvalide, type ErreurCatalogue, type Faute } from "./erreur-catalogue.ts";
import { type FicheDelegation, ficheActesSchema, ficheDelegationSchema, ficheLibellesSchema } from "./fiche.schema.ts";
import { type FichierLu, type FichierTexte, lireFichier } from "./lecture.ts";
import { type Dictionnaires, resoudreDelegation } from "./resolution.ts";

/** Les textes des fichiers, avant toute lecture. */
export interface SourcesCatalogue {
  readonly actes: FichierTexte;
  readonly criteres: FichierTexte;
  readonly habilitations: FichierTexte;
  readonly delegations: readonly FichierTexte[];
}

/** Toutes les versions publiées, par code puis par version croissante. */
export interface Catalogue {
  readonly actes: readonly Acte[];
  readonly criteres: readonly Libelle[];
  readonly habilitations: readonly Libelle[];
  readonly delegations: readonly Delegation[];
}

/** Le catalogue tel qu'il s'écrit et se publie : les fiches ne citent que des codes. */
export interface FichesCatalogue extends Omit<Catalogue, "delegations"> {
  readonly delegations: readonly FicheDelegation[];
}

/**
 * Lit et recoupe le catalogue entier ; pur : aucun accès au disque, l'ordre des fichiers n'importe pas.
 * @throws CatalogueInvalide avec toutes les fautes, chacune à sa ligne
 */
export const lireCatalogue = (sources: SourcesCatalogue, nomenclatures: Nomenclatures): Catalogue =>
  assemblerCatalogue(lireFiches(sources, nomenclatures));

/** Donne à des fiches déjà vérifiées leur forme de travail, par code puis par version. */
export function assemblerCatalogue({ actes, criteres, habilitations, delegations }: FichesCatalogue): Catalogue {
  const dictionnaires = { actes: parCode(actes), criteres: parCode(criteres), habilitations: parCode(habilitations) };
  return {
    actes,
    criteres,
    habilitations,
    delegations: delegations
      .map((fiche) => resoudreDelegation(fiche, dictionnaires))
      .sort((a, b) => (a.code === b.code ? a.version - b.version : a.code < b.code ? -1 : 1))
      .map(finirAvantLaSuivante),
  };
}

/** Une version publiée ne change plus : quand elle ne dit pas sa fin, c'est la suivante qui la lui donne. */
function finirAvantLaSuivante(delegation: Delegation, rang: number, toutes: readonly Delegation[]): Delegation {
  const suivante = toutes[rang + 1];
  if (delegation.enVigueurJusquA !== null || suivante?.code !== delegation.code) return delegation;
  return { ...delegation, enVigueurJusquA: veilleDe(suivante.enVigueurDepuis) };
}

const UN_JOUR_MS = 86_400_000;

/** La veille d'une date AAAA-MM-JJ. */
const veilleDe = (jour: string): string => new Date(Date.parse(jour) - UN_JOUR_MS).toISOString().slice(0, 10);

const parCode = <T extends Libelle>(elements: readonly T[]): ReadonlyMap<string, T> =>
  new Map(elements.map((element) => [element.code, element]));

/**
 * Lit et recoupe les fiches, sans leur ajouter rien ; pur.
 * @throws CatalogueInvalide avec toutes les fautes, chacune à sa ligne
 */
export function lireFiches(sources: SourcesCatalogue, nomenclatures: Nomenclatures): FichesCatalogue {
  const erreurs: ErreurCatalogue[] = [];
  const lire = <T>(fichier: FichierTexte, schema: z.ZodType<T>): FichierLu<T> => {
    const lu = lireFichier(fichier, schema);
    erreurs.push(...lu.erreurs);
    return lu;
  };
  const dictionnaire = <T extends Libelle>(fichier: FichierTexte, schema: z.ZodType<T[]>): ReadonlyMap<string, T> => {
    const lu = lire(fichier, schema);
    return indexer(lu.contenu ?? [], (rang, code) => {
      erreurs.push(lu.signaler([rang, "code"], `code déjà pris : ${code}`));
    });
  };

  const dictionnaires: Dictionnaires = {
    actes: dictionnaire<Acte>(sources.actes, ficheActesSchema),
    criteres: dictionnaire(sources.criteres, ficheLibellesSchema),
    habilitations: dictionnaire(sources.habilitations, ficheLibellesSchema),
  };
  // A broken list would make every file that cites it look wrong.
  if (erreurs.length > 0) throw new CatalogueInvalide(erreurs);

  const fiches = sources.delegations.flatMap((fichier) => {
    const { contenu, signaler } = lire(fichier, ficheDelegationSchema);
    return contenu === null ? [] : [{ fiche: contenu, signaler }];
  });
  for (const { fiche, signaler } of fiches) {
    const fautes = [...verifierFiche(fiche, dictionnaires, nomenclatures), ...verifierVoisines(fiche, fiches)];
    erreurs.push(...fautes.map(({ chemin, message }) => signaler(chemin, message)));
  }
  if (erreurs.length > 0) throw new CatalogueInvalide(erreurs);

  return {
    actes: [...dictionnaires.actes.values()],
    criteres: [...dictionnaires.criteres.values()],
    habilitations: [...dictionnaires.habilitations.values()],
    delegations: fiches.map(({ fiche }) => fiche),
  };
}

/**
 * Ce qu'une fiche dit des autres : celle qui la remplace existe, et deux versions d'un code ne se chevauchent pas ; une
 * version qui ne dit pas sa fin s'arrête la veille de la suivante.
 */
function verifierVoisines(fiche: FicheDelegation, toutes: readonly { readonly fiche: FicheDelegation }[]): Faute[] {
  const fautes: Faute[] = [];
  const { remplaceePar } = fiche;
  if (remplaceePar !== undefined && !toutes.some((autre) => autre.fiche.code === remplaceePar)) {
    fautes.push({ chemin: ["remplaceePar"], message: `aucune fiche « ${remplaceePar} »` });
  }
  for (const { fiche: autre } of toutes) {
    if (autre === fiche || autre.code !== fiche.code) continue;
    if (autre.version === fiche.version) {
      fautes.push({ chemin: ["version"], message: `la version ${fiche.version} de ${fiche.code} existe deux fois` });
    } else if (
      autre.version < fiche.version &&
      (autre.enVigueurJusquA ?? autre.enVigueurDepuis) >= fiche.enVigueurDepuis
    ) {
      fautes.push({
        chemin: ["enVigueurDepuis"],
        message: `la version ${autre.version} de ${fiche.code} est encore en vigueur à cette date`,
      });
    }
  }
  return fautes;
}

function indexer<T extends Libelle>(elements: readonly T[], doublon: (rang: number, code: string) => void) {
  const index = new Map<string, T>();
  elements.forEach((element, rang) => {
    if (index.has(element.code)) doublon(rang, element.code);
    index.set(element.code, element);
  });
  return index;
}
