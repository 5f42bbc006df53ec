import { createProcheLoader } from "./candidat/proche.loader.ts";
import { createDisponibiliteLoader } from "./disponibilite/disponibilite.loader.ts";
import { createHabilitationLoader } from "./habilitation/habilitation.loader.ts";
import { createProfessionnelLoader } from "./professionnel/professionnel.loader.ts";
import { createRechercheLoaders } from "./recherche/recherche.loader.ts";
import type { Session } from "./session.ts";
import { createSituationLoaders } from "./situation/situation.loader.ts";
import { createEffectifLoader } from "./structure/effectif.loader.ts";

/** One set per request: a loader is also a cache, and must not outlive its request. */
export const createLoaders = (session: Session) => ({
  ...createProfessionnelLoader(session),
  ...createSituationLoaders(session),
  ...createDisponibiliteLoader(session),
  ...createHabilitationLoader(session),
  ...createEffectifLoader(session),
  ...createRechercheLoaders(session),
  ...createProcheLoader(session),
});

export type Loaders = ReturnType<typeof createLoaders>;
