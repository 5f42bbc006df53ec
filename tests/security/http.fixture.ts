import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { Maison } from "@coordination/tools";
import { expect } from "vitest";

/** A question that anyone may ask, as a body; a host and a type, as headers. */
export const QUESTION = '{"query":"{ __typename }"}';
export const HOST = "Host: coordination";
export const JSON_ = "Content-Type: application/json";

/** A request line, headers and a body, as bytes on the wire. */
export const brute = (ligne: string, entetes: readonly string[], corps = QUESTION): string =>
  [ligne, ...entetes, `Content-Length: ${Buffer.byteLength(corps)}`, "Connection: close", "", corps].join("\r\n");

/** What came back. */
export interface Recu {
  readonly statut: number;
  readonly entetes: Headers;
  readonly corps: string;
}

/** Sends as `fetch` does. */
export async function envoyer({ url }: Maison, init: RequestInit, chemin = "/graphql"): Promise<Recu> {
  const reponse = await fetch(`${url}${chemin}`, init);
  return { statut: reponse.status, entetes: reponse.headers, corps: await reponse.text() };
}

/** Posts this body as JSON, with what more the headers say. */
export const poster = (maison: Maison, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  envoyer(maison, { method: "POST", headers: { "content-type": "application/json", ...headers }, body });

/** Opens a connection, on which anything may be written. */
export async function seConnecter({ url }: Maison): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  return socket;
}

/** Writes these bytes on a connection of their own, and reads all that comes until the gateway closes it. */
export async function ecrire(maison: Maison, octets: string): Promise<Recu> {
  const socket = await seConnecter(maison);
  socket.write(octets);
  return lireReponse(socket);
}

/** The one answer of a connection that the gateway closes; who still speaks after it may be reset, with the answer in hand. */
export async function lireReponse(socket: Socket): Promise<Recu> {
  const parts: Buffer[] = [];
  socket.on("data", (part) => parts.push(part)).on("error", () => {});
  await new Promise((resolve) => socket.once("close", resolve));
  const [tete = "", corps = ""] = Buffer.concat(parts).toString("utf8").split("\r\n\r\n", 2);
  const [ligne = "", ...lignes] = tete.split("\r\n");
  const entetes = new Headers(lignes.map((une) => une.split(": ", 2) as [string, string]));
  return { statut: Number(ligne.split(" ")[1]), entetes, corps };
}

const INTERNE = /\bat \w|stack|node_modules|\/work|\.ts\b|\.js\b|select |insert |postgres|fastify|FST_|HPE_|ECONN/i;

/** A refusal as every other one: this status, one typed error in French, nothing of the inside. */
export function attendreRefus({ statut, corps }: Recu, attendu: number): void {
  const { errors, data } = JSON.parse(corps);
  expect({ statut, errors, data }).toEqual({
    statut: attendu,
    errors: [{ message: expect.any(String), extensions: { code: "BAD_USER_INPUT", champ: expect.any(String) } }],
    data: undefined,
  });
  expect(corps).not.toMatch(INTERNE);
}

/** The service still answers, and answers right. */
export async function attendreLeService(maison: Maison): Promise<void> {
  const { statut, corps } = await poster(maison, '{"query":"{ commune(codeInsee: \\"69266\\") { nom } }"}');
  expect([statut, JSON.parse(corps).data]).toEqual([200, { commune: { nom: "Villeurbanne" } }]);
}
