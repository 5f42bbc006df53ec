import { limites } from "../migrations/2026-11-22-limites.ts";

/** The schema that gateways share, as the database's migrations take it: a fifth one, under its own role. */
export const basePasserelle = { name: "passerelle", migrations: [limites] } as const;
