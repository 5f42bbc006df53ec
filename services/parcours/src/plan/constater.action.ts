import type { Verdict } from "@coordination/rules";
import { introuvable, saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../contexte.ts";
import { agir } from "../dossier/agir.ts";
import type { Appel } from "../dossier/demander-appui.action.ts";
import type { LigneDossier } from "../dossier/dossier.repository.ts";
import type { SurLeDossier } from "../dossier/mouvements.action.ts";
import { ecrireConstat, findPlans } from "./plan.repository.ts";

interface Constat {
  readonly objectifId: string;
  readonly atteint: Verdict;
}

/**
 * The team says whether an objective of the current plan is reached, or no longer knows. The story tells it without saying which nor
 * what: it is read beyond the team, the plan is not. Returns the case.
 * @throws as `agir`, BAD_USER_INPUT when the current plan is not validated, NOT_FOUND naming `objectifId`
 */
export const constaterObjectif = (
  contexte: Contexte,
  { parcoursId, version, objectifId, atteint }: SurLeDossier & Constat,
  appel: Appel,
): Promise<LigneDossier> =>
  agir(
    contexte,
    {
      operation: "constaterObjectif",
      action: "CONSTATER_OBJECTIF",
      parcoursId,
      version,
      input: { objectifId, atteint },
      ...appel,
    },
    async (tx, { id: dossierId }, auteur) => {
      const [plan] = await findPlans(tx, [dossierId]);
      if (plan === undefined || plan.valideLe === null)
        throw saisieInvalide("parcoursId", "Ce dossier n'a pas de plan validé : rien n'est encore à constater.");
      if (!plan.objectifs.some(({ id }) => id === objectifId))
        throw introuvable("objectifId", "Aucun objectif du plan n'a ce repère.");
      await ecrireConstat(tx, { dossierId, version: plan.version, objectif: objectifId, atteint, auteur });
      return { resume: "Un objectif du plan est constaté." };
    },
  );
