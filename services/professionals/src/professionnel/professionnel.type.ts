import { GraphQLIsoDate, GraphQLRpps, Profession } from "@coordination/vocabulaire";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { SavoirFaire } from "./savoir-faire.type.ts";

@ObjectType({ description: "Une personne : une seule fiche, quel que soit le nombre de ses activités." })
@Directive('@key(fields: "id")')
@Directive('@key(fields: "rpps")')
export class Professionnel {
  @Field(() => ID, { description: "Identification nationale : 8 + RPPS. Opaque pour le client." })
  id!: string;
  @Field(() => GraphQLRpps, { nullable: true, description: "Numéro RPPS." })
  rpps!: string | null;
  @Field(() => String, { nullable: true, description: "Civilité d'exercice, sinon civilité." })
  civilite!: string | null;
  @Field(() => String, { description: "Nom d'exercice." })
  nom!: string;
  @Field(() => String, { description: "Prénom d'exercice." })
  prenom!: string;
  @Field(() => GraphQLIsoDate, {
    nullable: true,
    description: "Jour où les sources ont cessé de citer cette personne ; nul tant qu'elles la citent.",
  })
  fermeLe!: string | null;
}

@ObjectType({
  description: "Une profession exercée et les savoir-faire qui s'y rattachent (une personne peut en avoir plusieurs).",
})
export class ExerciceProfessionnel {
  @Field(() => Profession, { description: "La profession." })
  profession!: Profession;
  @Field(() => String, { nullable: true, description: "Catégorie professionnelle : civil, militaire, étudiant." })
  categorie!: string | null;
  @Field(() => [SavoirFaire], { description: "Savoir-faire exercés à ce titre." })
  @Directive("@listSize(assumedSize: 3)")
  savoirFaire!: SavoirFaire[];
}
