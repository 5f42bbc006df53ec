import { randomUUID } from "node:crypto";
import { champDeVariable, direFaute, erreurInterne, estCodeConnu } from "@coordination/server-kit";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";

/** What graphql-js says of a request that it cannot run: always the client's to correct. What exactly is wrong follows. */
const FAUTES_DU_CLIENT: ReadonlyMap<unknown, Faute> = new Map([
  ["GRAPHQL_PARSE_FAILED", { quoi: "La requête GraphQL ne se lit pas" }],
  ["GRAPHQL_VALIDATION_FAILED", { quoi: "La requête GraphQL ne correspond pas au schéma" }],
  ["BAD_USER_INPUT", { quoi: "Une variable de la requête est invalide" }],
  [
    "OPERATION_RESOLUTION_FAILURE",
    { quoi: "operationName doit nommer l'une des opérations de la requête", champ: "operationName" },
  ],
]);

interface Faute {
  readonly quoi: string;
  readonly champ?: string;
}

/** Extensions that say how the house is built. */
const EXTENSIONS_INTERNES = ["serviceName", "stacktrace", "response", "exception", "http"];

export type PresenterErreur = (error: GraphQLError) => GraphQLFormattedError;

/**
 * The last look at every error before it leaves: a code of the catalogue and a French sentence, or a defect,
 * logged in full and shown as a reference. No stack, no address, no name of a part of the house.
 */
export const createPresenterErreur =
  (logger: Logger): PresenterErreur =>
  (error) => {
    const { code } = error.extensions;
    const refus = [error.originalError, error].find(estUnRefus);
    if (refus !== undefined) return shown(error, refus.message, withoutInternals(refus.extensions));
    const fromSubgraph = error.extensions.serviceName !== undefined;
    const ofClient = fromSubgraph ? undefined : FAUTES_DU_CLIENT.get(code);
    if (ofClient !== undefined) {
      const { champ, phrase } = fauteDuClient(error.message, ofClient);
      return shown(error, phrase, { code: "BAD_USER_INPUT", ...(champ === undefined ? {} : { champ }) });
    }
    if (estCodeConnu(code) && (code !== "INTERNAL_SERVER_ERROR" || hasReference(error))) {
      return shown(error, error.message, withoutInternals(error.extensions));
    }
    const { message, extensions } = referenced(logger, error);
    return shown(error, message, extensions);
  };

/** In French: what is wrong, and exactly what where graphql-js says something that we can say too. */
function fauteDuClient(message: string, { quoi, champ }: Faute): { champ?: string | undefined; phrase: string } {
  const precision = direFaute(message);
  return {
    champ: champDeVariable(message) ?? champ,
    phrase: precision === undefined ? `${quoi}.` : `${quoi} : ${precision}`,
  };
}

/** What this door refuses by a limit or a field that it names, also when graphql-js made it an error of its own. */
const estUnRefus = (error: unknown): error is GraphQLError =>
  error instanceof GraphQLError &&
  estCodeConnu(error.extensions.code) &&
  (error.extensions.limite !== undefined || typeof error.extensions.champ === "string");

/** Logs a defect in full and gives the error that stands for it. */
export function referenced(logger: Logger, error: unknown): GraphQLError {
  const reference = randomUUID();
  logger.error({ reference, err: error }, "erreur interne");
  return erreurInterne(reference);
}

/** What an error makes of the HTTP answer that carries it. */
interface Tete {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
}

/** The same error, answered with this HTTP status. */
export const withStatus = (error: GraphQLError, status: number, headers: Tete["headers"] = []): GraphQLError =>
  new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status, headers } satisfies Tete } });

/** What `withStatus` put on an error; undefined for an error of a subgraph, which says nothing of our answer. */
export function teteDe({ extensions: { http, serviceName } }: GraphQLError): Tete | undefined {
  return serviceName === undefined ? (http as Tete | undefined) : undefined;
}

const hasReference = ({ extensions }: GraphQLError): boolean => typeof extensions.reference === "string";

const withoutInternals = (extensions: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(extensions).filter(([name]) => !EXTENSIONS_INTERNES.includes(name)));

const shown = (
  { path, locations }: GraphQLError,
  message: string,
  extensions: Record<string, unknown>,
): GraphQLFormattedError => ({
  message,
  ...(locations === undefined ? {} : { locations }),
  ...(path === undefined ? {} : { path }),
  extensions,
});
