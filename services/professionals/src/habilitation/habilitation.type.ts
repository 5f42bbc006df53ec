import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Field, ID, ObjectType } from "type-graphql";

@ObjectType({ description: "Formation ou déclaration qui autorise un acte : datée et sourcée." })
export class Habilitation {
  @Field(() => ID, { description: "Code de l'habilitation, celui que les textes du catalogue exigent." })
  code!: string;
  @Field(() => String, { description: "Libellé de l'habilitation." })
  libelle!: string;
  @Field(() => GraphQLIsoDate, { description: "Valable depuis." })
  depuis!: string;
  @Field(() => GraphQLIsoDate, {
    nullable: true,
    description: "Valable jusqu'à ce jour compris ; nul quand elle n'expire pas.",
  })
  jusquA!: string | null;
  @Field(() => String, { nullable: true, description: "Organisme qui l'a délivrée." })
  organisme!: string | null;
  @Field(() => String, { description: "Qui l'a déclarée." })
  source!: string;
}
