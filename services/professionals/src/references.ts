import { normaliserRpps } from "@coordination/referentiels";
import type { SubgraphDefinition } from "@coordination/server-kit";
import type { Contexte } from "./context.ts";
import { idDeRpps } from "./professionnel/professionnel.resolver.ts";

const texte = (valeur: unknown): string | null => (typeof valeur === "string" ? valeur : null);

/** A fresh object, for @apollo/subgraph writes onto it; null stays null. */
const copie = <Ligne extends object>(ligne: Ligne | null): Ligne | null => (ligne === null ? null : { ...ligne });

/** How other subgraphs' references are answered. What belongs to others is taken as it comes; what is ours is looked up. */
export const references: SubgraphDefinition<Contexte>["references"] = {
  Professionnel: async (reference, { loaders }) => {
    const rpps = normaliserRpps(texte(reference.rpps) ?? "");
    const id = texte(reference.id) ?? (rpps === null ? null : idDeRpps(rpps));
    return id === null ? null : copie(await loaders.professionnelById.load(id));
  },
  SituationExercice: async (reference, { loaders }) => {
    const id = texte(reference.id);
    return id === null ? null : copie(await loaders.situationById.load(id));
  },
  Structure: ({ id }) => ({ id }),
  Commune: ({ codeInsee }) => ({ codeInsee }),
  Territoire: (reference) => ({ ...reference }),
  Besoin: (reference) => ({ ...reference }),
  PossibiliteDelegation: (reference) => ({ ...reference }),
};
