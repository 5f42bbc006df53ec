import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { FastifyInstance } from "fastify";
import { POLITIQUE_DE_CONTENU, pageGraphiql, SCRIPT_DE_DEMARRAGE, STYLE_DE_LA_PAGE } from "./page.ts";

const JAVASCRIPT = "text/javascript; charset=utf-8";
const CSS = "text/css; charset=utf-8";

const require = createRequire(import.meta.url);
const REACT = dirname(require.resolve("react/package.json"));
const REACT_DOM = dirname(require.resolve("react-dom/package.json"));
const GRAPHIQL = dirname(require.resolve("graphiql/package.json"));

/** The only files of the packages that are served. */
const FICHIERS = [
  { nom: "react.js", source: join(REACT, "umd/react.production.min.js"), type: JAVASCRIPT },
  { nom: "react-dom.js", source: join(REACT_DOM, "umd/react-dom.production.min.js"), type: JAVASCRIPT },
  { nom: "graphiql.js", source: join(GRAPHIQL, "graphiql.min.js"), type: JAVASCRIPT },
  { nom: "graphiql.css", source: join(GRAPHIQL, "graphiql.min.css"), type: CSS },
] as const;

/** GET /: GraphiQL and all that it loads, from the npm packages: nothing comes from another origin. */
export async function ajouterGraphiql(app: FastifyInstance, requete: string | undefined): Promise<void> {
  const page = pageGraphiql(requete);
  app.get("/", async (_request, reply) =>
    reply
      .headers({ "content-security-policy": POLITIQUE_DE_CONTENU, "x-frame-options": "DENY" })
      .type("text/html; charset=utf-8")
      .send(page),
  );
  servir(app, "demarrer.js", JAVASCRIPT, SCRIPT_DE_DEMARRAGE);
  servir(app, "page.css", CSS, STYLE_DE_LA_PAGE);
  for (const { nom, source, type } of FICHIERS) servir(app, nom, type, await readFile(source));
}

function servir(app: FastifyInstance, nom: string, type: string, contenu: string | Buffer): void {
  app.get(`/graphiql/${nom}`, async (_request, reply) =>
    reply.type(type).header("cache-control", "max-age=3600").send(contenu),
  );
}
