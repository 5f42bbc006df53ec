import { GraphQLCodeInsee, Profession, TypeStructure } from "@coordination/vocabulaire";
import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Those to which this service adds what it knows of them. */
const RESOLUE = '@key(fields: "id")';
const NON_RESOLUE = '@key(fields: "id", resolvable: false)';

@ObjectType()
@Directive(NON_RESOLUE)
export class Professionnel {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
@Directive(RESOLUE)
@Directive("@interfaceObject")
export class Structure {
  @Field(() => ID)
  id!: string;
  @Field(() => TypeStructure)
  @Directive("@external")
  type?: TypeStructure;
}

@ObjectType()
@Directive(RESOLUE)
export class SituationExercice {
  @Field(() => ID)
  id!: string;
  @Field(() => Profession)
  @Directive("@external")
  profession?: Profession;
  @Field(() => Professionnel)
  @Directive("@external")
  professionnel?: Professionnel;
  @Field(() => Structure, { nullable: true })
  @Directive("@external")
  structure?: Structure | null;
}

@ObjectType()
@Directive(NON_RESOLUE)
export class EquipeProtocole {
  @Field(() => ID)
  id!: string;
  @Field(() => Structure)
  @Directive("@external")
  structure?: Structure;
}

@ObjectType()
@Directive('@key(fields: "codeInsee", resolvable: false)')
export class Commune {
  @Field(() => GraphQLCodeInsee)
  codeInsee!: string;
}
