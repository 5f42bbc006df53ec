import { appliquer, type Eligibilite } from "@coordination/rules";
import type { Motif, PrecisionPosition } from "@coordination/vocabulaire";
import type { Disponibilite } from "../disponibilite/disponibilite.type.ts";
import { type AttenteDuBesoin, motifsDeDisponibilite } from "./disponibilite-du-candidat.rule.ts";
import {
  type DossierDuProfessionnel,
  exigencesDuProfessionnel,
  horsDEquipe,
} from "./exigences-du-professionnel.rule.ts";
import type { PossibiliteRecue } from "./voie.ts";

/** Ce qu'il faut savoir d'un candidat pour le retenir ou l'écarter. */
interface DossierDuCandidat extends DossierDuProfessionnel {
  /** Au titre de quel texte ; `null` : sa propre profession. */
  readonly possibilite: PossibiliteRecue | null;
  readonly disponibilite: Disponibilite;
  readonly attente: AttenteDuBesoin;
  /** Ce que vaut le point d'où la distance est comptée ; `null` : pas de point. */
  readonly precision: PrecisionPosition | null;
}

interface Jugement {
  readonly retenu: boolean;
  readonly eligibilite: Eligibilite | null;
  readonly motifs: readonly Motif[];
}

/**
 * Un fait manquant sur la personne écarte ; un fait manquant sur le professionnel le garde, « à confirmer ».
 * Source : architecture, « How the four meet ».
 */
export function jugerCandidat({
  possibilite,
  disponibilite,
  attente,
  precision,
  ...dossier
}: DossierDuCandidat): Jugement {
  const approchee = precision === "COMMUNE" || precision === "EPCI" ? [POSITION_APPROCHEE] : [];
  const disponible = [...motifsDeDisponibilite(disponibilite, attente), ...approchee];
  if (possibilite === null) return { retenu: true, eligibilite: null, motifs: disponible };
  if (possibilite.eligibilite.verdict !== "OUI") {
    return { retenu: false, eligibilite: null, motifs: [EXCLUSIONS[possibilite.eligibilite.verdict]] };
  }
  const eligibilite = appliquer(exigencesDuProfessionnel(possibilite), dossier);
  if (eligibilite.verdict === "NON") return { retenu: false, eligibilite, motifs: [exigenceNonRemplie(eligibilite)] };
  if (horsDEquipe(eligibilite)) return { retenu: false, eligibilite, motifs: [HORS_D_EQUIPE] };
  return {
    retenu: true,
    eligibilite,
    motifs: [...(eligibilite.verdict === "INCONNU" ? [aConfirmer(eligibilite)] : []), ...disponible],
  };
}

/** Sans cela, « moins d'un kilomètre » se lirait d'un cabinet dont on ne connaît que la commune. */
const POSITION_APPROCHEE: Motif = {
  code: "POSITION_APPROCHEE",
  libelle: "distance approchée : comptée jusqu'au centre de sa commune",
  effet: "DEFAVORABLE",
  poids: 1,
};

const EXCLUSIONS = {
  NON: {
    code: "DELEGATION_NON",
    libelle: "le texte ne permet pas cet acte pour cette personne",
    effet: "EXCLUANT",
    poids: 0,
  },
  INCONNU: {
    code: "FAIT_MANQUANT",
    libelle: "un fait manque sur la personne pour savoir si le texte le permet",
    effet: "EXCLUANT",
    poids: 0,
  },
} as const satisfies Record<string, Motif>;

const HORS_D_EQUIPE: Motif = {
  code: "HORS_D_EQUIPE",
  libelle: "ce protocole ne se met en œuvre que dans une équipe déclarée",
  effet: "EXCLUANT",
  poids: 0,
};

/** Les constats des conditions de ce verdict, en une phrase. */
const enCause = ({ conditions, verdict }: Eligibilite): string =>
  conditions
    .filter((condition) => condition.verdict === verdict)
    .map(({ libelle, constat }) => (constat === null ? libelle : `${libelle} (${constat})`))
    .join(" ; ");

const exigenceNonRemplie = (eligibilite: Eligibilite): Motif => ({
  code: "EXIGENCE_NON_REMPLIE",
  libelle: `le texte ne l'admet pas : ${enCause(eligibilite)}`,
  effet: "EXCLUANT",
  poids: 0,
});

const aConfirmer = (eligibilite: Eligibilite): Motif => ({
  code: "A_CONFIRMER",
  libelle: `à confirmer avec lui : ${enCause(eligibilite)}`,
  effet: "DEFAVORABLE",
  poids: 1,
});
