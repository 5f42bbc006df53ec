import type { SubgraphDefinition } from "@coordination/server-kit";
import { BesoinResolver } from "./candidat/besoin.resolver.ts";
import { Besoin, PossibiliteDelegation } from "./candidat/besoin.type.ts";
import { PossibiliteResolver } from "./candidat/possibilite.resolver.ts";
import { CompetenceResolver } from "./competence/competence.resolver.ts";
import { CompletudeResolver } from "./completude/completude.resolver.ts";
import { ContactResolver } from "./contact/contact.resolver.ts";
import type { Contexte } from "./context.ts";
import { ContratResolver } from "./contrat/contrat.resolver.ts";
import { DisponibiliteResolver } from "./disponibilite/disponibilite.resolver.ts";
import { HabilitationResolver } from "./habilitation/habilitation.resolver.ts";
import { ProfessionnelResolver } from "./professionnel/professionnel.resolver.ts";
import { QualiteResolver } from "./qualite/qualite.resolver.ts";
import { RechercheResolver } from "./recherche/recherche.resolver.ts";
import { references } from "./references.ts";
import { SignalementResolver } from "./signalement/signalement.resolver.ts";
import { SituationResolver } from "./situation/situation.resolver.ts";
import { StructureResolver } from "./structure/structure.resolver.ts";
import { Structure } from "./structure/structure.type.ts";
import { CommuneResolver } from "./territoire/commune.resolver.ts";
import { Commune } from "./territoire/commune.type.ts";
import { TerritoireResolver } from "./territoire/territoire.resolver.ts";
import { Territoire } from "./territoire/territoire.type.ts";

/** All that this subgraph answers. */
export const definition: SubgraphDefinition<Contexte> = {
  name: "professionals",
  resolvers: [
    ProfessionnelResolver,
    RechercheResolver,
    SituationResolver,
    CompetenceResolver,
    CompletudeResolver,
    ContactResolver,
    ContratResolver,
    DisponibiliteResolver,
    HabilitationResolver,
    QualiteResolver,
    SignalementResolver,
    StructureResolver,
    CommuneResolver,
    TerritoireResolver,
    BesoinResolver,
    PossibiliteResolver,
  ],
  orphanedTypes: [Structure, Commune, Territoire, Besoin, PossibiliteDelegation],
  references,
};
