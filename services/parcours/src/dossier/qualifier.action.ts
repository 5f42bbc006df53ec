import { saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../contexte.ts";
import { agir } from "./agir.ts";
import type { Appel } from "./demander-appui.action.ts";
import type { QualifierDemandeInput } from "./dossier.input.ts";
import type { LigneDossier } from "./dossier.repository.ts";

/**
 * The team's decision: receivable with a level of support, sent elsewhere, or refused with a coded reason. Returns the case.
 * @throws as `agir`, and BAD_USER_INPUT when the decision lacks what it must say
 */
export function qualifierDemande(
  contexte: Contexte,
  input: QualifierDemandeInput,
  appel: Appel,
): Promise<LigneDossier> {
  const { parcoursId, version, decision, niveauAppui = null, motif = null, reorientationVers = null } = input;
  if (decision === "RECEVABLE" && niveauAppui === null) {
    throw saisieInvalide("input.niveauAppui", "Une demande recevable a un niveau d'appui.");
  }
  if (decision !== "RECEVABLE" && motif === null) {
    throw saisieInvalide("input.motif", "Une demande écartée dit pourquoi.");
  }
  if (decision === "REORIENTEE" && reorientationVers === null) {
    throw saisieInvalide("input.reorientationVers", "Une réorientation dit vers qui.");
  }
  return agir(
    contexte,
    { operation: "qualifierDemande", action: "QUALIFIER", parcoursId, version, input, ...appel },
    async () =>
      decision === "RECEVABLE" && niveauAppui !== null
        ? { issue: niveauAppui, niveauAppui, resume: `La demande est recevable : ${niveauAppui}.` }
        : { issue: decision, resume: `La demande est ${decision} : ${motif}.` },
  );
}
