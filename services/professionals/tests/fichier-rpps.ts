import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rppsValide } from "@coordination/referentiels";
import iconv from "iconv-lite";

const COLONNES_52 =
  "Type d'identifiant PP|Identifiant PP|Identification nationale PP|Code civilité d'exercice|Libellé civilité d'exercice|Code civilité|Libellé civilité|Nom d'exercice|Prénom d'exercice|Code profession|Libellé profession|Code catégorie professionnelle|Libellé catégorie professionnelle|Code type savoir-faire|Libellé type savoir-faire|Code savoir-faire|Libellé savoir-faire|Code mode exercice|Libellé mode exercice|Numéro SIRET site|Numéro SIREN site|Numéro FINESS site|Numéro FINESS établissement juridique|Identifiant technique de la structure|Raison sociale site|Enseigne commerciale site|Complément destinataire (coord. structure)|Complément point géographique (coord. structure)|Numéro Voie (coord. structure)|Indice répétition voie (coord. structure)|Code type de voie (coord. structure)|Libellé type de voie (coord. structure)|Libellé Voie (coord. structure)|Mention distribution (coord. structure)|Bureau cedex (coord. structure)|Code postal (coord. structure)|Code commune (coord. structure)|Libellé commune (coord. structure)|Code pays (coord. structure)|Libellé pays (coord. structure)|Téléphone (coord. structure)|Téléphone 2 (coord. structure)|Télécopie (coord. structure)|Adresse e-mail (coord. structure)|Code Département (structure)|Libellé Département (structure)|Ancien identifiant de la structure|Autorité d'enregistrement|Code secteur d'activité|Libellé secteur d'activité|Code section tableau pharmaciens|Libellé section tableau pharmaciens".split(
    "|",
  );

/** The header of 2026: four more columns, and other ways of writing three of the first. */
const COLONNES_56 = [
  ...COLONNES_52.map((nom) =>
    nom
      .replace("Libellé civilité d'exercice", "Libellé civilité exercice")
      .replace("répétition voie (coord. structure)", "répétition voie (coord. Structure)")
      .replace("Département (structure)", "département (coord. structure)"),
  ),
  "Code fonction",
  "Libellé fonction",
  "Code genre d'activité",
  "Libellé genre d'activité",
];

/** Values by the names of the 52-column header, plus « Code fonction » and « Code genre d'activité ». */
export type LigneDeTest = Readonly<Record<string, string>>;

/** The nth invented RPPS. */
export function rppsDe(rang: number): string {
  const corps = `899${String(rang).padStart(7, "0")}`;
  const rpps = [..."0123456789"].map((cle) => corps + cle).find(rppsValide);
  if (rpps === undefined) throw new Error("Aucune clé ne convient.");
  return rpps;
}

/** A general practitioner of Aigues-Vives (Ariège) in a practice of her own, with these differences. */
export function ligne(rang: number, ecart: LigneDeTest = {}): LigneDeTest {
  const rpps = rppsDe(rang);
  return {
    "Type d'identifiant PP": "8",
    "Identifiant PP": rpps,
    "Identification nationale PP": `8${rpps}`,
    "Libellé civilité": "Madame",
    "Nom d'exercice": `NOM${rang}`,
    "Prénom d'exercice": "Cécile",
    "Code profession": "10",
    "Libellé catégorie professionnelle": "Civil",
    "Libellé type savoir-faire": "Spécialité ordinale",
    "Code savoir-faire": "SM54",
    "Libellé savoir-faire": "Médecine générale",
    "Code mode exercice": "L",
    "Identifiant technique de la structure": `R${rang}`,
    "Raison sociale site": `CABINET ${rang}`,
    "Numéro Voie (coord. structure)": "83",
    "Libellé type de voie (coord. structure)": "Route",
    "Libellé Voie (coord. structure)": "JEAN JAURÈS",
    "Bureau cedex (coord. structure)": "AIGUES-VIVES",
    "Code postal (coord. structure)": "09600",
    "Code commune (coord. structure)": "09002",
    "Code pays (coord. structure)": "99000",
    "Libellé pays (coord. structure)": "France",
    "Téléphone (coord. structure)": "0500000000",
    "Code Département (structure)": "09",
    "Code secteur d'activité": "SA07",
    ...ecart,
  };
}

type Variante = "52" | "56";

/** Writes an extraction with one of the two published headers; returns its path. */
export async function ecrireFichier(
  lignes: readonly LigneDeTest[],
  options: { variante?: Variante; encodage?: "utf8" | "windows-1252"; jour?: string; brut?: readonly string[] } = {},
): Promise<string> {
  const { variante = "56", encodage = "utf8", jour = "20261122", brut = [] } = options;
  const colonnes = variante === "52" ? COLONNES_52 : COLONNES_56;
  const noms = variante === "52" ? COLONNES_52 : [...COLONNES_52, ...COLONNES_56.slice(COLONNES_52.length)];
  const texte = [colonnes, ...lignes.map((valeurs) => noms.map((nom) => valeurs[nom] ?? ""))].map(
    (champs) => `${champs.join("|")}|`,
  );
  const dossier = await mkdtemp(join(tmpdir(), "rpps-"));
  const chemin = join(dossier, `PS_LibreAcces_Personne_activite_${jour}0000.txt`);
  await writeFile(chemin, iconv.encode(`${[...texte, ...brut].join("\n")}\n`, encodage));
  return chemin;
}
