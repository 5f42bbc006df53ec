import { Signalement } from "@coordination/vocabulaire";
import { Field, ObjectType } from "type-graphql";
import type { LigneSituation } from "../situation/situation.repository.ts";
import { SituationExercice } from "../situation/situation.type.ts";

@ObjectType({ description: "Un signalement reçu sur un professionnel, pour qui doit y répondre." })
export class SignalementDeProfessionnel {
  @Field(() => Signalement, { description: "Son numéro et où il en est." })
  signalement!: Signalement;
  @Field(() => SituationExercice, {
    nullable: true,
    description: "L'activité signalée fausse ; nulle quand c'est la fiche.",
  })
  situation!: LigneSituation | null;
  @Field(() => String, { description: "Ce qui est signalé faux." })
  champ!: string;
  @Field(() => String, { nullable: true, description: "Ce qu'il faudrait lire." })
  attendu!: string | null;
  @Field(() => String, { nullable: true, description: "Ce qui aide à vérifier." })
  commentaire!: string | null;
}
