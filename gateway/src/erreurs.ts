import { randomUUID } from "node:crypto";
import { HeaderMap } from "@apollo/server";
import { champDeVariable, direFaute, erreurInterne, estCodeConnu, limiteDepassee } from "@coordination/server-kit";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { refusDApollo } from "./http/refus-d-apollo.ts";

/** What Apollo says of a request that it cannot run: always the client's to correct. What exactly is wrong follows. */
const FAUTES_DU_CLIENT: ReadonlyMap<unknown, Faute> = new Map([
  ["GRAPHQL_PARSE_FAILED", { quoi: "La requête GraphQL ne se lit pas" }],
  ["GRAPHQL_VALIDATION_FAILED", { quoi: "La requête GraphQL ne correspond pas au schéma" }],
  ["BAD_USER_INPUT", { quoi: "Une variable de la requête est invalide" }],
  ["BAD_REQUEST", { quoi: "La requête HTTP n'est pas recevable", champ: "requête" }],
  ["PERSISTED_QUERY_NOT_SUPPORTED", { quoi: "La requête doit être envoyée en entier", champ: "extensions" }],
  [
    "OPERATION_RESOLUTION_FAILURE",
    { quoi: "operationName doit nommer l'une des opérations de la requête", champ: "operationName" },
  ],
]);

interface Faute {
  readonly quoi: string;
  readonly champ?: string;
}

/** Extensions that Apollo adds and that say how the house is built. */
const EXTENSIONS_INTERNES = ["serviceName", "stacktrace", "response", "exception", "http"];

export type PresenterErreur = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/**
 * The last look at every error before it leaves: a code of the catalogue and a French sentence, or a defect,
 * logged in full and shown as a reference. No stack, no address, no name of a part of Apollo.
 */
export const createPresenterErreur =
  (logger: Logger): PresenterErreur =>
  (formatted, error) => {
    const { code } = formatted.extensions ?? {};
    const refus = refusDeLaPorte(formatted, error);
    if (refus !== null) return shown(formatted, refus.message, withoutInternals(refus.extensions));
    const fromSubgraph = formatted.extensions?.serviceName !== undefined;
    const ofClient = fromSubgraph ? undefined : FAUTES_DU_CLIENT.get(code);
    if (ofClient !== undefined) {
      const { champ, phrase } = fauteDuClient(formatted.message, ofClient);
      return shown(formatted, phrase, { code: "BAD_USER_INPUT", ...(champ === undefined ? {} : { champ }) });
    }
    if (estCodeConnu(code) && (code !== "INTERNAL_SERVER_ERROR" || hasReference(formatted))) {
      return shown(formatted, formatted.message, withoutInternals(formatted.extensions ?? {}));
    }
    const { message, extensions } = referenced(logger, error);
    return shown(formatted, message, extensions);
  };

/** In French: what is wrong, and exactly what where Apollo or graphql-js says something that we can say too. */
function fauteDuClient(message: string, { quoi, champ }: Faute): { champ?: string | undefined; phrase: string } {
  const refus = refusDApollo(message);
  if (refus !== undefined) return refus;
  const precision = direFaute(message);
  return {
    champ: champDeVariable(message) ?? champ,
    phrase: precision === undefined ? `${quoi}.` : `${quoi} : ${precision}`,
  };
}

/** What this door refuses by a limit or a field that it names, also when Apollo made it an error of its own; or null. */
function refusDeLaPorte({ message }: GraphQLFormattedError, error: unknown): GraphQLError | null {
  const jetons = /^Syntax Error: Document contains more tha[nt] (\d+) tokens/.exec(message)?.[1];
  if (jetons !== undefined) return limiteDepassee("jetons", { maximum: Number(jetons) });
  const origines = error instanceof GraphQLError ? [error.originalError, error] : [];
  return origines.find(estUnRefus) ?? null;
}

/** Says more than Apollo ever does of what it refuses. */
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

/** The same error, answered with this HTTP status by Apollo. */
export function withStatus(error: GraphQLError, status: number, headers: [string, string][] = []): GraphQLError {
  return new GraphQLError(error.message, {
    extensions: { ...error.extensions, http: { status, headers: new HeaderMap(headers) } },
  });
}

const hasReference = ({ extensions }: GraphQLFormattedError): boolean => typeof extensions?.reference === "string";

const withoutInternals = (extensions: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(extensions).filter(([name]) => !EXTENSIONS_INTERNES.includes(name)));

const shown = (
  { path, locations }: GraphQLFormattedError,
  message: string,
  extensions: Record<string, unknown>,
): GraphQLFormattedError => ({
  message,
  ...(locations === undefined ? {} : { locations }),
  ...(path === undefined ? {} : { path }),
  extensions,
});
