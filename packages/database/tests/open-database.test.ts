import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countStatements, type Database, openDatabase, prepareDatabase, withAdminClient } from "../src/index.ts";
import { createFreshDatabase, type FreshDatabase, SECRET } from "./fresh-database.ts";

const services = [
  { name: "essai_pool", migrations: [{ name: "2026-01-01-notes", up: "create table note (id int primary key)" }] },
];

describe("openDatabase", () => {
  let base: FreshDatabase;
  let database: Database;

  beforeAll(async () => {
    base = await createFreshDatabase();
    const urls = await prepareDatabase({ adminUrl: base.adminUrl, secret: SECRET, services });
    database = await openDatabase({
      url: urls.essai_pool ?? "",
      schema: "essai_pool",
      poolSize: 2,
      applicationName: "essai",
    });
  });
  afterAll(async () => {
    await database.close();
    await base.drop();
  });

  const one = async (text: string, values: readonly unknown[] = []): Promise<unknown> =>
    Object.values((await database.query(text, values))[0] ?? {})[0];

  it("binds an array as one value", async () => {
    expect(await database.query("select n from generate_series(1, 5) n where n = any($1)", [[2, 4, 9]])).toEqual([
      { n: 2 },
      { n: 4 },
    ]);
    expect(await one("select $1::text[]", [["l'un", "deux,trois", null]])).toEqual(["l'un", "deux,trois", null]);
    expect(await one("select count(*) from unnest($1::int[])", [[]])).toBe(0);
  });

  it("leaves question marks and dollars of the text alone", async () => {
    expect(await one("select '{\"a\": 1}'::jsonb ? 'a' and '?' = $1", ["?"])).toBe(true);
  });

  it.each([
    ["9007199254740991::int8", 9007199254740991],
    ["12.50::numeric", 12.5],
    ["date '2026-03-01'", "2026-03-01"],
    ["timestamptz '2026-03-01 10:20:30.123456+01'", "2026-03-01T09:20:30.123456Z"],
    ["timestamptz '2026-03-01 10:20:30Z'", "2026-03-01T10:20:30Z"],
    ["array[1, null]::int8[]", [1, null]],
    ["array[date '2026-03-01']", ["2026-03-01"]],
    ["array[1.5]::numeric[]", [1.5]],
    ["array[timestamptz '2026-03-01 10:20:30Z']", ["2026-03-01T10:20:30Z"]],
    ["jsonb_build_object('à', 1)", { à: 1 }],
    ["null::date", null],
  ])("reads %s", async (expression, expected) => {
    expect(await one(`select ${expression}`)).toEqual(expected);
  });

  it("rejects a bigint that a number would distort", async () => {
    await expect(one("select 9007199254740993::int8")).rejects.toThrow(RangeError);
    expect(await one("select 1")).toBe(1);
  });

  it("looks in the service's schema first, in UTC, with bounded statements", async () => {
    expect(await one("show search_path")).toBe("essai_pool,extensions,public");
    expect(await one("show timezone")).toBe("UTC");
    expect(await one("show statement_timeout")).toBe("15s");
    expect(await one("show application_name")).toBe("essai");
  });

  it("keeps what a transaction did, or nothing of it", async () => {
    await database.transaction((tx) => tx.query("insert into note values (1)"));
    const failed = database.transaction(async (tx) => {
      await tx.query("insert into note values (2)");
      throw new Error("renoncement");
    });
    await expect(failed).rejects.toThrow("renoncement");
    const conflicting = database.transaction((tx) => tx.query("insert into note values (3), (1)"));
    await expect(conflicting).rejects.toMatchObject({ code: "23505" });
    expect(await database.query("select id from note")).toEqual([{ id: 1 }]);
  });

  it("survives sessions cut by the server, idle or inside a transaction, more often than the pool is large", async () => {
    const cutAll = () =>
      withAdminClient(base.adminUrl, (client) =>
        client.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'essai' and datname = current_database()",
        ),
      );
    for (let time = 0; time < 5; time += 1) {
      const cut = database.transaction(async (tx) => {
        await tx.query("select 1");
        await cutAll();
        await tx.query("select 1");
      });
      await expect(cut).rejects.toMatchObject({ name: "DatabaseUnavailable", reason: "CONNECTION" });
    }
    expect(await one("select 1")).toBe(1);
  });

  it("counts the statements of one asynchronous context", async () => {
    const work = async () => {
      await database.query("select 1");
      await database.transaction((tx) => tx.query("select 2"));
      return "fait";
    };
    const [counted] = await Promise.all([countStatements(work), database.query("select 3")]);
    expect(counted).toEqual({ result: "fait", statements: ["select 1", "select 2"] });
  });
});
