import type { Service } from "@coordination/server-kit";
import { annuaire } from "../migrations/2026-11-22-annuaire.ts";
import { chargement } from "../migrations/2026-11-22-chargement.ts";
import { declarations } from "../migrations/2026-11-22-declarations.ts";
import { recherche } from "../migrations/2026-11-22-recherche.ts";
import { disponibiliteReportee } from "../migrations/2026-11-22-report-disponibilite.ts";
import { horizon } from "../migrations/2026-11-22-suivi-horizon.ts";
import { reperes } from "../migrations/2026-11-22-suivi-reperes.ts";
import { situationsAConfirmer } from "../migrations/2026-11-22-suivi-situations-a-confirmer.ts";
import { motsSansCompte } from "../migrations/2026-11-22-suivi-totaux-des-mots.ts";
import { communesCouvertes } from "../migrations/2026-11-23-index-communes.ts";
import { motsDesNoms } from "../migrations/2026-11-23-mots-des-noms.ts";
import { declareesCouvertes } from "../migrations/2026-11-23-situations-declarees.ts";
import { trigrammesCourts } from "../migrations/2026-11-23-trigrammes-courts.ts";
import { type Contexte, createContexte } from "./context.ts";
import { adhesionsDuProfessionnel } from "./declaration/annuaire.operations.ts";
import { definition } from "./subgraph.ts";

/** The `professionals` service: who practises what, where, and can be reached how. */
export const professionalsService: Service<Contexte> = {
  name: "professionals",
  migrations: [
    annuaire,
    chargement,
    declarations,
    recherche,
    disponibiliteReportee,
    horizon,
    reperes,
    situationsAConfirmer,
    motsSansCompte,
    communesCouvertes,
    motsDesNoms,
    declareesCouvertes,
    trigrammesCourts,
  ],
  definition,
  operations: [adhesionsDuProfessionnel],
  createContexte,
};
