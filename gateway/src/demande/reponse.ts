import type { GraphQLError, GraphQLFormattedError } from "graphql";
import { type PresenterErreur, teteDe } from "../erreurs.ts";
import { ERREURS_MONTREES } from "../limites/limites.ts";
import { refuseParGraphql } from "./refus.ts";

/** The answer to a request, before HTTP makes a text of it. */
export interface Reponse {
  readonly statut: number;
  readonly entetes: readonly (readonly [string, string])[];
  /** The request was well formed, and GraphQL does not run it. */
  readonly refuseeParGraphql: boolean;
  readonly corps: {
    readonly errors?: readonly GraphQLFormattedError[];
    readonly data?: Readonly<Record<string, unknown>> | null;
    readonly extensions?: Readonly<Record<string, unknown>>;
  };
}

/** The errors of an answer, as the client reads them. */
export interface Redaction {
  readonly errors: readonly GraphQLFormattedError[];
  /** The codes of the errors that are shown. */
  readonly codes: readonly string[];
  /** Undefined when no error asks for one. */
  readonly statut: number | undefined;
  readonly entetes: readonly (readonly [string, string])[];
  readonly refuseeParGraphql: boolean;
}

const DEFAUT = "INTERNAL_SERVER_ERROR";

/** Puts every error into words, and shows the first of them. */
export type Rediger = (erreurs: readonly GraphQLError[]) => Redaction;

export const createRediger =
  (presenter: PresenterErreur): Rediger =>
  (erreurs) => {
    const tetes = erreurs.flatMap((erreur) => teteDe(erreur) ?? []);
    const errors = erreurs.map((erreur) => presenter(erreur)).slice(0, ERREURS_MONTREES);
    return {
      errors,
      codes: errors.map(({ extensions }) => (typeof extensions?.code === "string" ? extensions.code : DEFAUT)),
      statut: tetes.at(-1)?.status,
      entetes: tetes.flatMap(({ headers }) => headers),
      refuseeParGraphql: refuseParGraphql(erreurs),
    };
  };
