import type { Motif, Urgence, Verdict } from "@coordination/vocabulaire";
import type { Disponibilite } from "../disponibilite/disponibilite.type.ts";

/** Ce que le besoin demande à un agenda. */
export interface AttenteDuBesoin {
  readonly urgence: Urgence;
  readonly chercheMedecinTraitant: boolean;
}

/** Le délai utile de chaque urgence, en jours ; un besoin programmé n'en a pas. */
const DELAI_UTILE_JOURS: Readonly<Partial<Record<Urgence, number>>> = { SOUS_24_H: 1, SOUS_72_H: 3, SOUS_15_JOURS: 15 };

/** Une déclaration périmée compte encore, moitié moins. */
const PART_PERIMEE = 0.5;

/**
 * Ce que la disponibilité déclarée dit pour ou contre ce besoin, de 0 à 1 chacun. Rien de déclaré : aucun motif.
 * Un agenda non partagé ou une évaluation nécessaire ne sont ni pour ni contre.
 */
export function motifsDeDisponibilite(
  disponibilite: Disponibilite,
  { urgence, chercheMedecinTraitant }: AttenteDuBesoin,
): Motif[] {
  const { nouveauxPatients, medecinTraitant, soinsNonProgrammes, perimee } = disponibilite;
  const presse = urgence === "SOUS_24_H" || urgence === "SOUS_72_H";
  const motifs = [
    ...motifsDeLAgenda(disponibilite),
    ...motifsDuDelai(disponibilite, DELAI_UTILE_JOURS[urgence]),
    ...selon(
      nouveauxPatients,
      ["NOUVEAUX_PATIENTS", "accepte de nouveaux patients"],
      ["PAS_DE_NOUVEAUX_PATIENTS", "n'accepte pas de nouveaux patients"],
    ),
    ...(chercheMedecinTraitant
      ? selon(
          medecinTraitant,
          ["MEDECIN_TRAITANT", "accepte d'être médecin traitant"],
          ["PAS_MEDECIN_TRAITANT", "n'accepte pas d'être médecin traitant"],
        )
      : []),
    ...(presse
      ? selon(
          soinsNonProgrammes,
          ["SOINS_NON_PROGRAMMES", "prend des soins non programmés"],
          ["PAS_DE_SOINS_NON_PROGRAMMES", "ne prend pas de soins non programmés"],
        )
      : []),
  ];
  return perimee ? motifs.map(vieillir) : motifs;
}

const favorable = (code: string, libelle: string): Motif => ({ code, libelle, effet: "FAVORABLE", poids: 1 });
const defavorable = (code: string, libelle: string): Motif => ({ code, libelle, effet: "DEFAVORABLE", poids: 1 });

function motifsDeLAgenda({ etat }: Disponibilite): Motif[] {
  if (etat === "CRENEAU_LIBRE") return [favorable("CRENEAU_LIBRE", "un créneau est libre")];
  return etat === "SANS_CRENEAU" ? [defavorable("SANS_CRENEAU", "aucun créneau libre")] : [];
}

function motifsDuDelai({ delaiJours }: Disponibilite, utile: number | undefined): Motif[] {
  if (delaiJours === null || utile === undefined) return [];
  const annonce = `rendez-vous sous ${delaiJours} jour${delaiJours > 1 ? "s" : ""}`;
  if (delaiJours <= utile) return [favorable("DELAI_COMPATIBLE", annonce)];
  return [defavorable("DELAI_TROP_LONG", `${annonce}, pour un besoin sous ${utile} jour${utile > 1 ? "s" : ""}`)];
}

type Phrase = readonly [code: string, libelle: string];

function selon(reponse: Verdict, oui: Phrase, non: Phrase): Motif[] {
  if (reponse === "OUI") return [favorable(...oui)];
  return reponse === "NON" ? [defavorable(...non)] : [];
}

const vieillir = ({ libelle, poids, ...motif }: Motif): Motif => ({
  ...motif,
  libelle: `${libelle} (déclaration périmée, à confirmer)`,
  poids: poids * PART_PERIMEE,
});
