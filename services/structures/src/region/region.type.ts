import { Directive, Field, ID, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "Une région, ou une collectivité d'outre-mer." })
@Directive('@key(fields: "code")')
export class Region {
  @Field(() => ID, { description: "Code INSEE de la région." })
  code!: string;
  @Field(() => String, { description: "Nom." })
  nom!: string;
  @Field(() => Int, { description: "Somme des populations municipales connues." })
  population!: number;
}
