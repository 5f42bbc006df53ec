import { GraphQLInstant, Verdict } from "@coordination/vocabulaire";
import { Field, ID, InputType, Int } from "type-graphql";
import { EtatDisponibilite } from "./disponibilite.type.ts";

@InputType({
  description: "Ce qu'une activité peut offrir, jusqu'à une échéance ; remplace la déclaration précédente.",
})
export class DeclarerDisponibiliteInput {
  @Field(() => ID, { description: "L'activité." })
  situationId!: string;
  @Field(() => EtatDisponibilite, { description: "État de l'agenda." })
  etat!: EtatDisponibilite;
  @Field(() => Verdict, { description: "Accepte de nouveaux patients." })
  nouveauxPatients!: Verdict;
  @Field(() => Verdict, { description: "Accepte d'être médecin traitant." })
  medecinTraitant!: Verdict;
  @Field(() => Verdict, { description: "Prend des soins non programmés." })
  soinsNonProgrammes!: Verdict;
  @Field(() => Int, { nullable: true, description: "Délai avant un rendez-vous, en jours." })
  delaiJours?: number | null;
  @Field(() => Int, { nullable: true, description: "Nombre de places offertes." })
  capacite?: number | null;
  @Field(() => GraphQLInstant, { description: "À partir de quand la déclaration ne vaut plus ; dans l'avenir." })
  expireLe!: Date;
  @Field(() => String, { description: "Qui déclare : la personne, son secrétariat, sa CPTS…" })
  source!: string;
}
