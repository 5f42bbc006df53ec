import { appliquer } from "@coordination/rules";
import { Eligibilite, GraphQLIsoDate } from "@coordination/vocabulaire";
import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { MissionDac } from "../enums.type.ts";
import { Territoire } from "../territoire/territoire.type.ts";
import { Dac } from "./dac.type.ts";
import { gouvernanceDac } from "./gouvernance.rule.ts";
import { MISSIONS_DU_DAC } from "./missions.rule.ts";

@Resolver(() => Dac)
export class DacResolver {
  @FieldResolver(() => [MissionDac], { description: "Les missions que la loi donne à tout DAC." })
  missions(): MissionDac[] {
    return [...MISSIONS_DU_DAC];
  }

  @FieldResolver(() => Territoire, {
    nullable: true,
    description:
      "Son territoire à cette date ; à défaut de déclaration, son département, et `source` dit que c'est supposé.",
  })
  territoire(
    @Root() { id }: Dac,
    @Arg("le", () => GraphQLIsoDate, { nullable: true, description: "Aujourd'hui par défaut." }) le: string | null,
    @Ctx() { loaders, aujourdhui }: Contexte,
  ): Promise<Territoire | null> {
    return loaders.territoireByStructure({ le: le ?? aujourdhui }).load(id);
  }
  @FieldResolver(() => Eligibilite, {
    description: "Collèges représentés : sanitaire, social, médico-social et usagers sont obligatoires.",
  })
  async gouvernance(@Root() { id }: Dac, @Ctx() { loaders }: Contexte): Promise<Eligibilite> {
    const listes = await loaders.listesByStructure.load(id);
    return appliquer(gouvernanceDac, { colleges: listes?.colleges ?? null }) as Eligibilite;
  }
}
