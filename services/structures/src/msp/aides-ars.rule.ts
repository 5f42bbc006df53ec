import { type Regle, type Verdict, verdict } from "@coordination/rules";

/** Ce que la règle doit savoir : la dernière décision de labellisation (`null` : aucune connue), et le jour où l'on juge. */
export interface DossierAidesArs {
  readonly labellisation: { readonly decision: Verdict; readonly expireLe: string | null } | null;
  readonly jour: string;
}

export const aidesArs: Regle<DossierAidesArs> = {
  regle: "MSP_AIDES_ARS",
  intitule: "Une maison de santé peut recevoir les aides de l'ARS (FIR), quel que soit son statut juridique, quand :",
  source: "ARS, guide pour les élus : « une maison de santé doit être labellisée par l'ARS »",
  relueLe: "2026-11-22",
  conditions: [
    {
      code: "LABELLISEE",
      libelle: "l'ARS l'a labellisée",
      evaluer: ({ labellisation }) => labellisation?.decision ?? "INCONNU",
      constat: ({ labellisation }) => (labellisation === null ? "aucune décision connue" : null),
    },
    {
      code: "LABEL_EN_COURS",
      libelle: "cette labellisation n'a pas expiré",
      evaluer: ({ labellisation, jour }) =>
        verdict(labellisation, ({ expireLe }) => expireLe === null || expireLe >= jour),
      constat: ({ labellisation }) => (labellisation?.expireLe ? `jusqu'au ${labellisation.expireLe}` : null),
    },
  ],
};
