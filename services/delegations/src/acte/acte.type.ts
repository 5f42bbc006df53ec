import { Directive, Field, ID, ObjectType } from "type-graphql";
import type { Geste as CodeGeste } from "../catalogue/delegation.ts";
import { Geste } from "../enums.type.ts";

@ObjectType({ description: "Un acte que les besoins et les textes nomment du même code." })
@Directive('@key(fields: "code")')
export class Acte {
  @Field(() => ID, { description: "Code stable." })
  code!: string;
  @Field(() => String, { description: "Libellé à afficher." })
  libelle!: string;
  @Field(() => [Geste], { description: "Ce qu'il comporte : évaluer, prescrire, réaliser…" })
  @Directive("@listSize(assumedSize: 3)")
  gestes!: readonly CodeGeste[];
}
