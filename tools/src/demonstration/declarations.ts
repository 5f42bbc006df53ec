import type { DonneesDelegations } from "@coordination/delegations";
import type { DonneesDeDemonstration } from "@coordination/professionals";
import type { DonneesStructures } from "@coordination/structures";
import type { CommuneDemo } from "./communes-demo.ts";
import { declarerDisponibilites } from "./disponibilites.ts";
import { declarerEquipes } from "./equipes.ts";
import { declarerHabilitations } from "./habilitations.ts";
import type { Hasard } from "./hasard.ts";
import type { Territoire } from "./peupler.ts";
import { declarerCompetences, declarerContrats, declarerQualites, declarerSituations } from "./qualites.ts";
import { declarerStructures } from "./structures-declarees.ts";

/** What no published file says of the demonstration territory, for each service. */
export interface Declarations {
  readonly structures: DonneesStructures;
  readonly professionals: DonneesDeDemonstration;
  readonly delegations: DonneesDelegations;
}

/** Draws the declarations. `aujourdhui` (AAAA-MM-JJ) dates availabilities and the médicobus's next passages. */
export function declarer(
  { personnes, structures }: Territoire,
  communes: readonly CommuneDemo[],
  hasard: Hasard,
  aujourdhui: string,
): Declarations {
  return {
    structures: declarerStructures(communes, structures, aujourdhui),
    professionals: {
      disponibilites: declarerDisponibilites(personnes, hasard, aujourdhui),
      habilitations: declarerHabilitations(personnes, hasard),
      qualites: declarerQualites(personnes, hasard),
      competences: declarerCompetences(personnes, hasard),
      contrats: declarerContrats(personnes, hasard),
      situations: declarerSituations(personnes),
    },
    delegations: { equipes: declarerEquipes() },
  };
}
