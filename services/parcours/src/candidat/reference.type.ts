import { Profession, TypeStructure } from "@coordination/vocabulaire";
import { Directive, Field, ID, ObjectType } from "type-graphql";

const NON_RESOLUE = '@key(fields: "id", resolvable: false)';

@ObjectType({ description: "Une activité en un lieu (référence : professionals)." })
@Directive(NON_RESOLUE)
export class SituationExercice {
  @Field(() => ID, { description: "Identifiant." })
  id!: string;
  @Field(() => Profession, { description: "Profession exercée dans cette situation." })
  @Directive("@external")
  profession?: Profession;
}

@ObjectType({ description: "Une structure (référence : structures)." })
@Directive(NON_RESOLUE)
@Directive("@interfaceObject")
export class Structure {
  @Field(() => ID, { description: "Identifiant." })
  id!: string;
  @Field(() => TypeStructure, { description: "Ce qu'est la structure." })
  @Directive("@external")
  type?: TypeStructure;
}

@ObjectType({ description: "Une équipe qui met en œuvre un protocole de coopération (référence : delegations)." })
@Directive(NON_RESOLUE)
export class EquipeProtocole {
  @Field(() => ID, { description: "Identifiant." })
  id!: string;
  @Field(() => Structure, { description: "Où l'équipe exerce." })
  @Directive("@external")
  structure?: Structure;
}
