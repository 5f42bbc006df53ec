import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { SituationExercice, Structure } from "../candidat/reference.type.ts";
import type { Contexte } from "../contexte.ts";
import { Reactivite } from "../proposition/proposition.type.ts";

@Resolver(() => SituationExercice)
export class ReactiviteDeLaSituationResolver {
  @FieldResolver(() => Reactivite, {
    nullable: true,
    description:
      "Comment ce professionnel répond en ce lieu, sur douze mois et au moins cinq orientations closes ; pour les coordinateurs et lui seul, nulle pour les autres.",
  })
  reactivite(@Root() { id }: SituationExercice, @Ctx() { loaders }: Contexte): Promise<Reactivite | null> {
    return loaders.reactiviteByCible.load({ genre: "SITUATION", id });
  }
}

@Resolver(() => Structure)
export class ReactiviteDeLaStructureResolver {
  @FieldResolver(() => Reactivite, {
    nullable: true,
    description:
      "Comment la structure répond à ce qui lui est adressé, sur douze mois et au moins cinq orientations closes ; pour les coordinateurs et elle seule, nulle pour les autres.",
  })
  reactivite(@Root() { id }: Structure, @Ctx() { loaders }: Contexte): Promise<Reactivite | null> {
    return loaders.reactiviteByCible.load({ genre: "STRUCTURE", id });
  }
}
