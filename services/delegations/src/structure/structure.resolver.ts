import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import type { LigneEquipe } from "../equipe/equipe.repository.ts";
import { EquipeProtocole } from "../equipe/equipe.type.ts";
import { Structure } from "./structure.type.ts";

@Resolver(() => Structure)
export class StructureResolver {
  @FieldResolver(() => [EquipeProtocole], { description: "Les équipes de protocole qui y sont engagées à cette date." })
  @Directive("@listSize(assumedSize: 5)")
  equipesProtocole(
    @Root() { id }: Structure,
    @Arg("le", () => GraphQLIsoDate, { nullable: true, description: "Aujourd'hui par défaut." }) le: string | null,
    @Ctx() { loaders, aujourdhui }: Contexte,
  ): Promise<LigneEquipe[]> {
    return loaders.equipesByStructure.load({ id, le: le ?? aujourdhui });
  }
}
