import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { GraphQLScalarType } from "graphql";
import { GraphQLURL } from "graphql-scalars";
import { Field, ID, ObjectType } from "type-graphql";

const Url = new GraphQLScalarType({
  ...GraphQLURL.toConfig(),
  description: "Adresse d'une page (RFC 3986).",
});

@ObjectType({
  description:
    "Un portail ou un référent : PAPS, Mon espace santé, contacts régionaux, conseil territorial de santé, contrat local de santé.",
})
export class LienUtile {
  @Field(() => ID, { description: "Code stable." })
  code!: string;
  @Field(() => String, { description: "Ce que l'on y trouve." })
  libelle!: string;
  @Field(() => Url, { nullable: true, description: "Adresse ; nulle quand personne ne l'a donnée." })
  url!: string | null;
  @Field(() => String, { nullable: true, description: "À qui s'adresser, en clair." })
  contact!: string | null;
  @Field(() => String, { description: "Pour qui." })
  public!: string;
  @Field(() => String, { description: "D'où vient ce lien, et son adresse." })
  source!: string;
  @Field(() => GraphQLIsoDate, { description: "Jour où il a été relevé." })
  releveLe!: string;
}
