import { limiteDepassee } from "@coordination/server-kit";
import { GraphQLError } from "graphql";
import { withStatus } from "../erreurs.ts";

/** What makes a well-formed request one that GraphQL does not run, by the names that GraphQL servers give it. */
const FAUTES = [
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_USER_INPUT",
] as const;

type Faute = (typeof FAUTES)[number];

/** A request that is not run, and all that is wrong with it. */
export class Refus extends Error {
  readonly erreurs: readonly GraphQLError[];

  constructor(erreurs: readonly GraphQLError[]) {
    super("Request refused");
    this.erreurs = erreurs;
  }
}

/** Tells whether GraphQL itself, and not a limit of ours, is what refused a request. */
export const refuseParGraphql = (erreurs: readonly GraphQLError[]): boolean =>
  erreurs.every(({ extensions: { code, limite } }) => FAUTES.some((faute) => faute === code) && limite === undefined);

/** What graphql-js says of a request, with the code of its fault; what exceeds a limit of ours stays as it is. */
export function fauteDeGraphql(code: Faute, error: GraphQLError): GraphQLError {
  const { message, nodes, source, positions, extensions } = error;
  if (extensions.limite !== undefined) return withStatus(error, 400);
  const jetons = /^Syntax Error: Document contains more tha[nt] (\d+) tokens/.exec(message)?.[1];
  if (jetons !== undefined) return withStatus(limiteDepassee("jetons", { maximum: Number(jetons) }), 400);
  return new GraphQLError(message, {
    ...(nodes === undefined ? { source, positions } : { nodes }),
    originalError: error,
    extensions: { ...extensions, code, http: { status: 400, headers: [] } },
  });
}
