import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { Structure } from "../structure/structure.type.ts";
import { SoinsNonProgrammes } from "./soins-non-programmes.type.ts";

@Resolver(() => Structure)
export class SoinsNonProgrammesResolver {
  @FieldResolver(() => SoinsNonProgrammes, {
    nullable: true,
    description: "Ce qu'elle offre sans que la visite ait été prévue ; nul quand personne ne l'a déclaré.",
  })
  soinsNonProgrammes(@Root() { id }: Structure, @Ctx() { loaders }: Contexte): Promise<SoinsNonProgrammes | null> {
    return loaders.soinsNonProgrammesByStructure.load(id);
  }
}
