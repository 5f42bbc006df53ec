import { type MigratedService, withAdminClient } from "@coordination/database";
import { type Acteur, createAnnuaire, type ExecuterParLaPasserelle, ouvrirService } from "@coordination/server-kit";
import { createTestDatabase } from "@coordination/test-kit";
import type { FormattedExecutionResult } from "graphql";
import type pg from "pg";
import { pino } from "pino";
import { structuresService } from "../src/index.ts";

const SECRET = "un secret de test, long de plus de trente-deux caractères";
/** Fixed, so that dates in tests stay true. */
const AUJOURDHUI = "2026-11-22";

export interface AnnuaireDeTest {
  /** The database, as its administrator. */
  readonly adminUrl: string;
  /** Asks the subgraph as the gateway does, anonymous unless an actor is given. Throws when the answer has errors. */
  demander<Reponse>(query: string, variables?: Record<string, unknown>, acteur?: Acteur): Promise<Reponse>;
  /** The whole answer, errors included. */
  executer(query: string, variables?: Record<string, unknown>, acteur?: Acteur): Promise<FormattedExecutionResult>;
  /** Runs `work` on an administrator's connection, in a transaction, as the importers are run. */
  ecrire<T>(work: (client: pg.Client) => Promise<T>): Promise<T>;
  fermer(): Promise<void>;
}

/** A migrated, empty directory on a real PostgreSQL; `repondre` stands for the gateway behind the internal door. */
export async function ouvrirAnnuaire(
  repondre: ExecuterParLaPasserelle = () => Promise.reject(new Error("inutile ici")),
): Promise<AnnuaireDeTest> {
  const service: MigratedService = structuresService;
  const base = await createTestDatabase({ services: [service] });
  const logger = pino({ level: "error" });
  const annuaire = createAnnuaire(repondre, { timeoutMs: 5_000 });
  const url = base.urls.structures ?? "";
  const maintenant = () => new Date(`${AUJOURDHUI}T10:00:00Z`);
  const ouvert = await ouvrirService(structuresService, { url, secret: SECRET, annuaire, logger, maintenant });

  const executer: AnnuaireDeTest["executer"] = (query, variables, acteur = undefined) =>
    ouvert.executor.repondre({ query, variables }, { acteur: acteur ?? null, requestId: "test" });
  return {
    adminUrl: base.adminUrl,
    executer,
    demander: async <Reponse>(query: string, variables?: Record<string, unknown>, acteur?: Acteur) => {
      const { data, errors } = await executer(query, variables, acteur);
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      // Through JSON, as the gateway receives it: graphql-js makes objects without a prototype.
      return JSON.parse(JSON.stringify(data)) as Reponse;
    },
    ecrire: (work) =>
      withAdminClient(base.adminUrl, async (client) => {
        await client.query("begin");
        const result = await work(client);
        await client.query("commit");
        return result;
      }),
    fermer: async () => {
      await ouvert.close();
      await base.drop();
    },
  };
}
