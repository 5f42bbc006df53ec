import { ConfigurationError } from "./configuration.ts";

/** The person asked for something that the command does not do. */
export class UsageError extends Error {}

/** Runs a command: an expected failure is one clear message and exit code 1; a defect keeps its stack. */
export async function executer(commande: () => Promise<void>): Promise<void> {
  try {
    await commande();
  } catch (error) {
    console.error((await estAttendue(error)) ? (error as Error).message : error);
    process.exitCode = 1;
  }
}

/** What can be expected is looked up once something failed: a command that only opens the gateway loads no database. */
async function estAttendue(error: unknown): Promise<boolean> {
  if (error instanceof UsageError || error instanceof ConfigurationError) return true;
  const [{ DatabaseUnavailable }, { IdentiteLocaleError }, { FormatInattendu }] = await Promise.all([
    import("@coordination/database"),
    import("@coordination/identite-locale"),
    import("@coordination/importation"),
  ]);
  return [DatabaseUnavailable, IdentiteLocaleError, FormatInattendu].some((Classe) => error instanceof Classe);
}
