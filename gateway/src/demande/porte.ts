import type { Traceur } from "@coordination/server-kit";
import type { Logger } from "pino";
import { createCouts } from "../cout/operation.ts";
import { lirePoids } from "../cout/poids.ts";
import { createPresenterErreur } from "../erreurs.ts";
import type { OptionsDesLimites } from "../limites/options.ts";
import { createSuiviDesOperations } from "../observation/operations.ts";
import { createPlanner, type Planner } from "../plan/planner.ts";
import { createRunPlan } from "../plan/run.ts";
import type { Supergraph } from "../supergraph.ts";
import { createSources } from "../transport/data-source.ts";
import { createPartialAnswers } from "../transport/partial-answer.ts";
import type { SubgraphTransport } from "../transport/transport.ts";
import { createDemander, type Demander } from "./demander.ts";
import { createDocuments } from "./documents.ts";
import { createOperations } from "./operation.ts";
import { createRediger, type Rediger } from "./reponse.ts";

interface Moyens {
  readonly supergraph: Supergraph;
  readonly transport: SubgraphTransport;
  readonly logger: Logger;
  readonly limites: OptionsDesLimites;
  readonly traceur: Traceur | null;
}

/** What answers the requests of a supergraph, by whatever door they came. Throws when it cannot be loaded. */
export function createPorte({ supergraph, transport, logger, limites, traceur }: Moyens): {
  readonly demander: Demander;
  readonly rediger: Rediger;
} {
  const planner = createPlanner(supergraph.sdl);
  const sources = createSources(supergraph, { transport, partial: createPartialAnswers(supergraph), logger });
  const operations = createOperations({
    chiffrer: createCouts(planner.apiSchema, lirePoids(supergraph.sdl)),
    planifier: planifierEnTracant(planner, traceur),
    suivre: createSuiviDesOperations(planner.apiSchema),
  });
  const rediger = createRediger(createPresenterErreur(logger));
  const demander = createDemander({
    schema: planner.apiSchema,
    lire: createDocuments(planner.apiSchema, operations),
    introspection: limites.introspection,
    caisse: { maximum: limites.coutMaximum, debit: limites.debit },
    executer: createRunPlan(planner, sources),
    rediger,
  });
  return { demander, rediger };
}

/** The planner, a span around each plan. */
const planifierEnTracant = ({ plan }: Planner, traceur: Traceur | null): Planner["plan"] =>
  traceur === null ? plan : (...demande) => traceur.tracer("plan", "interne", {}, () => plan(...demande));
