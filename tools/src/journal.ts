import { type Logger, pino } from "pino";

/** Structured logs on stderr, so that stdout holds what a person reads; LOG_LEVEL chooses how much (default: warnings). */
export const createJournal = (): Logger => pino({ level: process.env.LOG_LEVEL ?? "warn" }, pino.destination(2));
