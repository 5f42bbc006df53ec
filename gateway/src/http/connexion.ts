import { type IncomingMessage, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { FastifyReply } from "fastify";
import { corpsDErreur, refusDeStatut } from "./refus.ts";

/** How long a client may take, in milliseconds, and how much it may send ahead of a body, in bytes. */
export const BORNES_DE_CONNEXION = {
  entetesMs: 5_000,
  requeteMs: 10_000,
  /** A connection on which nothing moves, not even the answer that the client should read. */
  inactiviteMs: 75_000,
  entreRequetesMs: 60_000,
  verificationMs: 1_000,
  refusMs: 2_000,
  entetesOctets: 16 * 1024,
} as const;

const STATUTS: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
};

/** Answers what Node could not read as a request, or did not get in time, then closes the connection. */
export function refuserConnexion(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = STATUTS[error.code ?? ""] ?? 400;
  const corps = JSON.stringify(corpsDErreur(refusDeStatut(status).erreur));
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      "connection: close",
      "content-type: application/json; charset=utf-8",
      `content-length: ${Buffer.byteLength(corps)}`,
      "",
      corps,
    ].join("\r\n"),
    () => socket.destroy(),
  );
}

/**
 * Lets a client that was refused before it had sent everything finish, and so read why: a connection closed at once under
 * what it still sends would be reset instead. Not for long: what it sends is thrown away, then the connection is.
 */
export function laisserFinir(request: IncomingMessage, reply: FastifyReply): void {
  reply.removeHeader("connection");
  if (request.complete) return;
  request.resume();
  const couperet = setTimeout(() => request.socket.destroy(), BORNES_DE_CONNEXION.refusMs);
  couperet.unref();
  request.once("end", () => clearTimeout(couperet)).once("close", () => clearTimeout(couperet));
}
