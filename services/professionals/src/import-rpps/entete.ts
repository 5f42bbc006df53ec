import type { ColonnesAttendues } from "@coordination/importation";

/**
 * The columns we read. The published header moved from 52 to 56 columns and changed case, accents and suffixes on the way
 * (ANS, « description des fichiers » V1.2; headers of 2021 and 2026).
 */
const NOMS_DE_COLONNES = {
  typeIdentifiant: ["type d identifiant pp"],
  identifiant: ["identifiant pp"],
  civiliteExercice: ["libelle civilite d exercice", "libelle civilite exercice"],
  civilite: ["libelle civilite"],
  nom: ["nom d exercice"],
  prenom: ["prenom d exercice"],
  profession: ["code profession"],
  categorie: ["libelle categorie professionnelle"],
  typeSavoirFaire: ["libelle type savoir faire"],
  savoirFaire: ["code savoir faire"],
  libelleSavoirFaire: ["libelle savoir faire"],
  mode: ["code mode exercice"],
  siret: ["numero siret site"],
  finess: ["numero finess site"],
  structure: ["identifiant technique de la structure"],
  raisonSociale: ["raison sociale site"],
  enseigne: ["enseigne commerciale site"],
  destinataire: ["complement destinataire"],
  pointGeographique: ["complement point geographique"],
  numeroVoie: ["numero voie"],
  indiceVoie: ["indice repetition voie"],
  typeVoie: ["libelle type de voie"],
  voie: ["libelle voie"],
  distribution: ["mention distribution"],
  cedex: ["bureau cedex"],
  codePostal: ["code postal"],
  codeCommune: ["code commune"],
  commune: ["libelle commune"],
  codePays: ["code pays"],
  pays: ["libelle pays"],
  telephone: ["telephone"],
  telephoneSecondaire: ["telephone 2"],
  courriel: ["adresse e mail"],
  departement: ["code departement"],
  secteur: ["code secteur d activite"],
  fonction: ["code fonction", "code role"],
  genre: ["code genre d activite"],
} as const satisfies Record<string, readonly string[]>;

export type Colonne = keyof typeof NOMS_DE_COLONNES;

export const COLONNES = Object.keys(NOMS_DE_COLONNES) as readonly Colonne[];

/** Absent from the 52-column files, or not needed to place a person. */
const FACULTATIVES: ReadonlySet<Colonne> = new Set<Colonne>([
  "civiliteExercice",
  "civilite",
  "siret",
  "enseigne",
  "destinataire",
  "pointGeographique",
  "indiceVoie",
  "distribution",
  "codePays",
  "pays",
  "telephoneSecondaire",
  "courriel",
  "departement",
  "fonction",
  "genre",
]);

/** What a `PS_LibreAcces_Personne_activite` file must have. */
export const EXTRACTION_RPPS: ColonnesAttendues<Colonne> = {
  noms: NOMS_DE_COLONNES,
  facultatives: FACULTATIVES,
  attendu: "une extraction RPPS « Personne_activite »",
};
