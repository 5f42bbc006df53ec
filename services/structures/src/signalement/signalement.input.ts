import { StatutSignalement } from "@coordination/vocabulaire";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "Une donnée fausse d'une structure. N'écrivez rien d'un patient." })
export class SignalerErreurStructureInput {
  @Field(() => ID, { description: "La structure." })
  structureId!: string;
  @Field(() => String, { description: "Le champ faux, par son nom dans le schéma : `adresse`, `horaires`…" })
  champ!: string;
  @Field(() => String, { nullable: true, description: "Ce qu'il faudrait lire." })
  attendu?: string | null;
  @Field(() => String, { nullable: true, description: "Ce qui aide à comprendre." })
  commentaire?: string | null;
}

@InputType({ description: "La réponse faite à un signalement." })
export class TraiterSignalementStructureInput {
  @Field(() => ID, { description: "Le numéro de suivi." })
  numero!: string;
  @Field(() => StatutSignalement, { description: "Transmis à la source, corrigé ou rejeté." })
  statut!: StatutSignalement;
  @Field(() => String, { nullable: true, description: "La réponse ; obligatoire pour un rejet." })
  reponse?: string | null;
}
