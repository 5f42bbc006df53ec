import type { GraphQLResolveInfo } from "graphql";
import type { ChampPrevu, Execution } from "./contexte.ts";
import type { Chemin } from "./fautes.ts";

/** What a resolver may ask about where it runs: said when it is asked for, since most never ask. */
export class Infos implements GraphQLResolveInfo {
  readonly #execution: Execution;
  readonly #champ: ChampPrevu;
  readonly path: Chemin;

  constructor(execution: Execution, champ: ChampPrevu, path: Chemin) {
    this.#execution = execution;
    this.#champ = champ;
    this.path = path;
  }

  get fieldName() {
    return this.#champ.definition.name;
  }
  get fieldNodes() {
    return this.#champ.noeuds;
  }
  get returnType() {
    return this.#champ.definition.type;
  }
  get parentType() {
    return this.#champ.parent;
  }
  get schema() {
    return this.#execution.question.schema;
  }
  get fragments() {
    return this.#execution.question.fragments;
  }
  get operation() {
    return this.#execution.question.operation;
  }
  get variableValues() {
    return this.#execution.variables as GraphQLResolveInfo["variableValues"];
  }
  /** Nothing stands above the query. */
  get rootValue() {
    return undefined;
  }
}
