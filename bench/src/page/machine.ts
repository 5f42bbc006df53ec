import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { withAdminClient } from "@coordination/database";
import { DOSSIER } from "../dossier.ts";

/** Where figures come from: they only mean something with it. */
export interface Machine {
  readonly processeur: string;
  readonly coeurs: number;
  readonly memoireGo: number;
  readonly systeme: string;
  readonly node: string;
  readonly postgres: string;
  readonly reglages: string;
  readonly versions: Readonly<Record<string, string>>;
}

const LOGICIELS = ["postgraphile", "fastify", "pg", "undici"] as const;

export async function decrireLaMachine(adminUrl: string): Promise<Machine> {
  const [premier] = cpus();
  const { version, reglages } = await withAdminClient(adminUrl, async (client) => {
    const lu = await client.query<{ version: string; reglages: string }>(
      `select current_setting('server_version') as version,
              string_agg(name || ' ' || current_setting(name), ', ' order by name) as reglages
       from pg_settings where name in ('shared_buffers', 'work_mem', 'jit', 'effective_cache_size')`,
    );
    return lu.rows[0] ?? { version: "?", reglages: "" };
  });
  return {
    processeur: premier?.model.trim() ?? "inconnu",
    coeurs: cpus().length,
    memoireGo: Math.round(totalmem() / 2 ** 30),
    systeme: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    postgres: version,
    reglages,
    versions: Object.fromEntries(LOGICIELS.map((nom) => [nom, versionDe(nom)])),
  };
}

/** The workspace pins exact versions. */
function versionDe(nom: string): string {
  const { dependencies } = JSON.parse(readFileSync(join(DOSSIER, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  return dependencies[nom] ?? "inconnue";
}
