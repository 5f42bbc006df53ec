import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase, prepareDatabase, withAdminClient } from "../src/index.ts";
import { createFreshDatabase, type FreshDatabase, SECRET } from "./fresh-database.ts";

const services = [
  { name: "essai_prepare", migrations: [{ name: "2026-01-01-notes", up: "create table note (id int primary key)" }] },
];
const PREPARED = "select count(*) as n from pg_prepared_statements where $1::int is not null";

describe("The statements that a connection keeps", () => {
  let base: FreshDatabase;
  let url: string;
  let database: Database;

  beforeAll(async () => {
    base = await createFreshDatabase();
    url = (await prepareDatabase({ adminUrl: base.adminUrl, secret: SECRET, services })).essai_prepare ?? "";
  });
  afterAll(() => base.drop());

  const open = (address: string): Promise<Database> =>
    openDatabase({ url: address, schema: "essai_prepare", poolSize: 1, applicationName: "essai" });
  const count = async (): Promise<unknown> => (await database.query<{ n: number }>(PREPARED, [1]))[0]?.n;
  const closing = async (opened: Database, work: () => Promise<void>) => {
    database = opened;
    await work().finally(() => opened.close());
  };

  beforeEach(() => withAdminClient(base.adminUrl, (client) => client.query("truncate essai_prepare.note")));

  it("are parsed once each, whatever their values", async () => {
    await closing(await open(url), async () => {
      for (const n of [1, 2, 3]) expect(await database.query("select $1::int as n", [n])).toEqual([{ n }]);
      expect(await count()).toBe(2);
    });
  });

  it("are bounded: a connection that keeps too many is replaced", async () => {
    await closing(await open(url), async () => {
      for (let n = 0; n < 250; n += 1) await database.query(`select $1::int as n${n}`, [n]);
      expect(await count()).toBeLessThan(100);
    });
  });

  it("survive a column that changes type under them", async () => {
    await closing(await open(url), async () => {
      await database.query("insert into note values ($1)", [7]);
      const read = () => database.query("select * from note where id::int > $1", [0]);
      expect(await read()).toEqual([{ id: 7 }]);
      await withAdminClient(base.adminUrl, (client) =>
        client.query("alter table essai_prepare.note alter column id type int8"),
      );
      expect(await read()).toEqual([{ id: 7 }]);
      expect(await read()).toEqual([{ id: 7 }]);
    });
  });

  it("are none in a transaction, nor through a pooler that the address declares", async () => {
    await closing(await open(url), async () => {
      await database.transaction((tx) => tx.query("insert into note values ($1)", [1]));
      expect(await count()).toBe(1);
    });
    await closing(await open(`${url}?prepare=no`), async () => {
      expect(await count()).toBe(0);
    });
  });

  it("are left by a wrong statement as they were, its connection still of use", async () => {
    await closing(await open(url), async () => {
      const pid = () => database.query("select pg_backend_pid() as pid, $1::int as n", [1]);
      const before = await pid();
      await expect(database.query("select 1 / $1::int", [0])).rejects.toMatchObject({ code: "22012" });
      expect(await pid()).toEqual(before);
    });
  });
});
