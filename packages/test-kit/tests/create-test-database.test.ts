import { withAdminClient } from "@coordination/database";
import { createTestDatabase, requireTestRun, type TestDatabase } from "@coordination/test-kit";
import { afterAll, describe, expect, it } from "vitest";

const services = [
  { name: "essai", migrations: [{ name: "2026-01-01-notes", up: "create table note (texte text not null)" }] },
];
const made: TestDatabase[] = [];

const make = async (): Promise<TestDatabase> => {
  const database = await createTestDatabase({ services });
  made.push(database);
  return database;
};

const countNotes = (url: string): Promise<number> =>
  withAdminClient(
    url,
    async (client) =>
      (await client.query<{ count: string }>("select count(*) from essai.note")).rows.map(({ count }) =>
        Number(count),
      )[0] ?? -1,
  );

afterAll(() => Promise.all(made.map((database) => database.drop())));

describe("createTestDatabase", () => {
  it("gives each caller a migrated database of its own, even at the same moment", async () => {
    const [first, second] = await Promise.all([make(), make()]);
    await withAdminClient(first.urls.essai ?? "", (client) => client.query("insert into essai.note values ('un')"));
    expect(await countNotes(first.adminUrl)).toBe(1);
    expect(await countNotes(second.urls.essai ?? "")).toBe(0);
  });

  it("drops the database, sessions or not", async () => {
    const database = await createTestDatabase({ services });
    const name = new URL(database.adminUrl).pathname.slice(1);
    await database.drop();
    const left = await withAdminClient(requireTestRun().adminUrl, (client) =>
      client.query("select from pg_database where datname = $1", [name]),
    );
    expect(left.rowCount).toBe(0);
  });

  it("leaves no template behind a migration that fails", async () => {
    const faulty = [{ name: "essai", migrations: [{ name: "2026-01-01-faux", up: "create tabl note ()" }] }];
    await expect(createTestDatabase({ services: faulty })).rejects.toThrow("syntax error");
    await expect(createTestDatabase({ services: faulty })).rejects.toThrow("syntax error");
  });
});
