import { findSavoirFaire } from "@coordination/referentiels";
import type { CommuneDemo } from "./communes-demo.ts";
import type { StructureDemo } from "./fichier-finess.ts";

export interface PersonneDemo {
  readonly rpps: string;
  readonly civilite: "M" | "MME";
  readonly prenom: string;
  readonly nom: string;
  readonly profession: string;
  readonly libelleProfession: string;
  readonly savoirFaire: string | null;
  readonly secteur: readonly [code: string, libelle: string];
  /** The described structure where the person practises, or null for an own office. */
  readonly structure: StructureDemo | null;
  readonly commune: CommuneDemo;
  readonly voie: { readonly numero: number; readonly code: string; readonly libelle: string; readonly nom: string };
  readonly coordination: boolean;
  readonly telephone?: string;
}

/** The 56 columns published in 2026. */
const ENTETE = [
  "Type d'identifiant PP",
  "Identifiant PP",
  "Identification nationale PP",
  "Code civilité d'exercice",
  "Libellé civilité exercice",
  "Code civilité",
  "Libellé civilité",
  "Nom d'exercice",
  "Prénom d'exercice",
  "Code profession",
  "Libellé profession",
  "Code catégorie professionnelle",
  "Libellé catégorie professionnelle",
  "Code type savoir-faire",
  "Libellé type savoir-faire",
  "Code savoir-faire",
  "Libellé savoir-faire",
  "Code mode exercice",
  "Libellé mode exercice",
  "Numéro SIRET site",
  "Numéro SIREN site",
  "Numéro FINESS site",
  "Numéro FINESS établissement juridique",
  "Identifiant technique de la structure",
  "Raison sociale site",
  "Enseigne commerciale site",
  "Complément destinataire (coord. structure)",
  "Complément point géographique (coord. structure)",
  "Numéro Voie (coord. structure)",
  "Indice répétition voie (coord. Structure)",
  "Code type de voie (coord. structure)",
  "Libellé type de voie (coord. structure)",
  "Libellé Voie (coord. structure)",
  "Mention distribution (coord. structure)",
  "Bureau cedex (coord. structure)",
  "Code postal (coord. structure)",
  "Code commune (coord. structure)",
  "Libellé commune (coord. structure)",
  "Code pays (coord. structure)",
  "Libellé pays (coord. structure)",
  "Téléphone (coord. structure)",
  "Téléphone 2 (coord. structure)",
  "Télécopie (coord. structure)",
  "Adresse e-mail (coord. structure)",
  "Code département (coord. structure)",
  "Libellé département (coord. structure)",
  "Ancien identifiant de la structure",
  "Autorité d'enregistrement",
  "Code secteur d'activité",
  "Libellé secteur d'activité",
  "Code section tableau pharmaciens",
  "Libellé section tableau pharmaciens",
  "Code fonction",
  "Libellé fonction",
  "Code genre d'activité",
  "Libellé genre d'activité",
] as const;

/** First line of a published `PS_LibreAcces_Personne_activite` file, trailing bar included. */
export const ENTETE_RPPS = [...ENTETE, ""].join("|");

/** The people in the published `PS_LibreAcces_Personne_activite` format, trailing bar included. */
export const fichierRpps = (personnes: readonly PersonneDemo[]): string =>
  [ENTETE_RPPS, ...personnes.map(ligneRpps), ""].join("\n");

/** Public and private hospitals, health centres, homes: who works there is an employee. */
const SECTEURS_SALARIES = new Set(["SA01", "SA04", "SA05", "SA15", "SA16", "SA17"]);

/** One activity of one person, as a line of that file. */
export function ligneRpps(personne: PersonneDemo): string {
  const { structure, commune, voie, savoirFaire } = personne;
  const medecin = personne.profession === "10";
  const salarie = SECTEURS_SALARIES.has(personne.secteur[0]) || personne.coordination;
  const champs: Partial<Record<(typeof ENTETE)[number], string>> = {
    "Type d'identifiant PP": "8",
    "Identifiant PP": personne.rpps,
    "Identification nationale PP": `8${personne.rpps}`,
    "Code civilité d'exercice": medecin ? "DR" : "",
    "Libellé civilité exercice": medecin ? "Docteur" : "",
    "Code civilité": personne.civilite,
    "Libellé civilité": personne.civilite === "M" ? "Monsieur" : "Madame",
    "Nom d'exercice": personne.nom,
    "Prénom d'exercice": personne.prenom,
    "Code profession": personne.profession,
    "Libellé profession": personne.libelleProfession,
    "Code catégorie professionnelle": "C",
    "Libellé catégorie professionnelle": "Civil",
    "Code type savoir-faire": savoirFaire === null ? "" : medecin ? "S" : "PAC",
    "Libellé type savoir-faire": savoirFaire === null ? "" : medecin ? "Spécialité ordinale" : "Pratique avancée",
    "Code savoir-faire": savoirFaire ?? "",
    "Libellé savoir-faire": savoirFaire === null ? "" : (findSavoirFaire(savoirFaire)?.libelle ?? ""),
    "Code mode exercice": salarie ? "S" : "L",
    "Libellé mode exercice": salarie ? "Salarié" : "Libéral",
    "Numéro FINESS site": structure?.finess ?? "",
    "Numéro FINESS établissement juridique": structure?.finessJuridique ?? "",
    "Identifiant technique de la structure":
      structure === null ? `R${personne.rpps.slice(2, 10)}` : `F${structure.finess}`,
    "Raison sociale site": structure?.nom ?? `CABINET ${personne.nom}`,
    "Numéro Voie (coord. structure)": String(voie.numero),
    "Code type de voie (coord. structure)": voie.code,
    "Libellé type de voie (coord. structure)": voie.libelle,
    "Libellé Voie (coord. structure)": voie.nom,
    "Bureau cedex (coord. structure)": commune.nom.toUpperCase(),
    "Code postal (coord. structure)": commune.codePostal,
    "Code commune (coord. structure)": commune.codeInsee,
    "Libellé commune (coord. structure)": commune.nom,
    "Code pays (coord. structure)": "99000",
    "Libellé pays (coord. structure)": "France",
    "Téléphone (coord. structure)": personne.telephone ?? "",
    "Code département (coord. structure)": commune.departement,
    "Libellé département (coord. structure)": commune.nomDepartement,
    "Code secteur d'activité": personne.secteur[0],
    "Libellé secteur d'activité": personne.secteur[1],
    "Code genre d'activité": personne.coordination ? "GENR08" : "GENR01",
    "Libellé genre d'activité": personne.coordination
      ? "Coordination et orientation"
      : "Activité de soin et de pharmacie",
  };
  return `${ENTETE.map((colonne) => champs[colonne] ?? "").join("|")}|`;
}
