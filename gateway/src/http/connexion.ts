import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { corpsDErreur, refusDeStatut } from "./refus.ts";

/** How long a client may take, in milliseconds, and how much it may send ahead of a body, in bytes. */
export const BORNES_DE_CONNEXION = {
  entetesMs: 5_000,
  requeteMs: 10_000,
  /** A connection on which nothing moves, not even the answer that the client should read. */
  inactiviteMs: 75_000,
  entreRequetesMs: 60_000,
  verificationMs: 1_000,
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
