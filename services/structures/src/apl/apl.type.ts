import { Verdict } from "@coordination/vocabulaire";
import { Field, Float, Int, ObjectType } from "type-graphql";

@ObjectType({
  description:
    "Accessibilité potentielle localisée aux médecins généralistes : consultations accessibles par habitant et par an. Publiée par la DREES, jamais recalculée.",
})
export class Apl {
  @Field(() => Float, {
    description:
      "Consultations accessibles par habitant et par an ; d'un territoire, la moyenne de ses communes pondérée par leur population standardisée.",
  })
  valeur!: number;
  @Field(() => Int, { description: "Année à laquelle la valeur se rapporte." })
  millesime!: number;
  @Field(() => Boolean, { description: "Vrai strictement en dessous de 2,5 consultations par habitant et par an." })
  sousDense!: boolean;
  @Field(() => Float, {
    nullable: true,
    description:
      "La même valeur sans les médecins de plus de 65 ans ; nulle quand elle n'est pas publiée, ou pas pour toutes les communes.",
  })
  valeurSansPlusDe65Ans!: number | null;
  @Field(() => Verdict, {
    description:
      "Sous-dense quand les médecins de plus de 65 ans auront cessé d'exercer ? INCONNU quand la valeur sans eux n'est pas publiée.",
  })
  sousDensePrevisible!: Verdict;
  @Field(() => String, { description: "D'où vient la valeur." })
  source!: string;
}
