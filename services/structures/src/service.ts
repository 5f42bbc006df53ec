import type { Service } from "@coordination/server-kit";
import { annuaire } from "../migrations/2026-11-22-annuaire.ts";
import { declarations } from "../migrations/2026-11-22-declarations.ts";
import { recherche } from "../migrations/2026-11-22-recherche.ts";
import { territoires } from "../migrations/2026-11-22-territoires.ts";
import { relevesDesTerritoires } from "../migrations/2026-11-22-territoires-releves.ts";
import { horizonDesModifications } from "../migrations/2026-11-22-territoires-suivi.ts";
import { phasesDatees } from "../migrations/2026-11-23-phases-datees.ts";
import { sourceDesConstats } from "../migrations/2026-11-23-source-des-constats.ts";
import { tousLesNoms } from "../migrations/2026-11-23-tous-les-noms.ts";
import { vieillesCommunes } from "../migrations/2026-11-23-vieilles-communes.ts";
import { version } from "../migrations/2026-11-23-z-version.ts";
import { datesDesDeclarations } from "../migrations/2026-11-23-zz-dates-des-declarations.ts";
import { membreAdherent } from "./adhesion/membre-adherent.operation.ts";
import { type Contexte, createContexte } from "./context.ts";
import { definition } from "./subgraph.ts";

/** The directory of structures and territories, as the house runs it. */
export const structuresService: Service<Contexte> = {
  name: "structures",
  migrations: [
    annuaire,
    declarations,
    recherche,
    territoires,
    relevesDesTerritoires,
    horizonDesModifications,
    phasesDatees,
    sourceDesConstats,
    tousLesNoms,
    vieillesCommunes,
    version,
    datesDesDeclarations,
  ],
  definition,
  operations: [membreAdherent],
  createContexte,
};
