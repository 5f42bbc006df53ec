import type { FastifyRequest } from "fastify";
import Negotiator from "negotiator";
import type { Demande } from "../demande/demander.ts";
import { RefusHttp } from "./refus.ts";
import { estAVerifier, refuserDocumentImpropre, texteImpropre } from "./texte.ts";

export const JSON_SIMPLE = "application/json";
const JSON_GRAPHQL = "application/graphql-response+json";

/** The media types of our answers. */
export type TypeDeReponse = typeof JSON_SIMPLE | typeof JSON_GRAPHQL;

/** A header that no page of another site can send without asking first. */
const ENTETES_DE_PREUVE = ["apollo-require-preflight", "x-apollo-operation-name"] as const;

/** The types that a page of another site may send without asking first (Fetch, "CORS-safelisted request-header"). */
const TYPES_DE_FORMULAIRE: ReadonlySet<string> = new Set([
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "text/plain",
]);

/** The media type in which a client wants its answer; undefined when it wants none of ours. */
function typeDeReponse(accept: string | undefined): TypeDeReponse | undefined {
  if (accept === undefined || accept === "*/*" || accept === JSON_SIMPLE) return JSON_SIMPLE;
  const voulu = new Negotiator({ headers: { accept } }).mediaType([JSON_SIMPLE, JSON_GRAPHQL]);
  return voulu as TypeDeReponse | undefined;
}

/**
 * Gives the media type of the answer to come. Throws a refusal in French for a request that is not one GraphQL operation asked on
 * purpose: a form or a link of another site, a batch, parameters of the wrong kind, an answer wanted in another type. What GraphQL
 * itself refuses comes later.
 */
export function verifierDemande({ method, headers, body, query }: FastifyRequest): TypeDeReponse {
  const type = typeDeReponse(headers.accept);
  if (type === undefined) throw refus("accept", `Les réponses sont en ${JSON_SIMPLE} ou en ${JSON_GRAPHQL}.`, 406);
  if (method === "GET") verifierLien(headers, query as Parametres);
  else verifierCorps(body);
  return type;
}

/** The operation that a verified request asks. Throws a refusal in French for parameters of an address that do not read. */
export function lireDemande({ method, query, body }: FastifyRequest): Demande {
  const lectureSeule = method === "GET";
  const parametres = lectureSeule ? lireParametres(query as Parametres) : (body as Parametres);
  const { query: document, operationName, variables, extensions } = parametres;
  if (estObjet(extensions) && estDonne(extensions.persistedQuery)) {
    throw refus("extensions", "La requête doit être envoyée en entier.");
  }
  if (typeof document !== "string" || document === "") {
    throw refus("query", "La requête ne porte aucun document GraphQL : query manque.");
  }
  return {
    query: document,
    operationName: (operationName as string | null | undefined) ?? undefined,
    variables: (variables as Parametres | null | undefined) ?? {},
    lectureSeule,
  };
}

type Parametres = Readonly<Record<string, unknown>>;

const lireParametres = (parametres: Parametres): Parametres => ({
  ...parametres,
  variables: lireObjet("variables", parametres.variables),
  extensions: lireObjet("extensions", parametres.extensions),
});

function lireObjet(nom: string, texte: unknown): Parametres | undefined {
  if (typeof texte !== "string") return undefined;
  let lu: unknown;
  try {
    lu = JSON.parse(texte);
  } catch {
    // Told below.
  }
  if (estObjet(lu)) return lu;
  throw refus(nom, `${nom} doit être un objet JSON.`);
}

function verifierLien(headers: FastifyRequest["headers"], query: Parametres): void {
  const type = headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase();
  if ((type === undefined || TYPES_DE_FORMULAIRE.has(type)) && !ENTETES_DE_PREUVE.some((nom) => headers[nom])) {
    throw refus("requête", "Une requête GET doit porter l'en-tête apollo-require-preflight : un lien ne suffit pas.");
  }
  if (type !== undefined && type !== JSON_SIMPLE) {
    throw refus("content-type", "Une requête GET n'a pas de corps d'un autre type que application/json.", 415);
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

const estObjet = (valeur: unknown): valeur is Parametres =>
  typeof valeur === "object" && valeur !== null && !Array.isArray(valeur);

const refus = (champ: string, phrase: string, status = 400): RefusHttp => new RefusHttp(status, { champ, phrase });
