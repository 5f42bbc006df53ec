import "reflect-metadata";
import type { Service } from "@coordination/server-kit";
import { catalogue } from "../migrations/2026-11-22-catalogue.ts";
import { equipes } from "../migrations/2026-11-22-equipes.ts";
import { ActeResolver, resoudreActe } from "./acte/acte.resolver.ts";
import { membreDEquipe, structureDEquipe } from "./annuaire.operations.ts";
import { BesoinResolver } from "./besoin/besoin.resolver.ts";
import { Besoin } from "./besoin/besoin.type.ts";
import { type Contexte, createContexte } from "./context.ts";
import { ConditionDelegationResolver, DelegationResolver } from "./delegation/delegation.resolver.ts";
import { PublicationResolver } from "./delegation/publication.resolver.ts";
import { RechercheResolver, resoudreDelegation } from "./delegation/recherche.resolver.ts";
import { EquipeEcritureResolver } from "./equipe/ecriture.resolver.ts";
import { EquipeProtocoleConnectionResolver, EquipeResolver, resoudreEquipe } from "./equipe/equipe.resolver.ts";
import { PossibiliteResolver } from "./possibilite/possibilite.resolver.ts";
import { resoudrePossibilite } from "./possibilite/possibilite.ts";
import { ProfessionnelResolver } from "./professionnel/professionnel.resolver.ts";
import { StructureResolver } from "./structure/structure.resolver.ts";

/** Which profession may do which act, under which text, and with whom here. */
export const delegationsService: Service<Contexte> = {
  name: "delegations",
  migrations: [catalogue, equipes],
  definition: {
    name: "delegations",
    resolvers: [
      RechercheResolver,
      PublicationResolver,
      DelegationResolver,
      ConditionDelegationResolver,
      ActeResolver,
      PossibiliteResolver,
      BesoinResolver,
      EquipeResolver,
      EquipeEcritureResolver,
      EquipeProtocoleConnectionResolver,
      StructureResolver,
      ProfessionnelResolver,
    ],
    orphanedTypes: [Besoin],
    references: {
      Delegation: resoudreDelegation,
      Acte: resoudreActe,
      EquipeProtocole: resoudreEquipe,
      PossibiliteDelegation: resoudrePossibilite,
      Besoin: (besoin) => ({ ...besoin }),
      Structure: ({ id }) => ({ id }),
      Professionnel: ({ id }) => ({ id }),
    },
  },
  operations: [structureDEquipe, membreDEquipe],
  createContexte,
};
