export { withAdminClient } from "./admin-client.ts";
export { instantInJson } from "./column-types.ts";
export { countStatements } from "./count-statements.ts";
export { DatabaseUnavailable, type UnavailableReason } from "./database-unavailable.ts";
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from "./embedded/start-embedded-postgres.ts";
export type { MigratedService, Migration } from "./migration.ts";
export { type DatabaseOptions, openDatabase } from "./open-database.ts";
export { type PreparationOptions, prepareDatabase } from "./prepare-database.ts";
export { serviceUrl } from "./service-identity.ts";
export type { Database, PoolState, Sql } from "./sql.ts";
