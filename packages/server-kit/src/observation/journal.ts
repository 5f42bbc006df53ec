import { type Logger, pino } from "pino";
import pinoPretty from "pino-pretty";
import { erreurJournalisee } from "./erreur-journalisee.ts";

const STDERR = 2;

/**
 * Structured logs on stderr, so that stdout holds what a person reads. LOG_LEVEL says how much (one line per request from
 * `info` on; default: `info` in production, else `warn`), LOG_FORMAT how: `json`, or `lisible` for a person.
 */
export function createJournal(nom?: string, environnement: NodeJS.ProcessEnv = process.env): Logger {
  const { LOG_LEVEL, LOG_FORMAT, NODE_ENV } = environnement;
  const options = {
    level: LOG_LEVEL || (NODE_ENV === "production" ? "info" : "warn"),
    // Neither pid nor host name: they say where the house runs.
    base: nom === undefined ? {} : { name: nom },
    serializers: { err: erreurJournalisee },
  };
  return pino(
    options,
    LOG_FORMAT === "lisible" ? pinoPretty({ destination: STDERR, sync: true }) : pino.destination(STDERR),
  );
}

/** A defect that nothing caught is told as the others are, without what it quotes, then ends the process. */
export function journaliserLesDefauts(logger: Logger): void {
  process.once("uncaughtException", (error) => {
    logger.fatal({ err: error }, "défaut que rien n'a repris");
    process.exit(1);
  });
}
