import { appliquer, type Regle, verdict } from "@coordination/rules";

/** Ce que la règle doit savoir d'un centre. `null` : le RPPS ne répond pas, ou n'y place personne. */
export interface EquipeDuCentre {
  readonly professionnels: number | null;
}

const UN_SEUL = 1;

export const soutienArs: Regle<EquipeDuCentre> = {
  regle: "CENTRE_SOUTIEN_ARS",
  intitule: "Une ARS soutient généralement le projet d'un centre de santé quand :",
  source:
    "ARS, guide pour les élus : les ARS ne soutiennent généralement pas un projet d'un seul professionnel salarié",
  relueLe: "2026-11-22",
  conditions: [
    {
      code: "PLUS_D_UN_SALARIE",
      libelle: `il compte plus de ${UN_SEUL} professionnel de santé salarié`,
      evaluer: ({ professionnels }) => verdict(professionnels, (nombre) => nombre > UN_SEUL),
      constat: ({ professionnels }) =>
        professionnels === null ? null : `le RPPS en compte ${professionnels} en activité dans le centre`,
    },
  ],
};

/** A warning, never a verdict. */
export interface AvertissementDeCentre {
  readonly code: string;
  readonly libelle: string;
  readonly source: string;
}

/** What should be looked at before counting on the centre's project: nothing forbids it. Unknown is not alone. */
export function avertissementsDuCentre(equipe: EquipeDuCentre): AvertissementDeCentre[] {
  const { verdict: soutenu, source, conditions } = appliquer(soutienArs, equipe);
  if (soutenu !== "NON") return [];
  const constat = conditions[0]?.constat ?? "";
  return [{ code: "SOUTIEN_ARS_IMPROBABLE", libelle: `Soutien de l'ARS improbable : ${constat}.`, source }];
}
