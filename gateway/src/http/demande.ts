import type { FastifyRequest } from "fastify";
import Negotiator from "negotiator";
import { RefusHttp } from "./refus.ts";
import { estAVerifier, refuserDocumentImpropre, texteImpropre } from "./texte.ts";

const JSON_SIMPLE = "application/json";
const JSON_GRAPHQL = "application/graphql-response+json";

/** A header that no page of another site can send without asking first. */
const ENTETES_DE_PREUVE = ["apollo-require-preflight", "x-apollo-operation-name"] as const;

/** The media type in which a client wants its answer; undefined when it wants none of ours. */
export function typeDeReponse(accept: string | undefined): string | undefined {
  if (accept === undefined || accept === "*/*" || accept === JSON_SIMPLE) return JSON_SIMPLE;
  return new Negotiator({ headers: { accept } }).mediaType([JSON_SIMPLE, JSON_GRAPHQL]);
}

/**
 * Throws a refusal in French for a request that is not one GraphQL operation asked on purpose: a form or a link of another
 * site, a batch, parameters of the wrong kind, an answer wanted in another type. What GraphQL itself refuses comes later.
 */
export function verifierDemande({ method, headers, body, query }: FastifyRequest): void {
  if (typeDeReponse(headers.accept) === undefined) {
    throw refus("accept", `Les réponses sont en ${JSON_SIMPLE} ou en ${JSON_GRAPHQL}.`, 406);
  }
  if (method === "GET") verifierLien(headers, query as Record<string, unknown>);
  else verifierCorps(body);
}

function verifierLien(headers: FastifyRequest["headers"], query: Readonly<Record<string, unknown>>): void {
  if (headers["content-type"] === undefined && !ENTETES_DE_PREUVE.some((nom) => headers[nom])) {
    throw refus("requête", "Une requête GET doit porter l'en-tête apollo-require-preflight : un lien ne suffit pas.");
  }
  for (const [nom, valeur] of Object.entries(query)) {
    if (typeof valeur !== "string") throw refus(nom, `Le paramètre ${nom} est donné plusieurs fois.`);
    if (valeur.includes("\0") || estAVerifier(valeur)) throw texteImpropre(nom);
  }
}

function verifierCorps(body: unknown): void {
  if (Array.isArray(body)) throw refus("requête", "Une requête HTTP porte une seule opération : pas de lot.");
  if (!estObjet(body)) throw refus("requête", "Le corps de la requête doit être un objet JSON.");
  const { query, operationName, variables, extensions } = body;
  if (estDonne(query) && typeof query !== "string") throw refus("query", "query doit être un texte.");
  if (estDonne(operationName) && typeof operationName !== "string") {
    throw refus("operationName", "operationName doit être un texte.");
  }
  if (estDonne(variables) && !estObjet(variables)) throw refus("variables", "variables doit être un objet JSON.");
  if (estDonne(extensions) && !estObjet(extensions)) throw refus("extensions", "extensions doit être un objet JSON.");
  if (typeof query === "string") refuserDocumentImpropre(query);
}

const estDonne = (valeur: unknown): boolean => valeur !== undefined && valeur !== null;

const estObjet = (valeur: unknown): valeur is Readonly<Record<string, unknown>> =>
  typeof valeur === "object" && valeur !== null && !Array.isArray(valeur);

const refus = (champ: string, phrase: string, status = 400): RefusHttp => new RefusHttp(status, { champ, phrase });
