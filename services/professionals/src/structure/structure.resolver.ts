import { Effectif } from "@coordination/vocabulaire";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Directive, FieldResolver, Info, Int, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { champsDemandes } from "../recherche/champs-demandes.ts";
import { ProfessionnelFiltre } from "../recherche/professionnel-filtre.input.ts";
import { ProfessionnelConnection } from "../recherche/recherche.type.ts";
import { Structure } from "./structure.type.ts";

@Resolver(() => Structure)
export class StructureResolver {
  @FieldResolver(() => ProfessionnelConnection, { description: "Qui y exerce, dans l'ordre des noms." })
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)')
  professionnels(
    @Root() { id }: Structure,
    @Arg("filtre", () => ProfessionnelFiltre, { nullable: true, description: "Ce que doit être l'activité." })
    filtre: ProfessionnelFiltre | null,
    @Arg("first", () => Int, { defaultValue: 20, description: "Nombre de personnes, de 1 à 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Curseur de la page précédente." }) after: string | null,
    @Ctx() { loaders }: Contexte,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ProfessionnelConnection> {
    return loaders.professionnelsByStructure.load({
      structureId: id,
      filtre: filtre ?? {},
      first,
      after: after ?? null,
      champs: champsDemandes(info),
    });
  }

  @FieldResolver(() => [Effectif], {
    description: "Nombre de personnes en activité de soins dans la structure, par profession.",
  })
  @Directive("@listSize(assumedSize: 15)")
  effectifs(@Root() { id }: Structure, @Ctx() { loaders }: Contexte): Promise<Effectif[]> {
    return loaders.effectifsByStructure.load(id);
  }
}
