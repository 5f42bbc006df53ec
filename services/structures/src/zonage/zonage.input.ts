import { GraphQLCodeInsee, GraphQLIsoDate } from "@coordination/vocabulaire";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "Le classement d'une commune pour une profession, tel qu'un arrêté le prend." })
export class EnregistrerZonageInput {
  @Field(() => GraphQLCodeInsee, { description: "La commune, ou l'arrondissement." })
  codeInsee!: string;
  @Field(() => String, { description: "Catégorie, telle que l'arrêté la nomme : ZIP, ZAC, ZV, HC…" })
  categorie!: string;
  @Field(() => ID, { description: "Code de la profession (TRE_G15)." })
  profession!: string;
  @Field(() => String, { description: "L'arrêté : numéro, date." })
  arrete!: string;
  @Field(() => GraphQLIsoDate, { description: "Premier jour ; le classement précédent s'arrête la veille." })
  dateEffet!: string;
  @Field(() => GraphQLIsoDate, {
    nullable: true,
    description: "Dernier jour compris ; sans lui, le classement vaut jusqu'au suivant.",
  })
  dateFin?: string | null;
  @Field(() => String, { description: "Qui le dit." })
  source!: string;
}
