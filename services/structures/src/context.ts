import type { Database, Sql } from "@coordination/database";
import {
  type Acteur,
  type AppelInterne,
  jourEnFrance,
  type MoyensDuService,
  type OperationAnnuaire,
  type Provenance,
} from "@coordination/server-kit";
import { createAdhesionLoaders } from "./adhesion/adhesion.loader.ts";
import { createAplLoaders } from "./apl/apl.loader.ts";
import { createCommuneLoaders } from "./commune/commune.loader.ts";
import { createCompletudeLoaders } from "./completude/completude.loader.ts";
import { createCouvertureLoaders } from "./couverture/couverture.loader.ts";
import { createDeclarationLoaders } from "./declarations.loader.ts";
import { createHorairesLoaders } from "./horaires/horaires.loader.ts";
import { createIndicateurLoaders } from "./indicateur/indicateur.loader.ts";
import { createStructureLoaders } from "./structure/structure.loader.ts";
import { createTerritoireLoaders } from "./territoire/territoire.loader.ts";
import { createZonageLoaders } from "./zonage/zonage.loader.ts";

const createLoaders = (sql: Sql, aujourdhui: string) => ({
  ...createCommuneLoaders(sql),
  ...createAplLoaders(sql),
  ...createZonageLoaders(sql),
  ...createIndicateurLoaders(sql),
  ...createCouvertureLoaders(sql),
  ...createStructureLoaders(sql, aujourdhui),
  ...createHorairesLoaders(sql),
  ...createCompletudeLoaders(sql, aujourdhui),
  ...createTerritoireLoaders(sql, aujourdhui),
  ...createAdhesionLoaders(sql, aujourdhui),
  ...createDeclarationLoaders(sql, aujourdhui),
});

/** What one request carries. Loaders are also caches: one set per request, so that none outlives its reader's rights. */
export interface Contexte {
  readonly sql: Sql;
  /** For the writes, each in one transaction. */
  readonly database: Database;
  /** Who asks; null for an anonymous request. */
  readonly acteur: Acteur | null;
  /** The instant of the request, read once. */
  readonly maintenant: Date;
  /** Civil day in France, read once. */
  readonly aujourdhui: string;
  loaders: ReturnType<typeof createLoaders>;
  /** After a write: what follows in the same request reads afresh. */
  oublier(): void;
  /** Asks the directory through the internal door, as the actor. Never inside a transaction. Throws SUBGRAPH_UNAVAILABLE. */
  demander<Variables extends object, Reponse extends object>(
    operation: OperationAnnuaire<Variables, Reponse>,
    variables: Variables,
    provenance?: Provenance<Variables>,
  ): Promise<Reponse>;
}

/** Makes the context of each request. */
export const createContexte =
  ({ database, maintenant, annuaire }: MoyensDuService) =>
  (appel: AppelInterne): Contexte => {
    const instant = maintenant();
    const aujourdhui = jourEnFrance(instant);
    const contexte: Contexte = {
      sql: database,
      database,
      acteur: appel.acteur,
      maintenant: instant,
      aujourdhui,
      loaders: createLoaders(database, aujourdhui),
      oublier: () => {
        contexte.loaders = createLoaders(database, aujourdhui);
      },
      demander: (operation, variables, provenance) => annuaire.demander(operation, variables, appel, provenance),
    };
    return contexte;
  };
