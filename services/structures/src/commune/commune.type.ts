import type { PrecisionPosition } from "@coordination/vocabulaire";
import { GraphQLCodeInsee, Position } from "@coordination/vocabulaire";
import { Directive, Field, Int, ObjectType } from "type-graphql";

@ObjectType({
  description: "Une commune d'hier, qui fait partie d'une d'aujourd'hui : déléguée, associée, ou un ancien code.",
})
export class AncienneCommune {
  @Field(() => GraphQLCodeInsee, {
    description: "Son code INSEE ; celui de la commune d'aujourd'hui quand c'en est le chef-lieu.",
  })
  codeInsee!: string;
  @Field(() => String, { nullable: true, description: "Son nom ; nul quand la source ne donne que le code." })
  nom!: string | null;
}

@ObjectType({ description: "Une commune d'aujourd'hui, ou un arrondissement de Paris, Lyon ou Marseille." })
@Directive('@key(fields: "codeInsee")')
export class Commune {
  @Field(() => GraphQLCodeInsee, { description: "Code INSEE (COG)." })
  codeInsee!: string;
  @Field(() => String, { description: "Nom officiel." })
  @Directive("@shareable")
  nom!: string;
  @Field(() => [String], { description: "Codes postaux ; un code postal peut couvrir plusieurs communes." })
  codesPostaux!: string[];
  @Field(() => Int, { nullable: true, description: "Population municipale." })
  population!: number | null;
  @Field(() => Position, {
    nullable: true,
    description: "Centre de la commune, avec sa précision ; nul quand il n'est pas connu.",
  })
  position!: Position | null;

  // Read by the field resolvers.
  codeDepartement!: string;
  parent!: string | null;
}

/** What the table holds of a commune. */
export interface LigneCommune {
  readonly codeInsee: string;
  readonly nom: string;
  readonly codesPostaux: string[];
  readonly population: number | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precisionPosition: PrecisionPosition | null;
  readonly codeDepartement: string;
  readonly parent: string | null;
}
