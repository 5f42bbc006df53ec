import { FormatInattendu } from "@coordination/importation";

/**
 * The columns we read, by their normalised names. The published header moved from 52 to 56 columns and changed case,
 * accents and suffixes on the way (ANS, « description des fichiers » V1.2; headers of 2021 and 2026).
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

/** Where each column stands in this file, and how many columns its lines have. */
export interface Entete {
  readonly positions: Readonly<Partial<Record<Colonne, number>>>;
  readonly nombreDeColonnes: number;
}

/** « Code Département (structure) » and « Code département (coord. structure) » are the same column. */
function normaliserNom(nom: string): string {
  const sansPrecision = nom.replace(/\([^)]*\)/g, "");
  const sansAccents = sansPrecision.normalize("NFD").replace(/\p{M}/gu, "");
  return sansAccents
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/**
 * Reads the header of a `PS_LibreAcces_Personne_activite` file; the phantom column after the last `|` is not counted.
 * @throws Error (French) naming the columns that are missing.
 */
export function lireEntete(champs: readonly string[]): Entete {
  const noms = champs.map(normaliserNom);
  const positions: Partial<Record<Colonne, number>> = {};
  const absentes: string[] = [];
  for (const [colonne, admis] of Object.entries(NOMS_DE_COLONNES) as [Colonne, readonly string[]][]) {
    const position = noms.findIndex((nom) => admis.includes(nom));
    if (position !== -1) positions[colonne] = position;
    else if (!FACULTATIVES.has(colonne)) absentes.push(`« ${admis[0]} »`);
  }
  if (absentes.length > 0) {
    throw new FormatInattendu(
      `Ce fichier n'est pas une extraction RPPS « Personne_activite » : colonnes absentes ${absentes.join(", ")}.`,
    );
  }
  return { positions, nombreDeColonnes: noms.at(-1) === "" ? noms.length - 1 : noms.length };
}
