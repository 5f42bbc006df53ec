import { randomUUID } from "node:crypto";
import { saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../contexte.ts";
import { agir } from "../dossier/agir.ts";
import type { Appel } from "../dossier/demander-appui.action.ts";
import type { LigneDossier } from "../dossier/dossier.repository.ts";
import type { Coffre } from "../identite/coffre.ts";
import { insererEvaluation, type LigneEvaluation } from "./evaluation.repository.ts";
import type { EnregistrerEvaluationInput, Evaluation } from "./evaluation.type.ts";

/** What an evaluation's encrypted text says. */
type Constatee = Pick<Evaluation, "domaines" | "synthese">;

/** What binds the encrypted text of an evaluation to its row. */
const objetDeLEvaluation = (id: string): string => `evaluation:${id}`;

/** An evaluation as it was made. */
export function lireEvaluation(coffre: Coffre, { chiffre, ...ligne }: LigneEvaluation): Evaluation {
  if (chiffre === null) return { ...ligne, domaines: ligne.domaines ?? [] };
  return { ...ligne, ...(coffre.dechiffrer(objetDeLEvaluation(ligne.id), chiffre) as Constatee) };
}

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
      const id = randomUUID();
      const constatee: Constatee = {
        domaines: domaines.map(({ domaine, niveau, constat }) => ({ domaine, niveau, constat: constat ?? null })),
        synthese,
      };
      const chiffre = contexte.coffre.chiffrer(objetDeLEvaluation(id), constatee);
      await insererEvaluation(tx, { id, dossierId, grille, versionGrille, realiseeLe, chiffre });
      return { resume: `Une évaluation est enregistrée (${grille}, ${versionGrille}).` };
    },
  );
}
