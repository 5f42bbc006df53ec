import { createHash } from "node:crypto";
import { findProfession, finessValide, genreSoignant, normaliserRpps, secteurExclu } from "@coordination/referentiels";
import { normaliserNom } from "../professionnel/nom-recherche.ts";
import type { Colonne, Entete } from "./entete.ts";
import { type Lire, lireLieu, ouNul } from "./lieu.ts";
import { REJETS, REMARQUES, type Remarque } from "./remarques.ts";

/** What a line says of a person and of one activity, ready for the staging table (same keys, same order). */
interface LigneRpps {
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

type Lecture = { readonly rejet: Remarque } | { readonly ligne: LigneRpps; readonly remarques: readonly Remarque[] };

const GENRE_ORDINAIRE = "GENR01";

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
