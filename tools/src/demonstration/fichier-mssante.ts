import type { PersonneDemo } from "./fichier-rpps.ts";

/** The columns of the published extraction that say whose a box is; those of its address are left out. */
const ENTETE = [
  "Type de BAL",
  "Adresse BAL",
  "Type identifiant PP",
  "Identifiant PP",
  "Type identifiant structure",
  "Identification structure",
  "Département structure BAL",
] as const;

/** Two people in three have a personal box; a described structure has one of its own. Nobody can be written to: `.invalid`. */
const UNE_PERSONNE_SUR = 3;

/** The boxes in the published `Extraction_Correspondance_MSSante` format. */
export function fichierMssante(personnes: readonly PersonneDemo[]): string {
  const personnelles = personnes
    .filter(({ rpps }) => Number(rpps.slice(-3)) % UNE_PERSONNE_SUR !== 0)
    .map(({ rpps, prenom, nom, commune }) => [
      "PER",
      `${adresse(prenom)}.${adresse(nom)}.${rpps.slice(-5)}@pro.mssante.invalid`,
      "8",
      rpps,
      "",
      "",
      commune.departement,
    ]);
  const structures = new Map(
    personnes.flatMap(({ structure }) => (structure === null ? [] : [[structure.finess, structure]])),
  );
  const organisations = [...structures.values()].map(({ finess, commune }) => [
    "ORG",
    `secretariat.${finess}@structure.mssante.invalid`,
    "",
    "",
    "1",
    finess,
    commune.departement,
  ]);
  return [ENTETE, ...personnelles, ...organisations].map((champs) => `${champs.join("|")}|\n`).join("");
}

const adresse = (nom: string): string =>
  nom
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z]+/g, "-");
