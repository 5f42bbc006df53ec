import { type Regle, verdict } from "@coordination/rules";
import type { StatutJuridique } from "../enums.type.ts";

/** Ce que la règle doit savoir d'une CPTS. `null` : rien n'est déclaré. */
export interface DossierCpts {
  readonly statutJuridique: StatutJuridique | null;
  readonly projet: {
    readonly territoire: string | null;
    readonly modalites: string | null;
    readonly actions: readonly string[];
  } | null;
  readonly aci: { readonly ars: string | null } | null;
}

const ecrit = (texte: string | null | undefined): string | null => (texte?.trim() ? texte : null);

export const conformiteCpts: Regle<DossierCpts> = {
  regle: "CPTS_CONFORMITE",
  intitule: "Une communauté professionnelle territoriale de santé est conforme quand :",
  source:
    "ARS, guide pour les élus : forme d'association de loi 1901, accord signé avec la CPAM et l'ARS ; ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018 : contenu du projet, contrat avec l'ARS",
  relueLe: "2026-11-22",
  conditions: [
    {
      code: "ASSOCIATION",
      libelle: "elle est une association de loi 1901",
      evaluer: ({ statutJuridique }) => verdict(statutJuridique, (statut) => statut === "ASSOCIATION_LOI_1901"),
      constat: ({ statutJuridique }) =>
        statutJuridique === null ? "forme juridique non déclarée" : `forme déclarée : ${statutJuridique}`,
    },
    {
      code: "PROJET_TERRITOIRE",
      libelle: "son projet de santé dit son territoire",
      evaluer: ({ projet }) => verdict(ecrit(projet?.territoire), () => true),
      constat: ({ projet }) => (projet === null ? "aucun projet déclaré" : null),
    },
    {
      code: "PROJET_MODALITES",
      libelle: "son projet de santé dit ses modalités de coordination",
      evaluer: ({ projet }) => verdict(ecrit(projet?.modalites), () => true),
    },
    {
      code: "PROJET_ACTIONS",
      libelle: "son projet de santé dit les actions qu'elle prévoit",
      evaluer: ({ projet }) =>
        verdict(
          projet?.actions.find((action) => ecrit(action) !== null),
          () => true,
        ),
    },
    {
      code: "CONTRAT_ARS",
      libelle: "elle a contractualisé avec l'ARS",
      evaluer: ({ aci }) => verdict(ecrit(aci?.ars), () => true),
      constat: ({ aci }) => (aci === null ? "aucun accord connu" : null),
    },
  ],
};
