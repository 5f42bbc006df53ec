import { Field, InputType, ObjectType } from "type-graphql";

@ObjectType({ description: "Le numéro qu'un logiciel métier donne à un dossier ou à une orientation." })
export class ReferenceExterne {
  @Field(() => String, { description: "Le système qui l'attribue." })
  systeme!: string;
  @Field(() => String, { description: "Le numéro, dans ce système." })
  identifiant!: string;
}

@InputType({
  description: "Le numéro qu'un logiciel métier donne à un dossier ou à une orientation : jamais celui d'une personne.",
})
export class ReferenceExterneInput {
  @Field(() => String, {
    description: "Le système qui l'attribue : de 2 à 40 lettres, chiffres, tirets ou points, sans espace.",
  })
  systeme!: string;
  @Field(() => String, { description: "Le numéro, de 1 à 100 caractères." })
  identifiant!: string;
}
