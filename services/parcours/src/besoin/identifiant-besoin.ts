import { createIdentifiantsOpaques, type IdentifiantsOpaques } from "@coordination/server-kit";
import type { CriteresBesoin } from "./criteres.type.ts";

const UN_JOUR_EN_SECONDES = 24 * 60 * 60;

/** Changes with the shape of `CriteresBesoin`: an identifier of another version names nothing. */
const VERSION = 1;

/** A simulated need is stored nowhere: its identifier carries its criteria, encrypted, for a day. Never log one. */
export const createIdentifiantsBesoin = (secret: string): IdentifiantsOpaques<CriteresBesoin> =>
  createIdentifiantsOpaques({ secret, kind: "besoin-simule", version: VERSION, ttlSeconds: UN_JOUR_EN_SECONDES });
