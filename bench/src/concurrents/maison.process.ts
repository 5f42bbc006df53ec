import { randomBytes } from "node:crypto";
import { ouvrirEnUnProcessus } from "@coordination/tools";
import { ouvrirUnEmetteur } from "./emetteur.ts";
import { annoncerAuBanc, urlDeLaBase } from "./enfant.ts";

const AUDIENCE = "https://coordination.example/api";

// Our own house, mounted as `npm start` mounts it: gateway and subgraphs in this process.
// Production asks for the keys that identities are encrypted with; these last as long as the run, which holds nobody.
process.env.IDENTITE_CLES ??= `banc:${randomBytes(32).toString("base64")}`;
process.env.IDENTITE_INDEX ??= randomBytes(32).toString("base64");

const { issuer, jwksUri, jeton } = await ouvrirUnEmetteur(AUDIENCE);
const maison = await ouvrirEnUnProcessus(
  {
    host: "127.0.0.1",
    port: Number(process.env.BENCH_PORT),
    dataDir: process.env.BENCH_DATA_DIR ?? "",
    databaseUrl: urlDeLaBase(),
    jeu: "vide",
    internalSecret: process.env.BENCH_SECRET,
    // In production the house has no identity provider of its own.
    fournisseur: { issuer, jwksUri },
    audience: AUDIENCE,
    origines: [],
    delaiArretMs: 0,
    production: false,
    limites: { introspection: "portee", coutMaximum: 5_000, coutParMinute: null, mandataires: [] },
  },
  () => undefined,
);
annoncerAuBanc(maison.url, ["structures", "professionals", "parcours", "delegations"], jeton);
