import { Profession, TypeStructure } from "@coordination/vocabulaire";
import { Directive, Field, ID, ObjectType } from "type-graphql";

const NON_RESOLUE = '@key(fields: "id", resolvable: false)';

@ObjectType({ description: "Une activité en un lieu : c'est elle que l'on oriente, pas seulement la personne." })
@Directive(NON_RESOLUE)
export class SituationExercice {
  @Field(() => ID, { description: "Identifiant opaque." })
  id!: string;
  @Field(() => Profession, { description: "Profession exercée dans cette situation." })
  @Directive("@external")
  profession?: Profession;
}

@ObjectType({
  description: "Une structure de l'annuaire : maison de santé, centre de santé, pharmacie, établissement…",
})
@Directive(NON_RESOLUE)
@Directive("@interfaceObject")
export class Structure {
  @Field(() => ID, {
    description:
      "Identifiant national de structure quand il existe (1 + FINESS, 3 + SIRET), sinon un UUID. Opaque pour le client.",
  })
  id!: string;
  @Field(() => TypeStructure, { description: "Ce qu'est la structure." })
  @Directive("@external")
  type?: TypeStructure;
}

@ObjectType({ description: "Une équipe qui met en œuvre un protocole de coopération." })
@Directive(NON_RESOLUE)
export class EquipeProtocole {
  @Field(() => ID, { description: "Identifiant opaque." })
  id!: string;
  @Field(() => Structure, { description: "Où l'équipe exerce." })
  @Directive("@external")
  structure?: Structure;
}
