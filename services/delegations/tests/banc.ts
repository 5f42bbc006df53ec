import { withAdminClient } from "@coordination/database";
import {
  type Acteur,
  createAnnuaire,
  type ExecuterParLaPasserelle,
  ouvrirService,
  type ServiceOuvert,
} from "@coordination/server-kit";
import { createTestDatabase, type TestDatabase } from "@coordination/test-kit";
import type { FormattedExecutionResult } from "graphql";
import type pg from "pg";
import { pino } from "pino";
import {
  chargerCatalogue,
  chargerDemonstration,
  type DonneesDelegations,
  delegationsService,
  projeterCommunes,
  projeterStructures,
} from "../src/index.ts";

export const SECRET = "un-secret-de-test-de-plus-de-trente-deux-caracteres";

/** The day of the tests, in France. */
export const AUJOURDHUI = "2026-11-22";

/** Invented places around Lyon: a commune's centre, and a structure some way off to the north. */
const COMMUNES = [
  { codeInsee: "69123", latitude: 45.76, longitude: 4.835 },
  { codeInsee: "01004", latitude: 45.958, longitude: 5.358 },
  { codeInsee: "75056", latitude: 48.859, longitude: 2.347 },
  { codeInsee: "45234", latitude: 47.902, longitude: 1.909 },
];
const STRUCTURES = [
  { id: "MSP-PROCHE", type: "MSP", latitude: 45.77, longitude: 4.835, fermee: false },
  { id: "MSP-MOYENNE", type: "MSP", latitude: 45.8, longitude: 4.835, fermee: false },
  { id: "MSP-LOINTAINE", type: "MSP", latitude: 45.95, longitude: 4.835, fermee: false },
  { id: "MSP-FERMEE", type: "MSP", latitude: 45.761, longitude: 4.835, fermee: true },
  { id: "MSP-SANS-POSITION", type: "MSP", latitude: null, longitude: null, fermee: false },
];

export const DECLARATIONS: DonneesDelegations = {
  equipes: ["MSP-LOINTAINE", "MSP-PROCHE", "MSP-FERMEE", "MSP-MOYENNE", "MSP-SANS-POSITION"].map(
    (structureId, rang) => ({
      delegation: "D01",
      structureId,
      declareeLe: "2024-03-01",
      delegants: [`81000000000${rang}`],
      delegues: [
        { professionnelId: `82000000000${rang}`, formationAttesteeLe: "2024-02-01", organisme: "Organisme d'exemple" },
        { professionnelId: `83000000000${rang}`, formationAttesteeLe: null, organisme: null },
      ],
    }),
  ),
};

/** Runs a load as tools do: on an administrator's connection, all or nothing. */
export const enTransaction = (adminUrl: string, travail: (client: pg.Client) => Promise<void>): Promise<void> =>
  withAdminClient(adminUrl, async (client) => {
    await client.query("begin");
    try {
      await travail(client);
      await client.query("commit");
    } catch (error) {
      await client.query("rollback");
      throw error;
    }
  });

/** What the importers of `structures` leave for the others. */
export async function publierLieux(client: pg.Client): Promise<void> {
  await client.query(`
    create temp table communes_publiees (code_insee text, nom text, departement text, region text, codes_postaux text[],
      latitude float8, longitude float8) on commit drop;
    create temp table structures_publiees (id text, type text, nom text, code_insee text, latitude float8,
      longitude float8, precision text, fermee boolean) on commit drop;
  `);
  await client.query(
    `insert into pg_temp.communes_publiees (code_insee, latitude, longitude)
     select "codeInsee", latitude, longitude
     from jsonb_to_recordset($1::jsonb) c ("codeInsee" text, latitude float8, longitude float8)`,
    [JSON.stringify(COMMUNES)],
  );
  await client.query(
    `insert into pg_temp.structures_publiees (id, type, latitude, longitude, fermee)
     select id, type, latitude, longitude, fermee
     from jsonb_to_recordset($1::jsonb) s (id text, type text, latitude float8, longitude float8, fermee boolean)`,
    [JSON.stringify(STRUCTURES)],
  );
  await projeterCommunes(client);
  await projeterStructures(client);
}

/** The service on a database of its own: the project's catalogue, a few places and the teams above. */
export interface Banc {
  readonly base: TestDatabase;
  readonly journal: string[];
  demander(query: string, variables?: Record<string, unknown>): Promise<FormattedExecutionResult>;
  /** The same, as somebody. */
  demanderComme(acteur: Acteur, query: string, variables?: Record<string, unknown>): Promise<FormattedExecutionResult>;
  /** The data of an answer without error. */
  lire<Donnees>(query: string, variables?: Record<string, unknown>): Promise<Donnees>;
  fermer(): Promise<void>;
}

/** `annuaire` stands for the gateway behind the internal door; without it, no directory answers. */
export async function ouvrirBanc(
  annuaire: ExecuterParLaPasserelle = () => Promise.reject(new Error("no directory here")),
): Promise<Banc> {
  const base = await createTestDatabase({ services: [delegationsService] });
  await enTransaction(base.adminUrl, async (client) => {
    await chargerCatalogue(client);
    await publierLieux(client);
    await chargerDemonstration(client, DECLARATIONS);
  });
  const journal: string[] = [];
  const ouvert: ServiceOuvert = await ouvrirService(delegationsService, {
    url: base.urls.delegations ?? "",
    secret: SECRET,
    annuaire: createAnnuaire(annuaire, { timeoutMs: 10_000 }),
    logger: pino({}, { write: (ligne: string) => void journal.push(ligne) }),
    maintenant: () => new Date(`${AUJOURDHUI}T09:00:00Z`),
  });
  const demanderComme = (acteur: Acteur | null, query: string, variables?: Record<string, unknown>) =>
    ouvert.executor.repondre({ query, variables }, { acteur, requestId: "r-test" });
  const demander: Banc["demander"] = (query, variables) => demanderComme(null, query, variables);
  // The first question of a process reads the catalogue; the number of statements is that of the next ones.
  await demander("{ actes(first: 1) { code } }");
  return {
    base,
    journal,
    demander,
    demanderComme,
    lire: async <Donnees>(query: string, variables?: Record<string, unknown>) => {
      const { data, errors } = await demander(query, variables);
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      return data as Donnees;
    },
    fermer: async () => {
      await ouvert.close();
      await base.drop();
    },
  };
}
