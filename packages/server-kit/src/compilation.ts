import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
  OperationTypeNode,
} from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";

/** An operation asked more often is worth the milliseconds (10 to 20) that its compilation takes. */
const COMPILEE_APRES = 10;

/** What executes one operation, as often as it is asked. */
export type Execution = (
  createContexte: () => object,
  variables: Readonly<Record<string, unknown>>,
) => Promise<ExecutionResult>;

/**
 * The execution of a valid document. graphql-js decides what an answer is: an operation that comes back is compiled, and
 * whenever its compiled form meets an error, the operation is read again by graphql-js, whose answer is given. Mutations,
 * which must not run twice, are never compiled.
 */
export function createExecution(
  schema: GraphQLSchema,
  { document, texte, operationName }: { document: DocumentNode; texte: string; operationName: string | undefined },
  compileeApres: number = COMPILEE_APRES,
): Execution {
  let demandes = 0;
  let compilee: CompiledQuery | null | undefined = estCompilable(document, texte, operationName) ? undefined : null;
  const interpreter: Execution = async (createContexte, variableValues) =>
    execute({
      schema,
      document,
      variableValues,
      operationName: operationName ?? null,
      contextValue: createContexte(),
    });
  return async (createContexte, variables) => {
    demandes += 1;
    if (compilee === undefined && demandes > compileeApres) compilee = compiler(schema, document, operationName);
    if (compilee === undefined || compilee === null) return interpreter(createContexte, variables);
    const result = await compilee.query(undefined, createContexte(), { ...variables });
    if (result.errors === undefined) return result;
    const relue = await interpreter(createContexte, variables);
    // The fault was the compiled form's own (it cannot wait for the type of an object, for one): it serves no more.
    if (relue.errors === undefined) compilee = null;
    return relue;
  };
}

/**
 * Left to graphql-js: conditions, that graphql-jit loses when a field asked twice has them once, and a field named
 * `__proto__`, which would change the objects that the compiled code writes.
 */
const NON_COMPILABLE = /@skip|@include|__proto__/;

const estCompilable = (document: DocumentNode, texte: string, operationName: string | undefined): boolean =>
  getOperationAST(document, operationName)?.operation === OperationTypeNode.QUERY && !NON_COMPILABLE.test(texte);

function compiler(schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined) {
  const compilee = compileQuery(schema, document, operationName ?? "", { disablingCapturingStackErrors: true });
  return isCompiledQuery(compilee) ? compilee : null;
}
