import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { startOpenGateway } from "../src/index.ts";
import { demander, silencieux } from "./passerelle.ts";
import { createSousGraphes } from "./sous-graphes.ts";

/** A foreign subgraph: it knows no internal token. */
async function servirSansJeton(executor: Awaited<ReturnType<typeof createSousGraphes>>["executors"]["stocks"]) {
  const server: Server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const operation = JSON.parse(Buffer.concat(parts).toString("utf8"));
    const answer = await executor.repondre(operation, { acteur: null, requestId: "r" });
    response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/chemin/graphql`;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url, stop };
}

describe("La passerelle ouverte", () => {
  const environnement = process.env.NODE_ENV;
  afterEach(() => {
    process.env.NODE_ENV = environnement;
  });

  it("sert n'importe quel supergraphe aux adresses qu'il nomme, sans identité", async () => {
    const { executors, sdl } = await createSousGraphes();
    const serveurs = await Promise.all(Object.values(executors).map(servirSansJeton));
    const urls = Object.fromEntries(Object.keys(executors).map((name, rang) => [name, serveurs[rang]?.url ?? ""]));
    const ouverte = await startOpenGateway({
      supergraphSdl: sdl(urls),
      host: "127.0.0.1",
      port: 0,
      logger: silencieux,
    });
    const { data, errors } = await demander(`${ouverte.url}/graphql`, { query: "{ chose(id: 1) { nom livraison } }" });
    await ouverte.stop();
    await Promise.all(serveurs.map(({ stop }) => stop()));
    expect(errors).toEqual([]);
    expect(data).toEqual({ chose: { nom: "Livre 1", livraison: "pour 100 g" } });
  });

  it("refuse de démarrer en production", async () => {
    process.env.NODE_ENV = "production";
    const options = { supergraphSdl: "", host: "127.0.0.1", port: 0, logger: silencieux };
    await expect(startOpenGateway(options)).rejects.toThrow("refuse de démarrer en production");
  });
});
