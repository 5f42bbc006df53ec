import type { Sexe } from "@coordination/vocabulaire";

export const STATUTS_IDENTITE = ["PROVISOIRE", "VALIDEE", "RECUPEREE", "QUALIFIEE"] as const;
export type StatutIdentite = (typeof STATUTS_IDENTITE)[number];

/** Quelqu'un de l'entourage. */
export interface Proche {
  readonly nom: string;
  readonly lien: string;
  readonly telephone: string | null;
}

interface AdresseNominative {
  readonly lignes: readonly string[];
  readonly codePostal: string | null;
  readonly ville: string | null;
  readonly codeInsee: string | null;
}

/** Tout ce qui nomme la personne : chiffré en un seul texte, jamais dans une colonne lisible. */
export interface Nominatif {
  readonly nomNaissance: string;
  readonly prenoms: readonly string[];
  readonly nomUtilise: string | null;
  readonly dateNaissance: string;
  readonly sexe: Sexe | null;
  readonly lieuNaissanceInsee: string | null;
  readonly telephone: string | null;
  readonly statutIdentite: StatutIdentite;
  readonly ins: { readonly matricule: string; readonly oid: string } | null;
  readonly adresse: AdresseNominative | null;
  readonly representants: readonly Proche[];
  readonly personneDeConfiance: Proche | null;
  readonly proches: readonly Proche[];
  /** Absent from what was written before it was asked. */
  readonly medecinTraitantId?: string | null;
}

/** What says that two entries are most likely about the same person: the first traits of the national identity. */
export const traitsDIdentite = ({ nomNaissance, prenoms, dateNaissance }: Nominatif): string =>
  [nomNaissance, prenoms[0] ?? "", dateNaissance]
    .map((trait) =>
      trait
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .toUpperCase()
        .replace(/[^A-Z0-9]/g, ""),
    )
    .join("|");
