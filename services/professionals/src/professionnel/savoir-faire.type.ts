import { Field, ID, ObjectType } from "type-graphql";

@ObjectType({ description: "Un savoir-faire : spécialité ordinale, mention de pratique avancée, compétence." })
export class SavoirFaire {
  @Field(() => ID, { description: "Code du savoir-faire (TRE_R38 et voisines)." })
  code!: string;
  @Field(() => String, { description: "Libellé du savoir-faire." })
  libelle!: string;
  @Field(() => String, { description: "Ce que c'est : spécialité ordinale, pratique avancée…" })
  type!: string;
}
