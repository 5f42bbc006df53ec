import { Directive, Field, ID, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "Un département, ou une collectivité d'outre-mer." })
@Directive('@key(fields: "code")')
export class Departement {
  @Field(() => ID, { description: "Code : 01 à 95, 2A, 2B, 971 à 988." })
  code!: string;
  @Field(() => String, { description: "Nom." })
  nom!: string;
  @Field(() => Int, { description: "Somme des populations municipales connues." })
  population!: number;

  // Read by the field resolver.
  codeRegion!: string;
}
