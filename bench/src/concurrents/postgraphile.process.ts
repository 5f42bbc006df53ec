import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { annoncerAuBanc, urlDeLaBase } from "./enfant.ts";

// PostGraphile as its documentation mounts it in production: its default preset, nothing that watches or explains.
const APPLICATION = "banc-postgraphile";
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({
      connectionString: urlDeLaBase(),
      schemas: ["bench_pair"],
      poolConfig: { max: 10, application_name: APPLICATION },
    }),
  ],
  grafserv: { graphiql: false, watch: false },
  grafast: { explain: false },
});
const serveur = createServer();
await instance.createServ(grafserv).addTo(serveur);
serveur.listen(0, "127.0.0.1", () => {
  annoncerAuBanc(`http://127.0.0.1:${(serveur.address() as AddressInfo).port}/graphql`, [APPLICATION]);
});
