import type { Database } from "@coordination/database";
import {
  type Acteur,
  type Annuaire,
  type AppelInterne,
  type IdentifiantsOpaques,
  jourEnFrance,
  type MoyensDuService,
} from "@coordination/server-kit";
import type DataLoader from "dataloader";
import type { CriteresBesoin } from "./besoin/criteres.type.ts";
import { createIdentifiantsBesoin } from "./besoin/identifiant-besoin.ts";
import { createCommunesConnues } from "./commune/commune-connue.loader.ts";
import { createDossierLoaders } from "./dossier/dossier.loader.ts";
import { type Coffre, createCoffre, lireCles } from "./identite/coffre.ts";

/** What one request carries. Loaders are per request: a cache must not outlive its reader's rights. */
export interface Contexte {
  readonly acteur: Acteur | null;
  readonly appel: AppelInterne;
  readonly database: Database;
  readonly annuaire: Annuaire;
  readonly coffre: Coffre;
  readonly maintenant: Date;
  /** The civil day in France, AAAA-MM-JJ. */
  readonly aujourdhui: string;
  readonly identifiants: IdentifiantsOpaques<CriteresBesoin>;
  readonly communesConnues: DataLoader<string, boolean>;
  readonly loaders: ReturnType<typeof createDossierLoaders>;
}

/** Prepares what all requests share (the keys), then makes one context per call. */
export function createContexte({
  database,
  secret,
  annuaire,
  maintenant,
}: MoyensDuService): (appel: AppelInterne) => Contexte {
  const identifiants = createIdentifiantsBesoin(secret);
  const { cles, index } = lireCles(process.env, secret);
  const coffre = createCoffre(cles, index);
  return (appel) => {
    const instant = maintenant();
    return {
      acteur: appel.acteur,
      appel,
      database,
      annuaire,
      coffre,
      maintenant: instant,
      aujourdhui: jourEnFrance(instant),
      identifiants,
      communesConnues: createCommunesConnues(database),
      loaders: createDossierLoaders(database, appel.acteur, instant),
    };
  };
}
