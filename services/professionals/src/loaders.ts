import { createBoiteLoader } from "./boite-aux-lettres/boite-aux-lettres.loader.ts";
import { createProcheLoader } from "./candidat/proche.loader.ts";
import { createCompetenceLoader } from "./competence/competence.loader.ts";
import { createContactLoader } from "./contact/contact.loader.ts";
import { createContratLoader } from "./contrat/contrat.loader.ts";
import { createDisponibiliteLoader } from "./disponibilite/disponibilite.loader.ts";
import { createHabilitationLoader } from "./habilitation/habilitation.loader.ts";
import { createProfessionnelLoader } from "./professionnel/professionnel.loader.ts";
import { createQualiteLoader } from "./qualite/qualite.loader.ts";
import { createRechercheLoaders } from "./recherche/recherche.loader.ts";
import type { Session } from "./session.ts";
import { createSituationLoaders } from "./situation/situation.loader.ts";
import { createEffectifLoader } from "./structure/effectif.loader.ts";
import { createOffreLoader } from "./territoire/offre.loader.ts";

/** One set per request: a loader is also a cache, and must not outlive its request. */
export const createLoaders = (session: Session) => ({
  ...createProfessionnelLoader(session),
  ...createSituationLoaders(session),
  ...createDisponibiliteLoader(session),
  ...createHabilitationLoader(session),
  ...createQualiteLoader(session),
  ...createContratLoader(session),
  ...createContactLoader(session),
  ...createCompetenceLoader(session),
  ...createBoiteLoader(session),
  ...createEffectifLoader(session),
  ...createRechercheLoaders(session),
  ...createProcheLoader(session),
  ...createOffreLoader(session),
});

export type Loaders = ReturnType<typeof createLoaders>;

/** After a write: what was read before it is read again. */
export function oublier(loaders: Loaders): void {
  for (const loader of Object.values(loaders)) loader.clearAll();
}
