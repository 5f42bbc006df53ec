import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Field, ID, ObjectType } from "type-graphql";

@ObjectType({
  description: "Le classement d'une commune pour une profession, pris par un arrêté et valable entre deux dates.",
})
export class Zonage {
  @Field(() => String, {
    description: "Catégorie ouverte (ZIP, ZAC, ZV, HC…) : elle dépend de la région, de la profession et de l'arrêté.",
  })
  categorie!: string;
  @Field(() => ID, {
    description: "Code de la profession (TRE_G15) : le zonage des médecins n'est pas celui des infirmiers.",
  })
  profession!: string;
  @Field(() => String, { description: "L'arrêté qui classe la commune." })
  arrete!: string;
  @Field(() => GraphQLIsoDate, { description: "Premier jour." })
  dateEffet!: string;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Dernier jour compris ; nul tant que l'arrêté vaut." })
  dateFin!: string | null;
  @Field(() => String, { description: "Qui l'a enregistré." })
  source!: string;
}
