import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { startOpenGateway } from "@coordination/gateway";
import { createJournal } from "@coordination/server-kit";
import { arreterALaDemande } from "./arret.ts";
import { executer, UsageError } from "./commande.ts";

// `npm run gateway -- --supergraph FILE --port N --open`: any supergraph, no identity, no limits; for conformance suites.

const USAGE = "npm run gateway -- --supergraph FICHIER --port N --open";

await executer(async () => {
  const { values } = parseArgs({
    options: { supergraph: { type: "string" }, port: { type: "string" }, open: { type: "boolean" } },
  });
  const port = Number(values.port);
  if (values.supergraph === undefined || !Number.isInteger(port) || values.open !== true) throw new UsageError(USAGE);
  if (process.env.NODE_ENV === "production") throw new UsageError("Une passerelle ouverte est refusée en production.");
  const supergraphSdl = readFileSync(resolve(process.env.INIT_CWD ?? ".", values.supergraph), "utf8");
  await arreterALaDemande(async () => {
    // By name: whoever asks for localhost finds it, whichever address that is.
    const ouverte = await startOpenGateway({ supergraphSdl, port, host: "localhost", logger: createJournal() });
    console.log(`http://localhost:${port}/graphql`);
    return ouverte.stop;
  });
});
