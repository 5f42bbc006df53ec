import { Effectif } from "@coordination/vocabulaire";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Structure } from "../structure/structure.type.ts";

@ObjectType({
  implements: Structure,
  description:
    "Un centre de santé : professionnels salariés d'un gestionnaire sans but lucratif, tiers payant, sans dépassement.",
})
@Directive('@key(fields: "id")')
export class CentreDeSante extends Structure {
  /** Null when professionals did not answer: the contract says never null, the failed fetch says otherwise. */
  @Field(() => [Effectif], {
    description: "Professionnels en activité, par profession ; compté par le sous-graphe professionals.",
  })
  @Directive("@external")
  effectifs!: Effectif[] | null;
}

@ObjectType({ description: "Ce qu'il faut regarder de plus près ; un avertissement n'est pas un verdict." })
export class Avertissement {
  @Field(() => ID, { description: "Code stable de l'avertissement." })
  code!: string;
  @Field(() => String, { description: "L'avertissement en une phrase." })
  libelle!: string;
  @Field(() => String, { description: "Le texte d'où il vient." })
  source!: string;
}
