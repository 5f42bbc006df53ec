/** A remark of the report: a stable code and a French sentence. */
interface Remarque {
  readonly code: string;
  readonly libelle: string;
}

/** Why a line is left out (domaine.md §1.1). */
export const REJETS = {
  colonnes: { code: "NOMBRE_DE_COLONNES", libelle: "la ligne n'a pas le nombre de colonnes de l'en-tête" },
  encodage: { code: "ENCODAGE_INVALIDE", libelle: "la ligne contient des octets qui ne sont pas de l'UTF-8" },
  secteur: { code: "SECTEUR_SA50", libelle: "secteur SA50 : usage de facturation seulement" },
  adeli: { code: "IDENTIFIANT_ADELI", libelle: "identifiant ADELI : il n'est jamais une clé de l'annuaire" },
  rpps: { code: "RPPS_INVALIDE", libelle: "numéro RPPS absent ou clé de contrôle invalide" },
  nom: { code: "NOM_ABSENT", libelle: "nom d'exercice absent" },
  profession: { code: "PROFESSION_ABSENTE", libelle: "code profession absent" },
  double: { code: "LIGNE_EN_DOUBLE", libelle: "ligne identique à une autre du fichier" },
} as const satisfies Record<string, Remarque>;

/** What a reader should know of a line that was kept. */
export const REMARQUES = {
  etranger: { code: "ADRESSE_ETRANGERE", libelle: "adresse hors de France : gardée sans commune ni position" },
  finess: { code: "FINESS_INVALIDE", libelle: "numéro FINESS du site invalide : activité gardée sans structure" },
  sansActivite: {
    code: "SANS_ACTIVITE",
    libelle: "ni secteur, ni mode, ni structure : personne gardée, non soignante ici",
  },
  profession: { code: "PROFESSION_INCONNUE", libelle: "code profession absent des nomenclatures : gardé tel quel" },
  communeDeduite: {
    code: "COMMUNE_DEDUITE",
    libelle: "commune absente ou inconnue : déduite de la structure ou du code postal",
  },
  sansCommune: { code: "SANS_COMMUNE", libelle: "commune introuvable : activité gardée sans commune ni position" },
} as const satisfies Record<string, Remarque>;
