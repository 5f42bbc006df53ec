import { finessValide, siretValide } from "@coordination/referentiels";
import { codeInseeDeCog, codeInseeDeFiness } from "./commune-finess.ts";

/** Reads a field of a row by its published name; empty when the format does not have it. */
export type Lire = (nom: string) => string;

/** An establishment as a FINESS row describes it. */
export interface Fiche {
  readonly finess: string;
  readonly finessEj: string | null;
  readonly nom: string;
  readonly nomLong: string | null;
  /** Complement of the name: searched, not shown. */
  readonly complement: string | null;
  readonly categorie: string;
  readonly lignes: readonly string[];
  readonly codePostal: string | null;
  readonly ville: string | null;
  readonly codeInsee: string | null;
  readonly telephone: string | null;
  readonly siret: string | null;
  readonly ouverteLe: string | null;
}

/** Why a row is left out. */
export const REJETS = {
  ILLISIBLE: "ligne illisible (guillemets mal fermés)",
  SECTION_INCONNUE: "section inconnue",
  NOMBRE_DE_CHAMPS: "nombre de champs inattendu",
  FINESS_INVALIDE: "numéro FINESS invalide (clé de contrôle)",
  DOUBLON: "numéro FINESS déjà lu dans ce fichier",
  NOM_ABSENT: "raison sociale absente",
  CATEGORIE_INVALIDE: "catégorie d'établissement absente ou mal formée",
  GEOLOCALISATION_ORPHELINE: "position d'un établissement qui n'est pas dans le fichier",
  PROJECTION_INCONNUE: "position dans une projection inconnue",
  COORDONNEES_INVALIDES: "coordonnées absentes, illisibles ou hors de France",
} as const;
export type Rejet = keyof typeof REJETS;

/** What is worth knowing of a row that is kept. */
export const SIGNALEMENTS = {
  ENTETE: "ligne d'en-tête",
  POSITION: "position rattachée à son établissement",
  COMMUNE_NON_RECONNUE: "commune non reconnue : structure sans commune",
  FINESS_EJ_INVALIDE: "numéro FINESS de l'entité juridique invalide : laissé vide",
  SIRET_INVALIDE: "SIRET invalide : laissé vide",
  CARACTERE_PERDU: "caractère perdu avant publication (U+FFFD)",
  PROJECTION_INCONNUE: "projection inconnue : placée au centre de sa commune",
  COORDONNEES_INVALIDES: "coordonnées absentes, illisibles ou hors de France : placée au centre de sa commune",
} as const;
export type Signalement = keyof typeof SIGNALEMENTS;

/** Why this establishment cannot be taken, null when it can. */
export function rejetDe(lire: Lire, dejaLus: ReadonlySet<string>): Rejet | null {
  const finess = lire("nofinesset");
  if (!finessValide(finess)) return "FINESS_INVALIDE";
  if (dejaLus.has(finess)) return "DOUBLON";
  if (lire("rs") === "" && lire("rslongue") === "") return "NOM_ABSENT";
  return /^\d{3}$/.test(lire("categetab")) ? null : "CATEGORIE_INVALIDE";
}

/** Builds the record of a row that `rejetDe` lets through; `signaler` is told what was left empty. */
export function lireFiche(lire: Lire, signaler: (code: Signalement) => void): Fiche {
  const ou = (texte: string): string | null => (texte === "" ? null : texte);
  const garder = (nom: string, valide: (valeur: string) => boolean, defaut: Signalement): string | null => {
    const valeur = lire(nom);
    if (valeur === "" || valide(valeur)) return ou(valeur);
    signaler(defaut);
    return null;
  };
  const codeInsee =
    lire("cog") === "" ? codeInseeDeFiness(lire("departement"), lire("commune")) : codeInseeDeCog(lire("cog"));
  if (codeInsee === null) signaler("COMMUNE_NON_RECONNUE");
  const nom = ou(lire("rs")) ?? lire("rslongue");
  const fiche = {
    finess: lire("nofinesset"),
    finessEj: garder("nofinessej", finessValide, "FINESS_EJ_INVALIDE"),
    nom,
    nomLong: ou(lire("rslongue")),
    complement: ou(lire("complrs")),
    categorie: lire("categetab"),
    lignes: lignesDAdresse(lire),
    ...acheminement(lire("ligneacheminement")),
    codeInsee,
    telephone: ou(lire("telephone").replaceAll(/[^\d+]/g, "")),
    siret: garder("siret", siretValide, "SIRET_INVALIDE"),
    ouverteLe: jourOuNul(lire("dateouv") || lire("dateouvert")),
  };
  if ([fiche.nom, fiche.nomLong, fiche.ville, ...fiche.lignes].some((texte) => texte?.includes("\uFFFD")))
    signaler("CARACTERE_PERDU");
  return fiche;
}

/** Distribution, street and place: what comes before the postal code on an envelope. */
function lignesDAdresse(lire: Lire): string[] {
  const voie = ["numvoie", "compvoie", "typvoie", "voie"].map(lire).filter((partie) => partie !== "");
  return [lire("compldistrib"), voie.join(" "), lire("lieuditbp")].filter((ligne) => ligne !== "");
}

/** « 31100 TOULOUSE CEDEX » is a postal code and a city; anything else is a city only. */
function acheminement(ligne: string): { codePostal: string | null; ville: string | null } {
  const [, codePostal = null, ville = ligne] = /^(\d{5})\s+(.+)$/.exec(ligne) ?? [];
  return { codePostal, ville: ville === "" ? null : ville };
}

/** A date that exists, AAAA-MM-JJ, else null. */
export function jourOuNul(texte: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(texte)) return null;
  const instant = new Date(`${texte}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(texte) ? texte : null;
}
