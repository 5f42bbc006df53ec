import { ouvrirEnUnProcessus } from "@coordination/tools";
import { SECRET_DU_BANC } from "../base/ouvrir-base.ts";
import { annoncerAuBanc, urlDeLaBase } from "./enfant.ts";

// Our own house, mounted as `npm start` mounts it: gateway and subgraphs in this process.
const maison = await ouvrirEnUnProcessus(
  {
    host: "127.0.0.1",
    port: Number(process.env.BENCH_PORT),
    dataDir: process.env.BENCH_DATA_DIR ?? "",
    databaseUrl: urlDeLaBase(),
    jeu: "vide",
    internalSecret: SECRET_DU_BANC,
    // In production the house has no identity provider of its own; the measured requests are anonymous.
    fournisseur: { issuer: "http://127.0.0.1/banc", jwksUri: "http://127.0.0.1/banc/jwks" },
    audience: "https://coordination.example/api",
  },
  () => undefined,
);
annoncerAuBanc(maison.url, ["structures", "professionals", "parcours", "delegations"]);
