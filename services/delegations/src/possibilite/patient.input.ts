import { Sexe } from "@coordination/vocabulaire";
import { Field, ID, InputType, Int } from "type-graphql";

@InputType({ description: "Un critère du catalogue (grossesse, fièvre, immunodépression…) ; absent, il est inconnu." })
export class CriterePatientInput {
  @Field(() => ID, { description: "Code du critère." })
  code!: string;
  @Field(() => Boolean, { description: "Présent ou absent chez la personne." })
  present!: boolean;
}

@InputType({
  description: "La personne, sans rien qui l'identifie ; ce qui n'est pas dit est inconnu, jamais supposé.",
})
export class PatientInput {
  @Field(() => Int, { nullable: true, description: "Âge révolu en années, de 0 à 130." })
  age?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "Âge révolu en mois, pour les moins de trois ans ; il doit s'accorder avec `age`.",
  })
  ageMois?: number | null;
  @Field(() => Sexe, { nullable: true, description: "Sexe, au sens des conditions des textes." })
  sexe?: Sexe | null;
  @Field(() => [CriterePatientInput], { nullable: true, description: "Les critères connus, présents ou absents." })
  criteres?: CriterePatientInput[] | null;
}
