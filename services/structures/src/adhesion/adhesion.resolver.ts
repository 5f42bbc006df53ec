import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { Structure } from "../structure/structure.type.ts";
import { Adhesion, AdhesionConnection, Membre, Professionnel } from "./adhesion.type.ts";

@Resolver(() => Adhesion)
export class AdhesionResolver {
  @FieldResolver(() => Structure, { description: "La CPTS, la MSP, l'ESP ou le GHT." })
  groupement(@Root() { groupementId }: Adhesion, @Ctx() { loaders }: Contexte): Promise<Structure | null> {
    return loaders.structureById.load(groupementId);
  }

  @FieldResolver(() => Membre, { description: "Qui adhère." })
  async membre(
    @Root() { professionnelId, structureId }: Adhesion,
    @Ctx() { loaders }: Contexte,
  ): Promise<typeof Membre | null> {
    return professionnelId === null ? loaders.structureById.load(structureId ?? "") : { id: professionnelId };
  }
}

@Resolver(() => AdhesionConnection)
export class AdhesionConnectionResolver {
  @FieldResolver(() => Int, { description: "Nombre total d'adhésions de la liste." })
  async totalCount(
    @Root() { groupementId, filtre }: AdhesionConnection,
    @Ctx() { loaders }: Contexte,
  ): Promise<number> {
    return (await loaders.nombreDeMembres(filtre).load(groupementId))?.nombre ?? 0;
  }
}

@Resolver(() => Professionnel)
export class ProfessionnelResolver {
  @FieldResolver(() => [Adhesion], { description: "Les groupements auxquels la personne adhère à cette date." })
  @Directive("@listSize(assumedSize: 5)")
  adhesions(
    @Root() { id }: Professionnel,
    @Arg("le", () => GraphQLIsoDate, { nullable: true, description: "Aujourd'hui par défaut." }) le: string | null,
    @Ctx() { loaders, aujourdhui }: Contexte,
  ): Promise<Adhesion[]> {
    return loaders.adhesionsByProfessionnel({ le: le ?? aujourdhui }).load(id);
  }
}
