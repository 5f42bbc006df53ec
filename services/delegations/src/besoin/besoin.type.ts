import { GraphQLCodeInsee, Sexe, Urgence } from "@coordination/vocabulaire";
import { Directive, Field, Float, ID, Int, ObjectType } from "type-graphql";

@ObjectType()
@Directive("@shareable")
export class CritereClinique {
  @Field(() => ID)
  code!: string;
  @Field(() => Boolean)
  present!: boolean;
}

@ObjectType()
@Directive("@shareable")
export class ProfilPatient {
  @Field(() => Int, { nullable: true })
  age!: number | null;
  @Field(() => Int, { nullable: true })
  ageMois!: number | null;
  @Field(() => Sexe, {
    nullable: true,
  })
  sexe!: Sexe | null;
  @Directive("@listSize(assumedSize: 8)")
  @Field(() => [CritereClinique])
  criteresCliniques!: CritereClinique[];
}

@ObjectType()
@Directive("@shareable")
export class CriteresBesoin {
  @Field(() => GraphQLCodeInsee)
  codeInsee!: string;
  @Field(() => Urgence)
  urgence!: Urgence;
  @Field(() => [ID])
  actes!: string[];
  @Field(() => Float)
  rayonKm!: number;
  @Field(() => ProfilPatient)
  profil!: ProfilPatient;
}

@ObjectType()
@Directive('@key(fields: "id")')
export class Besoin {
  @Field(() => ID)
  id!: string;
  @Field(() => CriteresBesoin)
  @Directive("@external")
  criteres!: CriteresBesoin;
}
