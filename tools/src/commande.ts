import { DatabaseUnavailable } from "@coordination/database";
import { IdentiteLocaleError } from "@coordination/identite-locale";
import { FormatInattendu } from "@coordination/importation";
import { ConfigurationError } from "./configuration.ts";

/** The person asked for something that the command does not do. */
export class UsageError extends Error {}

const ATTENDUES = [UsageError, ConfigurationError, DatabaseUnavailable, IdentiteLocaleError, FormatInattendu];

/** Runs a command: an expected failure is one clear message and exit code 1; a defect keeps its stack. */
export async function executer(commande: () => Promise<void>): Promise<void> {
  try {
    await commande();
  } catch (error) {
    const attendue = ATTENDUES.some((Classe) => error instanceof Classe);
    console.error(attendue ? (error as Error).message : error);
    process.exitCode = 1;
  }
}
