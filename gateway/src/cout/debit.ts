import { createHmac } from "node:crypto";
import type { Pool } from "pg";
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from "rate-limiter-flexible";

/** How many points of cost a client may spend in a window. */
const FENETRE_S = 60;

/** Where a client stands after what it just asked. */
export interface EtatDuDebit {
  readonly accorde: boolean;
  readonly restant: number;
  /** In how many seconds the whole quota is given again. */
  readonly dansSecondes: number;
}

/** Counts what each client spends. */
export interface Debit {
  readonly quota: number;
  readonly fenetreS: number;
  prendre(client: string, points: number): Promise<EtatDuDebit>;
}

/** For a gateway that is alone: counts in its own memory. */
export const debitEnMemoire = (quota: number): Debit =>
  createDebit(quota, new RateLimiterMemory({ points: quota, duration: FENETRE_S }), (client) => client);

/**
 * For gateways side by side: counts in the table `debit` of the schema `passerelle`, by a print of the client under `cle`,
 * so that no address nor subject is kept. When the database does not answer, each gateway counts for itself.
 */
export function debitPartage(quota: number, { pool, cle }: { pool: Pool; cle: string }): Debit {
  const limiteur = new RateLimiterPostgres({
    storeClient: pool,
    storeType: "pool",
    points: quota,
    duration: FENETRE_S,
    schemaName: "passerelle",
    tableName: "debit",
    tableCreated: true,
    keyPrefix: "cout",
    // Who has spent everything costs the database nothing more.
    inMemoryBlockOnConsumed: quota + 1,
    insuranceLimiter: new RateLimiterMemory({ points: quota, duration: FENETRE_S }),
  });
  return createDebit(quota, limiteur, (client) => createHmac("sha256", cle).update(client).digest("base64url"));
}

const createDebit = (quota: number, limiteur: RateLimiterAbstract, enCle: (client: string) => string): Debit => ({
  quota,
  fenetreS: FENETRE_S,
  prendre: async (client, points) => {
    try {
      return etat(await limiteur.consume(enCle(client), points), true);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      return etat(error, false);
    }
  },
});

const etat = ({ remainingPoints, msBeforeNext }: RateLimiterRes, accorde: boolean): EtatDuDebit => ({
  accorde,
  restant: remainingPoints,
  dansSecondes: Math.max(1, Math.ceil(msBeforeNext / 1_000)),
});
