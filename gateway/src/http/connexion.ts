import { type IncomingMessage, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { FastifyReply } from "fastify";
import { corpsDErreur, RefusHttp, refusDeStatut } from "./refus.ts";

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
  fermerSur(socket, refusDeStatut(STATUTS[error.code ?? ""] ?? 400));
}

/** Answers a CONNECT, which Node hands over as a bare connection: this is no proxy. */
export function refuserTunnel(_request: IncomingMessage, socket: Duplex): void {
  socket.on("error", () => socket.destroy());
  const phrase = "Ce serveur ne relaie rien : il ne répond qu'à GET et à POST.";
  fermerSur(socket, new RefusHttp(405, { champ: "méthode", phrase }), ["allow: GET, POST"]);
}

/** Writes a refusal on a connection, then closes it. */
function fermerSur(socket: Duplex, { statusCode, erreur }: RefusHttp, entetes: readonly string[] = []): void {
  const corps = JSON.stringify(corpsDErreur(erreur));
  socket.end(
    [
      `HTTP/1.1 ${statusCode} ${STATUS_CODES[statusCode]}`,
      ...entetes,
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
