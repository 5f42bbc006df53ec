import { Profession } from "@coordination/vocabulaire";
import { Field, Float, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "L'offre de soins d'une profession dans une commune et alentour." })
export class OffreProfession {
  @Field(() => Profession, { description: "La profession." })
  profession!: Profession;
  @Field(() => Int, { description: "Nombre de personnes en activité de soins dans le rayon demandé." })
  nombre!: number;
  @Field(() => Int, { description: "Parmi elles, celles qui ont déclaré accepter de nouveaux patients." })
  acceptantNouveauxPatients!: number;
  @Field(() => Float, {
    nullable: true,
    description: "Distance de la personne la plus proche ; nulle quand il n'y en a aucune à moins de 200 km.",
  })
  plusProcheKm!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "Le plus petit rayon qui en trouve trois, quand celui demandé n'en trouve aucune ; nul sinon.",
  })
  rayonProposeKm!: number | null;
}
