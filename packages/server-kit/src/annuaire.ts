import type { FormattedExecutionResult } from "graphql";
import type { AppelInterne } from "./acteur.ts";
import { avant } from "./delai.ts";
import { sousGrapheIndisponible } from "./erreurs.ts";

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

/** The internal door: how an action asks the directory. Never call it inside a database transaction. */
export interface Annuaire {
  /** The whole answer. Throws SUBGRAPH_UNAVAILABLE when it is late, partial or refused: nothing must then be written. */
  demander<Variables extends object, Reponse extends object>(
    operation: OperationAnnuaire<Variables, Reponse>,
    variables: Variables,
    appel: AppelInterne,
  ): Promise<Reponse>;
}

/** Builds the internal door over a way to reach the gateway (in-process or HTTP). `timeoutMs` bounds each question. */
export const createAnnuaire = (executer: ExecuterParLaPasserelle, { timeoutMs }: { timeoutMs: number }): Annuaire => ({
  demander: async <Variables extends object, Reponse extends object>(
    operation: OperationAnnuaire<Variables, Reponse>,
    variables: Variables,
    appel: AppelInterne,
  ) => {
    const question = { query: operation.texte, operationName: operation.nom, variables };
    const reponse = await avant(timeoutMs, executer(question, appel)).catch(() => null);
    if (reponse?.data === null || reponse?.data === undefined || (reponse.errors?.length ?? 0) > 0) {
      throw sousGrapheIndisponible("annuaire");
    }
    return reponse.data as Reponse;
  },
});
