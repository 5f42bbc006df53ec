import type { MoyensDuService, Travail } from "@coordination/server-kit";
import { faireLesEcheances } from "./faire-les-echeances.action.ts";

/** Well under the shortest half of a deadline, two hours. */
const TOUTES_LES_MS = 30_000;

/** The clock of the answers: every process of the service has one, and each deadline is treated once. */
export const travailDesEcheances: Travail<MoyensDuService> = {
  nom: "échéances",
  toutesLesMs: TOUTES_LES_MS,
  passer: async ({ database, maintenant }) => {
    await faireLesEcheances(database, maintenant());
  },
};
