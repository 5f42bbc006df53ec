import { Migrator, Migration as MikroMigration } from "@mikro-orm/migrations";
import { MikroORM } from "@mikro-orm/postgresql";
import { checkHistory, checkOrder, type MigratedService, type Migration } from "./migration.ts";
import { searchPath } from "./service-identity.ts";

/** Where each service's schema remembers what was applied. */
export const HISTORY_TABLE = "migration";

/** MikroORM wants a class for each step. */
function asClass({ name, up }: Migration): {
  name: string;
  class: new (...given: ConstructorParameters<typeof MikroMigration>) => MikroMigration;
} {
  return {
    name,
    class: class extends MikroMigration {
      override up(): void {
        this.addSql(up);
      }
    },
  };
}

/**
 * Brings one service's schema up to date, as the administrator, in one transaction; what is applied already is left alone.
 * @throws Error (French) when the history and the list disagree; pg's error when a statement fails.
 */
export async function runMigrations(adminUrl: string, service: MigratedService): Promise<void> {
  checkOrder(service);
  const orm = await MikroORM.init({
    clientUrl: adminUrl,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    logger: () => undefined,
    extensions: [Migrator],
    pool: { min: 0, max: 1 },
    driverOptions: {
      connectionString: adminUrl,
      application_name: "coordination-migrations",
      options: `-c search_path=${searchPath(service.name)} -c timezone=UTC`,
    },
    migrations: {
      tableName: `${service.name}.${HISTORY_TABLE}`,
      migrationsList: service.migrations.map(asClass),
      // Its way of silencing foreign keys needs a superuser, which `DATABASE_URL` may not be.
      disableForeignKeys: false,
      snapshot: false,
      silent: true,
    },
  });
  try {
    const applied = await orm.migrator.getExecuted();
    checkHistory(
      service,
      applied.map(({ name }) => name),
    );
    await orm.migrator.up();
  } finally {
    await orm.close(true);
  }
}
