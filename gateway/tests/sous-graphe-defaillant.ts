import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How a subgraph may fail, byte by byte. */
export const PANNES = {
  "répond 500": (response) => response.writeHead(500, { "content-type": "application/json" }).end("{}"),
  "répond du JSON tronqué": (response) => json(response).end('{"data":{"_entities":[{'),
  "répond du HTML": (response) => response.writeHead(200, { "content-type": "text/html" }).end("<p>panne</p>"),
  "répond un tableau": (response) => json(response).end("[]"),
  "répond null": (response) => json(response).end("null"),
  "répond un objet vide": (response) => json(response).end("{}"),
  "oublie des entités": (response) => json(response).end('{"data":{"_entities":[]}}'),
  "coupe la connexion": (response) => response.destroy(),
  "ne répond jamais": () => {},
  "s'arrête au milieu": (response) => json(response).write('{"data":'),
} as const satisfies Record<string, (response: ServerResponse) => void>;

const json = (response: ServerResponse) => response.writeHead(200, { "content-type": "application/json" });

/** Serves on loopback what `repondre` does; `calls` counts the requests. */
export async function startServeurDeTest(
  repondre: (response: ServerResponse) => void,
  port = 0,
): Promise<{ url: string; port: number; calls: () => number; stop(): Promise<void> }> {
  let calls = 0;
  const server = createServer((request, response) => {
    calls += 1;
    request.resume().on("end", () => repondre(response));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}/graphql`,
    port: address.port,
    calls: () => calls,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
