import type { Contexte } from "../contexte.ts";
import { agir } from "../dossier/agir.ts";
import type { Appel } from "../dossier/demander-appui.action.ts";
import type { LigneDossier } from "../dossier/dossier.repository.ts";
import { exigerUsager } from "./exiger-usager.ts";
import type { UsagerInput } from "./usager.input.ts";
import { changerUsager } from "./usager.repository.ts";
import { usagerAEcrire } from "./usager-a-ecrire.ts";

/** Rectifies what is known of the person. Returns the case. Throws as `agir`, BAD_USER_INPUT naming the field. */
export async function modifierUsager(
  contexte: Contexte,
  {
    parcoursId,
    version,
    usager,
  }: { readonly parcoursId: string; readonly version: number; readonly usager: UsagerInput },
  appel: Appel,
): Promise<LigneDossier> {
  const { coffre } = contexte;
  await exigerUsager(contexte, usager, "usager");
  return agir(
    contexte,
    { operation: "modifierUsager", action: "NOTER", parcoursId, version, input: usager, ...appel },
    async (tx, { usagerId }) => {
      await changerUsager(tx, usagerAEcrire(coffre, usagerId, usager));
      return { resume: "La fiche de la personne est rectifiée." };
    },
  );
}
