import { randomUUID } from "node:crypto";
import { HeaderMap } from "@apollo/server";
import {
  champDeVariable,
  erreurInterne,
  estCodeConnu,
  limiteDepassee,
  sansValeurCitee,
} from "@coordination/server-kit";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";

/** What Apollo says of a request that it cannot run: always the client's to correct. Its own sentence follows ours. */
const FAUTES_DU_CLIENT: ReadonlyMap<unknown, string> = new Map([
  ["GRAPHQL_PARSE_FAILED", "La requête GraphQL ne se lit pas"],
  ["GRAPHQL_VALIDATION_FAILED", "La requête GraphQL ne correspond pas au schéma"],
  ["OPERATION_RESOLUTION_FAILURE", "L'opération à exécuter n'est pas désignée"],
  ["BAD_USER_INPUT", "Une variable de la requête est invalide"],
  ["BAD_REQUEST", "La requête HTTP n'est pas recevable"],
  ["PERSISTED_QUERY_NOT_SUPPORTED", "La requête doit être envoyée en entier"],
]);

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
      const champ = champDeVariable(formatted.message);
      const extensions = { code: "BAD_USER_INPUT", ...(champ === undefined ? {} : { champ }) };
      return shown(formatted, `${ofClient} : ${sansValeurCitee(sansSuggestion(formatted.message))}`, extensions);
    }
    if (estCodeConnu(code) && (code !== "INTERNAL_SERVER_ERROR" || hasReference(formatted))) {
      return shown(formatted, formatted.message, withoutInternals(formatted.extensions ?? {}));
    }
    const { message, extensions } = referenced(logger, error);
    return shown(formatted, message, extensions);
  };

/** graphql-js offers other names of the schema, even where asked not to (values of variables). */
const sansSuggestion = (message: string): string => message.replace(/ ?Did you mean [\s\S]*$/, "");

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
