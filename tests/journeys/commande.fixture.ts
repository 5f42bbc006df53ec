import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { MaisonDeTest } from "./maison.fixture.ts";

/** What a command needs of a house: its database, its files, its secret. */
interface MaisonVisee extends Pick<MaisonDeTest, "adminUrl"> {
  readonly configuration: Pick<MaisonDeTest["configuration"], "dataDir" | "internalSecret">;
}

/** Runs a command of the house on the database of this one, as `npm run` does. */
export async function lancerCommande(
  { configuration: { dataDir, internalSecret }, adminUrl }: MaisonVisee,
  nom: string,
  ...args: readonly string[]
): Promise<{ code: unknown; dit: string }> {
  const programme = fileURLToPath(new URL(`../../tools/dist/src/${nom}.js`, import.meta.url));
  const env = { ...process.env, DATABASE_URL: adminUrl, INTERNAL_SECRET: internalSecret, DATA_DIR: dataDir };
  const enfant = spawn(process.execPath, [programme, ...args], { env, stdio: ["ignore", "pipe", "inherit"] });
  const [[code], dit] = await Promise.all([once(enfant, "close"), text(enfant.stdout)]);
  return { code, dit };
}
