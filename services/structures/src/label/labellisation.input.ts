import { GraphQLIsoDate, Verdict } from "@coordination/vocabulaire";
import { Field, ID, InputType } from "type-graphql";
import { Label } from "../enums.type.ts";

@InputType({ description: "La décision d'une agence sur un label." })
export class EnregistrerLabellisationInput {
  @Field(() => ID, { description: "La structure." })
  structureId!: string;
  @Field(() => Label, {
    nullable: true,
    description: "Le label ; absent, c'est la labellisation d'une maison de santé par l'ARS.",
  })
  label?: Label | null;
  @Field(() => ID, { description: "Code INSEE de la région dont l'agence décide." })
  region!: string;
  @Field(() => Verdict, { description: "Accordé, refusé, ou inconnu." })
  decision!: Verdict;
  @Field(() => GraphQLIsoDate, { description: "Date de la décision." })
  decideeLe!: string;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Dernier jour compris ; absent quand il n'expire pas." })
  expireLe?: string | null;
  @Field(() => String, { description: "Qui le dit, tel que l'annuaire le montrera." })
  source!: string;
}
