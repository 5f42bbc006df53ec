import { passagesPermis } from "../etats/table.ts";
import { type ActionDossier, PASSAGES_DU_DOSSIER, type RoleDossier, type StatutParcours } from "./etats.ts";

/** Ce que la table des états ne dit pas d'un dossier, et dont une action dépend. */
export interface ContenuDuDossier {
  readonly evaluations: number;
  /** Une urgence vitale ne s'adresse à personne : on appelle le 15. */
  readonly besoinsAdressables: number;
}

const DEMANDENT: Partial<Readonly<Record<ActionDossier, (contenu: ContenuDuDossier) => boolean>>> = {
  ETABLIR_PLAN: ({ evaluations }) => evaluations > 0,
  ORIENTER: ({ besoinsAdressables }) => besoinsAdressables > 0,
};

/** Ce que l'on peut faire d'un dossier : ce que la table permet dans son état, et que son contenu permet aussi. */
export const actionsDuDossier = (
  statut: StatutParcours,
  roles: readonly RoleDossier[],
  contenu: ContenuDuDossier,
): ReadonlySet<ActionDossier> =>
  new Set(
    passagesPermis(PASSAGES_DU_DOSSIER, statut, roles)
      .map(({ action }) => action)
      .filter((action) => DEMANDENT[action]?.(contenu) ?? true),
  );
