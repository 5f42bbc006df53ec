import type { MoyensDuService, Travail } from "@coordination/server-kit";
import { passerLaConservation } from "../conservation/appliquer.action.ts";
import { direLesTermes } from "./dire-les-termes.action.ts";
import { faireLesEcheances } from "./faire-les-echeances.action.ts";

/** Well under the shortest half of a deadline, two hours. */
const TOUTES_LES_MS = 30_000;

/** The clock of the answers: every process of the service has one, and each deadline is treated once. */
export const travailDesEcheances: Travail<MoyensDuService> = {
  nom: "échéances",
  toutesLesMs: TOUTES_LES_MS,
  passer: async ({ database, maintenant }) => {
    const instant = maintenant();
    // One that fails does not keep the other from passing.
    const passes = await Promise.allSettled([
      faireLesEcheances(database, instant),
      direLesTermes(database, instant),
      passerLaConservation(database, instant),
    ]);
    const manquees = passes.flatMap((passe) => (passe.status === "rejected" ? [passe.reason] : []));
    if (manquees.length > 0) throw new AggregateError(manquees, "Une passe a manqué.");
  },
};
