import { Signalement } from "@coordination/vocabulaire";
import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "Un signalement reçu sur une structure, pour qui doit y répondre." })
export class SignalementDeStructure {
  @Field(() => Signalement, { description: "Son numéro et où il en est." })
  signalement!: Signalement;
  @Field(() => String, { description: "Le champ signalé faux." })
  champ!: string;
  @Field(() => String, { nullable: true, description: "Ce qu'il faudrait lire." })
  attendu!: string | null;
  @Field(() => String, { nullable: true, description: "Ce qui aide à comprendre." })
  commentaire!: string | null;
}
