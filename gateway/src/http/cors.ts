import cors from "@fastify/cors";
import type { FastifyInstance } from "fastify";
import { ENTETES_DU_LOGICIEL } from "../observation/suivi.ts";

const UN_JOUR_S = 86_400;

/** What a page may send of its own: its identity, its JSON, that it asks on purpose, and the name of the software. */
const ENTETES_ADMIS = [
  "authorization",
  "content-type",
  "apollo-require-preflight",
  "x-apollo-operation-name",
  ...ENTETES_DU_LOGICIEL,
];

/**
 * Lets the pages of these origins, and of no other, call the gateway and read its answers. Without any, no header of CORS
 * is ever sent. Identities travel in a header that the page sets itself: no cookie, so no credentials.
 */
export async function ouvrirAuxOrigines(app: FastifyInstance, origines: readonly string[]): Promise<void> {
  if (origines.length === 0) return;
  await app.register(cors, {
    origin: [...origines],
    methods: ["GET", "POST"],
    allowedHeaders: ENTETES_ADMIS,
    exposedHeaders: ["x-request-id", "ratelimit", "ratelimit-policy", "retry-after"],
    maxAge: UN_JOUR_S,
    strictPreflight: false,
  });
}
