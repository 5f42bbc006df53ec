import { randomUUID } from "node:crypto";
import { saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../contexte.ts";
import { agir } from "../dossier/agir.ts";
import type { Appel } from "../dossier/demander-appui.action.ts";
import type { LigneDossier } from "../dossier/dossier.repository.ts";
import { insererEvaluation } from "./evaluation.repository.ts";
import type { EnregistrerEvaluationInput } from "./evaluation.type.ts";

/** Records an evaluation on its grid. Throws as `agir`, BAD_USER_INPUT naming the field. Returns the case. */
export function enregistrerEvaluation(
  contexte: Contexte,
  input: EnregistrerEvaluationInput,
  appel: Appel,
): Promise<LigneDossier> {
  const { parcoursId, version, grille, versionGrille, realiseeLe, domaines, synthese = null } = input;
  if (grille.trim() === "") throw saisieInvalide("input.grille", "Dites sur quelle grille.");
  if (versionGrille.trim() === "") throw saisieInvalide("input.versionGrille", "Dites quelle version de la grille.");
  if (realiseeLe > contexte.aujourdhui)
    throw saisieInvalide("input.realiseeLe", "Une évaluation à venir ne s'enregistre pas.");
  if (domaines.length === 0) throw saisieInvalide("input.domaines", "Une évaluation regarde au moins un domaine.");
  if (new Set(domaines.map(({ domaine }) => domaine)).size < domaines.length) {
    throw saisieInvalide("input.domaines", "Un domaine n'est évalué qu'une fois.");
  }
  return agir(
    contexte,
    { operation: "enregistrerEvaluation", action: "EVALUER", parcoursId, version, input, ...appel },
    async (tx, { id: dossierId }) => {
      await insererEvaluation(tx, {
        id: randomUUID(),
        dossierId,
        grille,
        versionGrille,
        realiseeLe,
        domaines: domaines.map(({ domaine, niveau, constat }) => ({ domaine, niveau, constat: constat ?? null })),
        synthese,
      });
      return { resume: `Une évaluation est enregistrée (${grille}, ${versionGrille}).` };
    },
  );
}
