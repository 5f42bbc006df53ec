import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DatabaseUnavailable, openDatabase, prepareDatabase, withAdminClient } from "../src/index.ts";
import { createFreshDatabase, type FreshDatabase, SECRET, serverUrl } from "./fresh-database.ts";

describe("prepareDatabase under an administrator who is no superuser", () => {
  let base: FreshDatabase;
  let owner: string;
  let service: { name: string; migrations: [{ name: string; up: string }] };

  const asSuperuser = (text: string) => withAdminClient(serverUrl(), (client) => client.query(text));

  /** The URL of an owner of the database with these attributes. */
  async function createOwner(attributes: string): Promise<string> {
    await asSuperuser(`create role ${owner} login password 'essai' ${attributes}`);
    await asSuperuser(`alter database ${base.name} owner to ${owner}`);
    const url = new URL(base.adminUrl);
    url.username = owner;
    url.password = "essai";
    return url.href;
  }

  beforeEach(async () => {
    base = await createFreshDatabase();
    const suffix = [...randomBytes(4)].map((byte) => String.fromCharCode(97 + (byte % 26))).join("");
    owner = `proprietaire_${suffix}`;
    service = {
      name: `essai_${suffix}`,
      migrations: [{ name: "2026-01-01-notes", up: "create table note as select sans_accents('Œuvré') as texte" }],
    };
  });
  afterEach(async () => {
    await base.drop();
    await asSuperuser(`drop role if exists coordination_${service.name}`);
    await asSuperuser(`drop role if exists ${owner}`);
  });

  async function readNote(url: string): Promise<unknown> {
    const database = await openDatabase({ url, schema: service.name, applicationName: "essai" });
    try {
      return await database.query("select texte from note");
    } finally {
      await database.close();
    }
  }

  it("needs the database and CREATEROLE only, at the first start and at the next ones", async () => {
    const options = { adminUrl: await createOwner("createrole"), secret: SECRET, services: [service] };
    await prepareDatabase(options);
    const urls = await prepareDatabase(options);
    expect(await readNote(urls[service.name] ?? "")).toEqual([{ texte: "oeuvre" }]);
  });

  it("without CREATEROLE, names the SQL to run by hand, which is enough", async () => {
    const options = { adminUrl: await createOwner(""), secret: SECRET, services: [service] };
    const refusal = await prepareDatabase(options).catch((error: DatabaseUnavailable) => error);
    expect(refusal).toMatchObject({ name: "DatabaseUnavailable", reason: "ROLES" });
    const sql =
      "message" in refusal && typeof refusal.message === "string" ? refusal.message.split("administrateur : ")[1] : "";
    await asSuperuser(sql ?? "");
    const urls = await prepareDatabase(options);
    expect(await readNote(urls[service.name] ?? "")).toEqual([{ texte: "oeuvre" }]);
  });

  it("refuses a service role that someone made too powerful", async () => {
    await asSuperuser(`create role coordination_${service.name} login createdb`);
    const prepared = prepareDatabase({ adminUrl: base.adminUrl, secret: SECRET, services: [service] });
    await expect(prepared).rejects.toThrow("plus de droits qu'un service n'en doit avoir");
  });
});
