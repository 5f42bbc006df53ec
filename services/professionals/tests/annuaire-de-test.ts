import { countStatements, type MigratedService, withAdminClient } from "@coordination/database";
import { type Acteur, type Annuaire, createAnnuaire, ouvrirService } from "@coordination/server-kit";
import { createTestDatabase } from "@coordination/test-kit";
import type { FormattedExecutionResult } from "graphql";
import type pg from "pg";
import { pino } from "pino";
import { professionalsService } from "../src/index.ts";

const SECRET = "un secret de test, long de plus de trente-deux caractères";
/** Fixed, so that dates in tests stay true. */
const MAINTENANT = "2026-11-22T10:00:00Z";

export interface AnnuaireDeTest {
  /** The whole answer, errors included, asked as the gateway does; anonymous unless an actor is given. */
  executer(
    query: string,
    variables?: Record<string, unknown>,
    acteur?: Acteur | null,
  ): Promise<FormattedExecutionResult>;
  /** The data of an answer. Throws when it has errors. */
  demander<Reponse>(query: string, variables?: Record<string, unknown>): Promise<Reponse>;
  /** The data, and how many SQL statements they took. */
  compter<Reponse>(query: string, variables?: Record<string, unknown>): Promise<{ data: Reponse; nombre: number }>;
  /** The answer to federation references. */
  entites<Reponse>(selection: string, representations: readonly object[]): Promise<Reponse[]>;
  /** Runs `work` in a transaction on an administrator's connection, as the importers are run. */
  ecrire<T>(work: (client: pg.Client) => Promise<T>): Promise<T>;
  fermer(): Promise<void>;
}

const MUET = createAnnuaire(() => Promise.reject(new Error("inutile ici")), { timeoutMs: 1 });

/** What a test may put in the place of the house's means. */
interface Moyens {
  /** The internal door; unless given, it answers nothing. */
  readonly annuaire?: Annuaire;
  readonly maintenant?: () => Date;
}

/** A migrated, empty directory on a real PostgreSQL. */
export async function ouvrirAnnuaire(moyens: Moyens = {}): Promise<AnnuaireDeTest> {
  const { annuaire = MUET, maintenant = () => new Date(MAINTENANT) } = moyens;
  const service: MigratedService = professionalsService;
  const base = await createTestDatabase({ services: [service] });
  const logger = pino({ level: "error" });
  const url = base.urls.professionals ?? "";
  const ouvert = await ouvrirService(professionalsService, {
    url,
    secret: SECRET,
    annuaire,
    logger,
    maintenant,
  });
  const executer: AnnuaireDeTest["executer"] = (query, variables, acteur = null) =>
    ouvert.executor.repondre({ query, variables }, { acteur, requestId: "test" });
  const demander = async <Reponse>(query: string, variables?: Record<string, unknown>): Promise<Reponse> => {
    const { data, errors } = await executer(query, variables);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    // Through JSON, as the gateway receives it: graphql-js makes objects without a prototype.
    return JSON.parse(JSON.stringify(data)) as Reponse;
  };
  return {
    executer,
    demander,
    compter: async <Reponse>(query: string, variables?: Record<string, unknown>) => {
      const { result, statements } = await countStatements(() => demander<Reponse>(query, variables));
      return { data: result, nombre: statements.length };
    },
    entites: async <Reponse>(selection: string, representations: readonly object[]) => {
      const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`;
      return (await demander<{ _entities: Reponse[] }>(query, { representations }))._entities;
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
