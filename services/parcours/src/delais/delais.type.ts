import { Urgence } from "@coordination/vocabulaire";
import { Field, InputType, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "Combien de temps un destinataire a pour répondre : en heures, ou en jours ouvrés." })
export class DelaiDeReponse {
  @Field(() => Urgence, { description: "L'urgence du besoin." })
  urgence!: Urgence;
  @Field(() => Int, { nullable: true, description: "En heures d'horloge ; nul quand il se compte en jours ouvrés." })
  heures!: number | null;
  @Field(() => Int, { nullable: true, description: "En jours ouvrés ; nul quand il se compte en heures." })
  joursOuvres!: number | null;
  @Field(() => Boolean, { description: "Vrai quand le DAC l'a fixé lui-même." })
  ajuste!: boolean;
}

@InputType({
  description: "Un délai de réponse : heures pour une urgence sous 24 ou 72 heures, jours ouvrés pour les autres.",
})
export class DelaiDeReponseInput {
  @Field(() => Urgence, { description: "L'urgence du besoin ; jamais VITALE." })
  urgence!: Urgence;
  @Field(() => Int, { nullable: true, description: "De 1 à 24 sous 24 heures, de 1 à 72 sous 72 heures." })
  heures?: number | null;
  @Field(() => Int, { nullable: true, description: "De 1 à 10 sous 15 jours, de 1 à 30 pour un besoin programmé." })
  joursOuvres?: number | null;
}
