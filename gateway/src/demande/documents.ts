import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, specifiedRules, validate } from "graphql";
import { LRUCache } from "lru-cache";
import { ERREURS_MONTREES, LIMITES_DU_DOCUMENT } from "../limites/limites.ts";
import { documentDansLesLimites } from "../limites/regle.ts";
import { fauteDeGraphql, Refus } from "./refus.ts";

const DOCUMENTS_EN_MEMOIRE = 500;

const REGLES = [...specifiedRules, documentDansLesLimites];
// One more tells that there were others.
const OPTIONS = { maxErrors: ERREURS_MONTREES - 1, hideSuggestions: true };

/**
 * Gives what `preparer` makes of the documents that the schema validates, read once each while they are among the last 500.
 * Throws Refus for a document that does not read, is too large, or asks for what the schema does not have.
 */
export function createDocuments<Prepare extends object>(
  schema: GraphQLSchema,
  preparer: (document: DocumentNode) => Prepare,
): (texte: string) => Prepare {
  const connus = new LRUCache<string, Prepare>({ max: DOCUMENTS_EN_MEMOIRE });
  return (texte) => {
    const connu = connus.get(texte);
    if (connu !== undefined) return connu;
    const document = lire(texte);
    const fautes = validate(schema, document, REGLES, OPTIONS);
    if (fautes.length > 0) throw new Refus(fautes.map((faute) => fauteDeGraphql("GRAPHQL_VALIDATION_FAILED", faute)));
    const prepare = preparer(document);
    connus.set(texte, prepare);
    return prepare;
  };
}

function lire(texte: string): DocumentNode {
  try {
    return parse(texte, { maxTokens: LIMITES_DU_DOCUMENT.jetons });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new Refus([fauteDeGraphql("GRAPHQL_PARSE_FAILED", error)]);
  }
}
