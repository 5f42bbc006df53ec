import { StatutSignalement } from "@coordination/vocabulaire";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "Une donnée fausse d'un professionnel, et ce qu'elle devrait être." })
export class SignalerErreurProfessionnelInput {
  @Field(() => ID, { description: "La personne." })
  professionnelId!: string;
  @Field(() => ID, { nullable: true, description: "Une de ses activités, quand c'est elle qui est fausse." })
  situationId?: string | null;
  @Field(() => String, { description: "Ce qui est faux : « téléphone », « adresse »…" })
  champ!: string;
  @Field(() => String, { nullable: true, description: "La valeur juste, quand on la connaît." })
  attendu?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Ce qui aide à vérifier ; n'y mettez rien sur un patient.",
  })
  commentaire?: string | null;
}

@InputType({ description: "La réponse faite à un signalement." })
export class TraiterSignalementProfessionnelInput {
  @Field(() => ID, { description: "Le numéro de suivi." })
  numero!: string;
  @Field(() => StatutSignalement, { description: "Transmis à la source, corrigé ou rejeté." })
  statut!: StatutSignalement;
  @Field(() => String, { nullable: true, description: "La réponse ; obligatoire pour un rejet." })
  reponse?: string | null;
}
