import type { Acteur, AppelInterne, IdentifiantsOpaques, MoyensDuService } from "@coordination/server-kit";
import type DataLoader from "dataloader";
import type { CriteresBesoin } from "./besoin/criteres.type.ts";
import { createIdentifiantsBesoin } from "./besoin/identifiant-besoin.ts";
import { createCommunesConnues } from "./commune/commune-connue.loader.ts";

/** What one request carries. Loaders are per request: a cache must not outlive its reader's rights. */
export interface Contexte {
  readonly acteur: Acteur | null;
  readonly identifiants: IdentifiantsOpaques<CriteresBesoin>;
  readonly communesConnues: DataLoader<string, boolean>;
}

/** Prepares what all requests share (the key of the identifiers), then makes one context per call. */
export function createContexte({ database, secret }: MoyensDuService): (appel: AppelInterne) => Contexte {
  const identifiants = createIdentifiantsBesoin(secret);
  return ({ acteur }) => ({ acteur, identifiants, communesConnues: createCommunesConnues(database) });
}
