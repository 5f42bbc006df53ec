import { Effectif } from "@coordination/vocabulaire";
import { Directive, Field, ObjectType } from "type-graphql";
import { Structure } from "../structure/structure.type.ts";

@ObjectType({ implements: Structure, description: "Une équipe de soins primaires, autour de médecins généralistes." })
@Directive('@key(fields: "id")')
export class Esp extends Structure {
  /** Null when professionals did not answer: the contract says never null, the failed fetch says otherwise. */
  @Field(() => [Effectif], {
    description: "Professionnels en activité, par profession ; compté par le sous-graphe professionals.",
  })
  @Directive("@external")
  effectifs!: Effectif[] | null;
}
