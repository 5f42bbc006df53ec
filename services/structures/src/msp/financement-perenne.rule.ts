import { type Regle, type Verdict, verdict } from "@coordination/rules";
import { auMoins, constatDeNombre, type EffectifsDuRpps, type MembresDeclares } from "../adhesion/membres-declares.ts";
import type { StatutJuridique } from "../enums.type.ts";

/** Ce que la règle doit savoir d'une MSP, et rien d'autre. `null` : non renseigné. */
export interface DossierMsp {
  readonly statutJuridique: StatutJuridique | null;
  readonly associes: MembresDeclares | null;
  readonly effectifs: EffectifsDuRpps | null;
  readonly coherencePrs: Verdict;
  /** Ce que sa région demande de plus ; `null` : le minimum national. */
  readonly seuils: Readonly<Record<keyof typeof SEUILS_MSP, SeuilDeRegion | null>>;
}

/** Un seuil régional, et qui le dit. */
interface SeuilDeRegion {
  readonly minimum: number;
  readonly source: string;
}

/** Les minimums nationaux, qu'une région peut relever et jamais abaisser. */
export const SEUILS_MSP = { DEUX_MEDECINS: 2, UN_PARAMEDICAL: 1 } as const;

const minimumDe = ({ seuils }: DossierMsp, condition: keyof typeof SEUILS_MSP): number =>
  Math.max(SEUILS_MSP[condition], seuils[condition]?.minimum ?? 0);

const constatDeSeuil = (seuil: SeuilDeRegion | null, constat: string): string =>
  seuil === null ? constat : `${constat} ; la région en demande ${seuil.minimum} (${seuil.source})`;

export const financementPerenne: Regle<DossierMsp> = {
  regle: "MSP_FINANCEMENT_PERENNE",
  intitule: "Une maison de santé reçoit les financements pérennes de l'Assurance maladie quand :",
  source:
    "ARS, « Accès aux soins » : deux conditions cumulatives (SISA de deux médecins et un paramédical, projet de santé cohérent) ; « ces exigences sont parfois plus élevées dans certaines régions »",
  relueLe: "2026-11-22",
  conditions: [
    {
      code: "STATUT_SISA",
      libelle: "elle est constituée en SISA",
      evaluer: ({ statutJuridique }) => verdict(statutJuridique, (statut) => statut === "SISA"),
      constat: ({ statutJuridique }) =>
        statutJuridique === null ? "forme juridique non déclarée" : `forme déclarée : ${statutJuridique}`,
    },
    {
      code: "DEUX_MEDECINS",
      libelle: `elle regroupe au moins ${SEUILS_MSP.DEUX_MEDECINS} médecins associés, ou davantage quand sa région le demande`,
      evaluer: (dossier) => auMoins(minimumDe(dossier, "DEUX_MEDECINS"), dossier.associes?.medecins),
      constat: ({ associes, effectifs, seuils }) =>
        constatDeSeuil(seuils.DEUX_MEDECINS, constatDeNombre(associes?.medecins, effectifs?.medecins)),
    },
    {
      code: "UN_PARAMEDICAL",
      libelle: `elle regroupe au moins ${SEUILS_MSP.UN_PARAMEDICAL} auxiliaire médical associé (ni pharmacien, ni sage-femme, ni chirurgien-dentiste), ou davantage quand sa région le demande`,
      evaluer: (dossier) => auMoins(minimumDe(dossier, "UN_PARAMEDICAL"), dossier.associes?.paramedicaux),
      constat: ({ associes, effectifs, seuils }) =>
        constatDeSeuil(seuils.UN_PARAMEDICAL, constatDeNombre(associes?.paramedicaux, effectifs?.paramedicaux)),
    },
    {
      code: "PROJET_COHERENT",
      libelle: "son projet de santé est cohérent avec le projet régional de santé",
      evaluer: ({ coherencePrs }) => coherencePrs,
    },
  ],
};
