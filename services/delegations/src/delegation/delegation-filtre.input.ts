import { Field, ID, InputType } from "type-graphql";
import type { NatureDelegation as CodeNature } from "../catalogue/delegation.ts";
import { NatureDelegation } from "../enums.type.ts";

@InputType({ description: "Ce que l'on cherche dans le catalogue ; tout s'ajoute." })
export class DelegationFiltre {
  @Field(() => [NatureDelegation], { nullable: true, description: "L'une de ces natures." })
  natures?: CodeNature[] | null;
  @Field(() => ID, { nullable: true, description: "Code de la profession à qui l'on délègue (TRE_G15)." })
  professionDeleguee?: string | null;
  @Field(() => ID, { nullable: true, description: "Code d'un acte couvert." })
  acte?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Quelques mots, ou leurs débuts : intitulé, résumé, actes et leurs synonymes.",
  })
  recherche?: string | null;
}
