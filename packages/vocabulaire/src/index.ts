import "reflect-metadata";

export * from "./eligibilite.type.ts";
export * from "./enums.type.ts";
export { Facette, ValeurFacette } from "./facette.type.ts";
export * from "./identifiants.ts";
export { libelleTypeStructure } from "./libelle-type-structure.ts";
export * from "./recherche.input.ts";
export { GraphQLInstant, GraphQLIsoDate } from "./scalars.ts";
export { Signalement, StatutSignalement } from "./signalement.type.ts";
export * from "./valeurs.type.ts";
