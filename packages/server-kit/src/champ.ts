import { type DocumentNode, type GraphQLError, visit } from "graphql";

/** How graphql-js tells a variable that it refuses: its name, then the path inside it when it is an object. */
const VARIABLE_REFUSEE = /^Variable "\$(\w+)" got invalid value [\s\S]*?(?: at "([\w.[\]]+)")?; /;
const VARIABLE_ABSENTE = /^Variable "\$(\w+)" of (?:required|non-null) type /;

/** The variable that a message of graphql-js is about, as a path: « criteres.codeInsee ». Undefined for another message. */
export function champDeVariable(message: string): string | undefined {
  const trouve = VARIABLE_REFUSEE.exec(message) ?? VARIABLE_ABSENTE.exec(message);
  return trouve?.[2] ?? trouve?.[1];
}

/** Where a refused value stands: in a variable, or in the arguments written in the document. */
export const champDe = (error: GraphQLError, document: DocumentNode | undefined): string | undefined =>
  champDeVariable(error.message) ?? (document === undefined ? undefined : champDeLitteral(error, document));

function champDeLitteral({ nodes }: GraphQLError, document: DocumentNode): string | undefined {
  const refuse = nodes?.[0];
  const chemin: string[] = [];
  let trouve: string | undefined;
  visit(document, {
    enter: (node) => {
      if (node.kind === "Argument" || node.kind === "ObjectField") chemin.push(node.name.value);
      if (node === refuse && chemin.length > 0) trouve = chemin.join(".");
    },
    leave: (node) => {
      if (node.kind === "Argument" || node.kind === "ObjectField") chemin.pop();
    },
  });
  return trouve;
}
