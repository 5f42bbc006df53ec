import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Field, Float, Int, ObjectType } from "type-graphql";

@ObjectType({
  description:
    "Population des communes d'au moins un territoire de CPTS en fonctionnement, rapportée à la population totale. Calculée, jamais mêlée aux indicateurs relevés.",
})
export class Couverture {
  @Field(() => Int, { description: "Habitants des communes couvertes, chacun compté une fois." })
  populationCouverte!: number;
  @Field(() => Int, { description: "Habitants de toutes les communes." })
  populationTotale!: number;
  @Field(() => Float, { description: "Part couverte, de 0 à 1 ; 0 quand aucune population n'est connue." })
  taux!: number;
  @Field(() => GraphQLIsoDate, { description: "Jour de la couverture." })
  le!: string;
}
