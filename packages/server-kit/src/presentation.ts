import { randomUUID } from "node:crypto";
import type { DocumentNode, GraphQLError, GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { champDe } from "./champ.ts";
import { CATALOGUE_DES_ERREURS, erreurInterne, estCodeConnu } from "./erreurs.ts";
import { direFaute } from "./faute.ts";

interface Moyens {
  readonly document?: DocumentNode | undefined;
  readonly logger: Logger;
  readonly requestId: string;
}

/** Known errors pass; GraphQL's own are the client's; anything else is a defect, logged in full and shown as a reference. */
export function presenter(error: GraphQLError, { document, logger, requestId }: Moyens): GraphQLFormattedError {
  // Without a path, nothing was executed yet: the document or a variable is wrong.
  if (error.path === undefined) return faute(error, document);
  const { path } = error;
  if (estCodeConnu(error.extensions.code)) return { message: error.message, path, extensions: error.extensions };
  if (error.originalError?.name === "DatabaseUnavailable") {
    logger.error({ requestId, err: error.originalError }, "base de données indisponible");
    return {
      message: CATALOGUE_DES_ERREURS.SUBGRAPH_UNAVAILABLE.message,
      path,
      extensions: { code: "SUBGRAPH_UNAVAILABLE" },
    };
  }
  const reference = randomUUID();
  logger.error({ requestId, reference, err: error.originalError ?? error, path: path.join(".") }, "erreur interne");
  const shown = erreurInterne(reference);
  return { message: shown.message, path, extensions: shown.extensions };
}

/** What the client wrote cannot be read: our scalars say it in French, and the field is named where it stands. */
function faute(error: GraphQLError, document: DocumentNode | undefined): GraphQLFormattedError {
  const champ = champDe(error, document);
  const message = estCodeConnu(error.extensions.code)
    ? (error.originalError ?? error).message
    : majuscule(direFaute(error.message) ?? CATALOGUE_DES_ERREURS.BAD_USER_INPUT.message);
  return { message, extensions: { code: "BAD_USER_INPUT", ...(champ === undefined ? {} : { champ }) } };
}

const majuscule = (phrase: string): string => phrase.charAt(0).toUpperCase() + phrase.slice(1);
