import { type Acteur, interdit, nonAuthentifie } from "@coordination/server-kit";
import { BREAK, type DocumentNode, type GraphQLError, visit } from "graphql";

/** Who may ask the schema of itself: anyone, or the identities that hold the scope. */
export type Introspection = "ouverte" | "portee";

/** The scope of the identities that may introspect. */
const PORTEE_D_INTROSPECTION = "introspection";

const CHAMPS = new Set(["__schema", "__type"]);

const connus = new WeakMap<DocumentNode, boolean>();

/** Tells whether a document asks the schema of itself, read once per document. */
function interroge(document: DocumentNode): boolean {
  const connu = connus.get(document);
  if (connu !== undefined) return connu;
  let trouve = false;
  visit(document, {
    Field: ({ name }) => {
      if (!CHAMPS.has(name.value)) return undefined;
      trouve = true;
      return BREAK;
    },
  });
  connus.set(document, trouve);
  return trouve;
}

/** Why this actor may not run this document when introspection needs the scope; null when it may. */
export function refusDIntrospection(document: DocumentNode, acteur: Acteur | null): GraphQLError | null {
  if (acteur?.scopes.includes(PORTEE_D_INTROSPECTION) || !interroge(document)) return null;
  return acteur === null ? nonAuthentifie() : interdit(`la portée « ${PORTEE_D_INTROSPECTION} »`);
}
