import { createHash } from "node:crypto";
import {
  codeInseeValide,
  departementDeCommune,
  findProfession,
  finessValide,
  genreSoignant,
  normaliserRpps,
  secteurExclu,
} from "@coordination/referentiels";
import { normaliserNom } from "../professionnel/nom-recherche.ts";
import type { Colonne, Entete } from "./entete.ts";

/** What a line says of a person and of one activity, ready for the staging table (same keys, same order). */
export interface LigneRpps {
  readonly rpps: string;
  readonly civilite: string | null;
  readonly nom: string;
  readonly prenom: string;
  readonly nom_recherche: string;
  readonly profession: string;
  readonly categorie: string | null;
  readonly savoir_faire: string | null;
  readonly libelle_savoir_faire: string | null;
  readonly type_savoir_faire: string | null;
  readonly mode: string | null;
  readonly secteur: string | null;
  readonly genre_activite: string | null;
  readonly fonction: string | null;
  readonly soignante: boolean;
  readonly structure_id: string | null;
  readonly raison_sociale: string | null;
  readonly adresse: string;
  readonly code_postal: string | null;
  readonly ville: string | null;
  readonly pays: string;
  readonly francaise: boolean;
  readonly code_commune_source: string | null;
  readonly departement_source: string | null;
  readonly telephone: string | null;
  readonly telephone_secondaire: string | null;
  readonly courriel: string | null;
  /** Short hash of the business key: the situation's id, but for the rank among activities of the same key. */
  readonly cle: string;
  /** Hash of the content: what tells that a known situation has changed. */
  readonly empreinte: string;
}

/** A remark of the report: a stable code and a French sentence. */
export interface Remarque {
  readonly code: string;
  readonly libelle: string;
}

type Lecture = { readonly rejet: Remarque } | { readonly ligne: LigneRpps; readonly remarques: readonly Remarque[] };

const FRANCE = "99000";
const GENRE_ORDINAIRE = "GENR01";

const REJETS = {
  colonnes: { code: "NOMBRE_DE_COLONNES", libelle: "la ligne n'a pas le nombre de colonnes de l'en-tête" },
  secteur: { code: "SECTEUR_SA50", libelle: "secteur SA50 : usage de facturation seulement" },
  adeli: { code: "IDENTIFIANT_ADELI", libelle: "identifiant ADELI : il n'est jamais une clé de l'annuaire" },
  rpps: { code: "RPPS_INVALIDE", libelle: "numéro RPPS absent ou clé de contrôle invalide" },
  nom: { code: "NOM_ABSENT", libelle: "nom d'exercice absent" },
  profession: { code: "PROFESSION_ABSENTE", libelle: "code profession absent" },
} as const satisfies Record<string, Remarque>;

const REMARQUES = {
  etranger: { code: "ADRESSE_ETRANGERE", libelle: "adresse hors de France : gardée sans commune ni position" },
  finess: { code: "FINESS_INVALIDE", libelle: "numéro FINESS du site invalide : activité gardée sans structure" },
  sansActivite: {
    code: "SANS_ACTIVITE",
    libelle: "ni secteur, ni mode, ni structure : personne gardée, non soignante ici",
  },
  profession: { code: "PROFESSION_INCONNUE", libelle: "code profession absent des nomenclatures : gardé tel quel" },
} as const satisfies Record<string, Remarque>;

const hacher = (valeurs: readonly unknown[]): string =>
  createHash("sha256").update(JSON.stringify(valeurs)).digest("hex").slice(0, 24);

/** Reads one line by its header: what to write, or why it is left out (domaine.md §1.1). */
export function lireLigne(champs: readonly string[], entete: Entete): Lecture {
  const lire = (colonne: Colonne): string => {
    const position = entete.positions[colonne];
    return position === undefined ? "" : (champs[position] ?? "").trim();
  };
  const rejet = motifDeRejet(champs, entete, lire);
  if (rejet !== null) return { rejet };
  const remarques: Remarque[] = [];
  const personne = lirePersonne(lire);
  const activite = lireActivite(lire, remarques);
  const lieu = lireLieu(lire, remarques);
  const contenu = { ...personne, ...activite, ...lieu };
  return { ligne: { ...contenu, cle: cleMetier(lire, contenu), empreinte: empreinteDe(contenu) }, remarques };
}

type Lire = (colonne: Colonne) => string;

const ouNul = (valeur: string): string | null => (valeur === "" ? null : valeur);

/** A line cut short or shifted by a stray separator must not be read by position. */
function motifDeRejet(champs: readonly string[], entete: Entete, lire: Lire): Remarque | null {
  const fantomes = champs.slice(entete.nombreDeColonnes);
  if (champs.length < entete.nombreDeColonnes || fantomes.some((champ) => champ.trim() !== "")) return REJETS.colonnes;
  if (lire("typeIdentifiant") === "0") return REJETS.adeli;
  if (lire("typeIdentifiant") !== "8" || normaliserRpps(lire("identifiant")) === null) return REJETS.rpps;
  if (secteurExclu(ouNul(lire("secteur")))) return REJETS.secteur;
  if (lire("nom") === "") return REJETS.nom;
  return lire("profession") === "" ? REJETS.profession : null;
}

function lirePersonne(lire: Lire) {
  const [nom, prenom] = [lire("nom"), lire("prenom")];
  return {
    rpps: normaliserRpps(lire("identifiant")) ?? "",
    civilite: ouNul(lire("civiliteExercice") || lire("civilite")),
    nom,
    prenom,
    nom_recherche: normaliserNom(`${nom} ${prenom}`),
  };
}

function lireActivite(lire: Lire, remarques: Remarque[]) {
  const profession = lire("profession");
  if (findProfession(profession) === null) remarques.push(REMARQUES.profession);
  const structureId = lireStructure(lire, remarques);
  const sansActivite = [lire("secteur"), lire("mode"), lire("structure"), lire("raisonSociale")].every(
    (valeur) => valeur === "",
  );
  if (sansActivite) remarques.push(REMARQUES.sansActivite);
  const genre = ouNul(lire("genre"));
  return {
    profession,
    categorie: ouNul(lire("categorie")),
    savoir_faire: ouNul(lire("savoirFaire")),
    libelle_savoir_faire: ouNul(lire("libelleSavoirFaire")),
    type_savoir_faire: ouNul(lire("typeSavoirFaire")),
    mode: ouNul(lire("mode")),
    secteur: ouNul(lire("secteur")),
    genre_activite: genre,
    fonction: ouNul(lire("fonction")),
    soignante: genreSoignant(genre) && !sansActivite,
    structure_id: structureId,
    raison_sociale: ouNul(lire("raisonSociale") || lire("enseigne")),
  };
}

/** The structure is named by its site's FINESS, or by a technical identifier « F » + FINESS. */
function lireStructure(lire: Lire, remarques: Remarque[]): string | null {
  const technique = lire("structure");
  const finess = lire("finess") || (technique.startsWith("F") ? technique.slice(1) : "");
  if (finess === "") return null;
  if (finessValide(finess)) return `1${finess}`;
  remarques.push(REMARQUES.finess);
  return null;
}

function lireLieu(lire: Lire, remarques: Remarque[]) {
  const codePostal = lire("codePostal");
  const codePays = lire("codePays");
  const francaise = (codePays === "" || codePays === FRANCE) && (codePostal === "" || /^\d{5}$/.test(codePostal));
  if (!francaise) remarques.push(REMARQUES.etranger);
  const codeCommune = lire("codeCommune");
  return {
    adresse: lignesAdresse(lire).join("\n"),
    code_postal: ouNul(codePostal),
    ville: ouNul(lire("commune") || lire("cedex")),
    pays: lire("pays") || (francaise ? "France" : "Étranger"),
    francaise,
    code_commune_source: francaise && codeInseeValide(codeCommune) ? codeCommune : null,
    departement_source: departementPublie(lire("departement"), codeCommune, francaise ? codePostal : ""),
    telephone: ouNul(lire("telephone")),
    telephone_secondaire: ouNul(lire("telephoneSecondaire")),
    courriel: ouNul(lire("courriel")),
  };
}

function lignesAdresse(lire: Lire): string[] {
  const numero = `${lire("numeroVoie")}${lire("indiceVoie")}`;
  const voie = [numero, lire("typeVoie"), lire("voie")].filter((partie) => partie !== "").join(" ");
  return [lire("destinataire"), lire("pointGeographique"), voie, lire("distribution")].filter((ligne) => ligne !== "");
}

/** The département that a line belongs to, as the file alone tells it: a regional file only speaks for its own. */
function departementPublie(departement: string, codeCommune: string, codePostal: string): string | null {
  if (departement !== "") return departement.toUpperCase().padStart(2, "0");
  if (codeInseeValide(codeCommune)) return departementDeCommune(codeCommune);
  if (codePostal === "") return null;
  if (codePostal.startsWith("20")) return /^20[01]/.test(codePostal) ? "2A" : "2B";
  return codePostal.slice(0, /^9[78]/.test(codePostal) ? 3 : 2);
}

type Contenu = Omit<LigneRpps, "cle" | "empreinte">;

/**
 * What makes two lines the same activity from one file to the next: neither address nor phone. The ordinary kind of
 * activity counts as none, so that a file of 52 columns and one of 56 name the same situations.
 */
function cleMetier(lire: Lire, contenu: Contenu): string {
  const structure = contenu.structure_id ?? (lire("structure") || lire("siret"));
  const genre = contenu.genre_activite === GENRE_ORDINAIRE ? null : contenu.genre_activite;
  const { rpps, profession, savoir_faire, mode, secteur, fonction } = contenu;
  return hacher([rpps, profession, savoir_faire, mode, structure, secteur, genre, fonction]);
}

/** The name belongs to the person, compared apart. */
function empreinteDe({ nom, prenom, civilite, nom_recherche, ...activite }: Contenu): string {
  return hacher(Object.values(activite));
}
