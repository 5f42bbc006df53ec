import { type FormattedExecutionResult, GraphQLError, type GraphQLFormattedError } from "graphql";
import type { AppelInterne } from "./acteur.ts";
import { avant } from "./delai.ts";
import { type CodeErreur, sousGrapheIndisponible } from "./erreurs.ts";

/** A named operation on the public graph that a service may run; checked against the API schema by `npm run schema`. */
export interface OperationAnnuaire<Variables extends object, Reponse extends object> {
  readonly nom: string;
  readonly texte: string;
  /** Never set: carries the types of the operation. */
  readonly types?: { readonly variables: Variables; readonly reponse: Reponse };
}

/** Runs an operation through the gateway's executor, as the given actor. */
export type ExecuterParLaPasserelle = (
  operation: { readonly query: string; readonly operationName: string; readonly variables: object },
  appel: AppelInterne,
) => Promise<FormattedExecutionResult>;

/** Where the variables of a question come from in the request that is served: « id » from « input.structureId ». */
export type Provenance<Variables extends object> = Readonly<Partial<Record<keyof Variables, string>>>;

/** The internal door: how an action asks the directory. Never call it inside a database transaction. */
export interface Annuaire {
  /**
   * The whole answer. Throws SUBGRAPH_UNAVAILABLE when it is late or partial; what the directory says, at the field of the
   * request, when it refuses a value that came from there; a defect when it refuses the question itself. In each case
   * nothing must be written.
   */
  demander<Variables extends object, Reponse extends object>(
    operation: OperationAnnuaire<Variables, Reponse>,
    variables: Variables,
    appel: AppelInterne,
    provenance?: Provenance<Variables>,
  ): Promise<Reponse>;
}

/** Builds the internal door over a way to reach the gateway (in-process or HTTP). `timeoutMs` bounds each question. */
export const createAnnuaire = (executer: ExecuterParLaPasserelle, { timeoutMs }: { timeoutMs: number }): Annuaire => ({
  demander: async <Variables extends object, Reponse extends object>(
    operation: OperationAnnuaire<Variables, Reponse>,
    variables: Variables,
    appel: AppelInterne,
    provenance?: Provenance<Variables>,
  ) => {
    const question = { query: operation.texte, operationName: operation.nom, variables };
    const reponse = await avant(timeoutMs, executer(question, appel)).catch(() => null);
    const { data, errors = [] } = reponse ?? {};
    if (errors.length > 0) throw lireRefus(operation.nom, errors, { ...provenance });
    if (data === null || data === undefined) throw sousGrapheIndisponible("annuaire");
    return data as Reponse;
  },
});

/** The same question would be refused again: nothing is out of order but the question. */
const REFUS: ReadonlySet<unknown> = new Set<CodeErreur>([
  "BAD_USER_INPUT",
  "NOT_FOUND",
  "LIMIT_EXCEEDED",
  "COST_EXCEEDED",
]);

function lireRefus(
  nom: string,
  errors: readonly GraphQLFormattedError[],
  provenance: Readonly<Record<string, string | undefined>>,
): Error {
  const refus = errors.filter(({ extensions }) => REFUS.has(extensions?.code));
  for (const { message, extensions } of refus) {
    const [variable = "", ...reste] = String(extensions?.champ ?? "").split(".");
    const champ = Object.hasOwn(provenance, variable) ? provenance[variable] : undefined;
    if (champ === undefined) continue;
    return new GraphQLError(message, { extensions: { code: extensions?.code, champ: [champ, ...reste].join(".") } });
  }
  if (refus.length < errors.length) return sousGrapheIndisponible("annuaire");
  const dits = refus.map(({ extensions }) => `${extensions?.code} (${extensions?.champ ?? extensions?.limite ?? "?"})`);
  return new Error(`L'annuaire refuse la question ${nom} : ${dits.join(", ")}`);
}
