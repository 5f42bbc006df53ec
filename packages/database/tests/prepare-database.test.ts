import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, type MigratedService, openDatabase, prepareDatabase, withAdminClient } from "../src/index.ts";
import { createFreshDatabase, type FreshDatabase, SECRET } from "./fresh-database.ts";

const annuaire: MigratedService = {
  name: "essai_annuaire",
  migrations: [
    {
      name: "2026-11-22-annuaire",
      up: `create table structure (id bigint generated always as identity primary key, nom text not null);
           create index on structure using gin (sans_accents(nom) gin_trgm_ops);
           insert into structure (nom) values ('Maison de santé'), ('Centre ? de santé');`,
    },
  ],
};
const dossiers: MigratedService = {
  name: "essai_dossiers",
  migrations: [{ name: "2026-11-22-dossiers", up: "create table dossier (id int primary key)" }],
};

describe("prepareDatabase", () => {
  let base: FreshDatabase;
  let urls: Record<string, string>;
  let service: Database;

  beforeAll(async () => {
    base = await createFreshDatabase();
    urls = await prepareDatabase({ adminUrl: base.adminUrl, secret: SECRET, services: [annuaire, dossiers] });
    service = await openDatabase({
      url: urls.essai_annuaire ?? "",
      schema: "essai_annuaire",
      applicationName: "essai",
    });
  });
  afterAll(async () => {
    await service.close();
    await base.drop();
  });

  const refused = (text: string) => expect(service.query(text)).rejects.toMatchObject({ code: "42501" });

  it("gives a service the rows of its own schema", async () => {
    await service.query("insert into structure (nom) values ($1)", ["Pôle"]);
    await service.query("update structure set nom = $1 where nom = $2", ["Pôle de santé", "Pôle"]);
    await service.query("delete from structure where nom = $1", ["Pôle de santé"]);
    expect(await service.query("select nom from structure order by id")).toEqual([
      { nom: "Maison de santé" },
      { nom: "Centre ? de santé" },
    ]);
  });

  it("also gives it the tables that an importer makes later", async () => {
    await withAdminClient(base.adminUrl, (client) =>
      client.query("create table essai_annuaire.chargement as select 1 as n"),
    );
    expect(await service.query("select n from chargement")).toEqual([{ n: 1 }]);
  });

  it("refuses it the schema of another service", () => refused("select * from essai_dossiers.dossier"));
  it("refuses it a table in its own schema", () => refused("create table essai_annuaire.intrus ()"));
  it("refuses it a table in public", () => refused("create table public.intrus ()"));
  it("refuses it a schema", () => refused("create schema intrus"));
  it("refuses it the history of its migrations", () => refused("delete from essai_annuaire.migration"));
  it("refuses it to change a table", () => refused("alter table structure add column intrus int"));
  it("refuses it another role", () => refused("set role coordination_essai_dossiers"));

  it("changes nothing when repeated, even by several processes at once", async () => {
    const options = { adminUrl: base.adminUrl, secret: SECRET, services: [annuaire, dossiers] };
    const again = await Promise.all([prepareDatabase(options), prepareDatabase(options), prepareDatabase(options)]);
    expect(again).toEqual([urls, urls, urls]);
    expect(await service.query("select count(*) as n from structure")).toEqual([{ n: 2 }]);
    expect(await service.query("select name from migration")).toEqual([{ name: "2026-11-22-annuaire" }]);
  });

  it("gives a password that another secret does not open", async () => {
    const elsewhere = new URL(urls.essai_annuaire ?? "");
    elsewhere.password = "devine";
    const opened = openDatabase({ url: elsewhere.href, schema: "essai_annuaire", applicationName: "essai" });
    await expect(opened).rejects.toMatchObject({ name: "DatabaseUnavailable", reason: "PASSWORD" });
  });

  it("closes public in a database that came from an older PostgreSQL", async () => {
    await withAdminClient(base.adminUrl, (client) => client.query("grant create on schema public to public"));
    await prepareDatabase({ adminUrl: base.adminUrl, secret: SECRET, services: [annuaire] });
    await refused("create table public.intrus ()");
  });
});

describe("The migrations of a service", () => {
  let base: FreshDatabase;
  const first = { name: "2026-01-01-debut", up: "create table etape (n int)" };
  const second = { name: "2026-02-01-suite", up: "insert into etape values (2)" };
  const late = { name: "2026-01-15-intercalee", up: "insert into etape values (15)" };

  beforeAll(async () => {
    base = await createFreshDatabase();
  });
  afterAll(() => base.drop());

  const migrate = (...migrations: MigratedService["migrations"]) =>
    prepareDatabase({ adminUrl: base.adminUrl, secret: SECRET, services: [{ name: "essai_etapes", migrations }] });
  const rows = () =>
    withAdminClient(
      base.adminUrl,
      async (client) => (await client.query<{ n: number }>("select n from essai_etapes.etape")).rows,
    );

  it("run once each, in their order, as the list grows", async () => {
    await migrate(first);
    await migrate(first, second);
    await migrate(first, second);
    expect(await rows()).toEqual([{ n: 2 }]);
  });

  it("leave nothing of a step that fails", async () => {
    const faulty = { name: "2026-03-01-fausse", up: "insert into etape values (3); select 1 / 0" };
    await expect(migrate(first, second, faulty)).rejects.toThrow("division by zero");
    expect(await rows()).toEqual([{ n: 2 }]);
  });

  it("refuse a step slipped in before an applied one", async () => {
    await expect(migrate(first, late, second)).rejects.toThrow("ajoutée avant « 2026-02-01-suite »");
  });

  it("refuse a database that is ahead of the program", async () => {
    await expect(migrate(first)).rejects.toThrow("la base a déjà reçu « 2026-02-01-suite »");
  });

  it("refuse names out of order or without a date", async () => {
    await expect(migrate(second, first)).rejects.toThrow("elle doit venir avant");
    await expect(migrate({ name: "debut", up: "" })).rejects.toThrow("AAAA-MM-JJ-sujet");
  });
});
