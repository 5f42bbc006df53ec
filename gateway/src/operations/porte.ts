import { type Acteur, operationInconnue, operationNonPubliee, saisieInvalide } from "@coordination/server-kit";
import type { FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { withStatus } from "../erreurs.ts";
import { empreinteDe, type Registre } from "./registre.ts";

type Corps = Record<string, unknown>;

/** The name by which the registry knows who brings no token. */
const ANONYME = "anonyme";

interface Moyens {
  readonly registre: Registre;
  readonly logger: Logger;
  /** Counts what clients under audit send unpublished. */
  readonly compteur: { inc(etiquettes: { client: string }): void } | null;
}

/**
 * Puts the document that a request designates in its place (`documentId`, or Apollo's `persistedQuery`), and holds the
 * clients that must be to the published documents. Throws GraphQL errors with their HTTP status.
 */
export function createPorteDesOperations({ registre, logger, compteur }: Moyens) {
  return async (request: FastifyRequest, acteur: Acteur | null): Promise<void> => {
    const corps = request.method === "POST" ? (request.body as Corps) : null;
    const designee = corps === null ? null : empreinteDesignee(corps);
    if (corps !== null && designee !== null) {
      const document = await registre.trouver(designee);
      if (document === null) throw withStatus(operationInconnue(), 400);
      designer(corps, document);
      return;
    }
    const client = acteur === null ? ANONYME : (acteur.clientId ?? "");
    const mode = await registre.modeDe(client);
    if (mode === null) return;
    const document = corps === null ? (request.query as Corps).query : corps.query;
    const empreinte = empreinteDe(typeof document === "string" ? document : "");
    if ((await registre.trouver(empreinte)) !== null) return;
    if (mode === "EXIGE") throw withStatus(operationNonPubliee(), 403);
    compteur?.inc({ client });
    logger.warn({ client, empreinte, requestId: request.id }, "document non publié");
  };
}

/** The print of the document that is asked by it alone; null when the document itself comes. Throws BAD_USER_INPUT. */
function empreinteDesignee(corps: Corps): string | null {
  const { documentId, query, extensions } = corps;
  const apollo = apolloDans(extensions);
  if (documentId === undefined && apollo === undefined) return null;
  const donnee = documentId ?? apollo;
  const empreinte = typeof donnee === "string" ? /^(?:sha256:)?([0-9a-f]{64})$/.exec(donnee)?.[1] : undefined;
  if (empreinte === undefined) {
    throw refus("documentId", "« documentId » est « sha256: » suivi des 64 chiffres hexadécimaux de l'empreinte.");
  }
  if (query === undefined || query === null || query === "") return empreinte;
  if (documentId !== undefined) throw refus("documentId", "« documentId » tient lieu de « query » : l'un ou l'autre.");
  if (empreinteDe(String(query)) !== empreinte) {
    throw refus("extensions.persistedQuery.sha256Hash", "L'empreinte n'est pas celle du document envoyé.");
  }
  sansPersistedQuery(corps);
  return null;
}

function apolloDans(extensions: unknown): unknown {
  if (typeof extensions !== "object" || extensions === null) return undefined;
  const { persistedQuery } = extensions as Corps;
  return typeof persistedQuery === "object" && persistedQuery !== null
    ? ((persistedQuery as Corps).sha256Hash ?? null)
    : undefined;
}

function designer(corps: Corps, document: string): void {
  corps.query = document;
  corps.documentId = undefined;
  sansPersistedQuery(corps);
}

/** Apollo would take it for its own automatic registration, which is closed. */
function sansPersistedQuery(corps: Corps): void {
  if (typeof corps.extensions !== "object" || corps.extensions === null) return;
  corps.extensions = { ...corps.extensions, persistedQuery: undefined };
}

const refus = (champ: string, phrase: string) => withStatus(saisieInvalide(champ, phrase), 400);
