import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "Une équipe qui s'engage à mettre en œuvre un protocole, en un lieu." })
export class DeclarerEquipeProtocoleInput {
  @Field(() => ID, { description: "Code de la délégation, par exemple « D01 »." })
  delegation!: string;
  @Field(() => ID, { description: "Où l'équipe exerce." })
  structureId!: string;
  @Field(() => [ID], { description: "Ceux qui délèguent : identifiants de l'annuaire." })
  delegants!: string[];
  @Field(() => [ID], { description: "Ceux à qui l'on délègue : identifiants de l'annuaire." })
  delegues!: string[];
  @Field(() => GraphQLIsoDate, { description: "Premier jour de l'équipe ; pas dans l'avenir." })
  declareeLe!: string;
}
