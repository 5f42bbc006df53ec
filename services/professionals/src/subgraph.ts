import type { SubgraphDefinition } from "@coordination/server-kit";
import { BesoinResolver } from "./candidat/besoin.resolver.ts";
import { Besoin, PossibiliteDelegation } from "./candidat/besoin.type.ts";
import { PossibiliteResolver } from "./candidat/possibilite.resolver.ts";
import type { Contexte } from "./context.ts";
import { ProfessionnelResolver } from "./professionnel/professionnel.resolver.ts";
import { ProfessionnelEdgeResolver, RechercheResolver } from "./recherche/recherche.resolver.ts";
import { references } from "./references.ts";
import { SituationResolver } from "./situation/situation.resolver.ts";
import { StructureResolver } from "./structure/structure.resolver.ts";
import { Structure } from "./structure/structure.type.ts";
import { Commune } from "./territoire/commune.type.ts";

/** All that this subgraph answers. */
export const definition: SubgraphDefinition<Contexte> = {
  name: "professionals",
  resolvers: [
    ProfessionnelResolver,
    RechercheResolver,
    ProfessionnelEdgeResolver,
    SituationResolver,
    StructureResolver,
    BesoinResolver,
    PossibiliteResolver,
  ],
  orphanedTypes: [Structure, Commune, Besoin, PossibiliteDelegation],
  references,
};
