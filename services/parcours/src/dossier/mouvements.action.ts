import { saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../contexte.ts";
import { agir } from "./agir.ts";
import type { Appel } from "./demander-appui.action.ts";
import type { LigneDossier } from "./dossier.repository.ts";
import type { MotifCloture } from "./dossier.type.ts";

/** Which case, as the client read it. */
export interface SurLeDossier {
  readonly parcoursId: string;
  readonly version: number;
}

/** Names who follows the case; a demand just received enters its analysis. Throws as `agir`. */
export const designerReferent = (
  contexte: Contexte,
  { parcoursId, version, professionnelId }: SurLeDossier & { readonly professionnelId: string },
  appel: Appel,
): Promise<LigneDossier> =>
  agir(
    contexte,
    {
      operation: "designerReferent",
      action: "DESIGNER_REFERENT",
      parcoursId,
      version,
      input: professionnelId,
      ...appel,
    },
    async () => ({ referentId: professionnelId, resume: "Un référent est désigné." }),
  );

/** Closes a case, or hands it over to a named recipient. Throws as `agir`, BAD_USER_INPUT without the recipient. */
export function cloturer(
  contexte: Contexte,
  {
    parcoursId,
    version,
    motif,
    relais,
  }: SurLeDossier & { readonly motif: MotifCloture; readonly relais: string | null },
  appel: Appel,
): Promise<LigneDossier> {
  if (motif === "RELAIS" && relais === null) throw saisieInvalide("relais", "Un passage de relais dit à qui.");
  return agir(
    contexte,
    { operation: "cloturerParcours", action: "CLOTURER", parcoursId, version, input: { motif, relais }, ...appel },
    async () => ({
      issue: motif === "RELAIS" ? "RELAIS" : "AUTRE_MOTIF",
      motifCloture: motif,
      ...(relais === null ? {} : { relaisId: relais }),
      resume: `Le dossier se clôt : ${motif}.`,
    }),
  );
}

/** Takes up again a closed case, or a demand that was set aside. Throws as `agir`, BAD_USER_INPUT without a reason. */
export function rouvrir(
  contexte: Contexte,
  { parcoursId, version, motif }: SurLeDossier & { readonly motif: string },
  appel: Appel,
): Promise<LigneDossier> {
  if (motif.trim() === "") throw saisieInvalide("motif", "Dites pourquoi le dossier se rouvre.");
  return agir(
    contexte,
    { operation: "rouvrirParcours", action: "ROUVRIR", parcoursId, version, input: motif, ...appel },
    async () => ({ aReevaluerLe: null, resume: "Le dossier se rouvre." }),
  );
}
