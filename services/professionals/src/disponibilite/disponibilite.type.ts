import { GraphQLInstant, Verdict } from "@coordination/vocabulaire";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

export const EtatDisponibilite = {
  CRENEAU_LIBRE: "CRENEAU_LIBRE",
  SANS_CRENEAU: "SANS_CRENEAU",
  AGENDA_NON_PARTAGE: "AGENDA_NON_PARTAGE",
  EVALUATION_NECESSAIRE: "EVALUATION_NECESSAIRE",
  INCONNU: "INCONNU",
} as const;
export type EtatDisponibilite = keyof typeof EtatDisponibilite;
registerEnumType(EtatDisponibilite, {
  name: "EtatDisponibilite",
  description: "Ce que l'on sait de l'agenda ; cinq états jamais confondus.",
  valuesConfig: {
    CRENEAU_LIBRE: { description: "Un créneau est libre." },
    SANS_CRENEAU: { description: "L'agenda est partagé et n'a aucun créneau libre." },
    AGENDA_NON_PARTAGE: { description: "L'agenda n'est pas partagé : il faut appeler." },
    EVALUATION_NECESSAIRE: { description: "La place dépend d'une évaluation préalable." },
    INCONNU: { description: "Personne n'a rien déclaré." },
  },
});

@ObjectType({ description: "Jamais confondus : aucun créneau, agenda non partagé, évaluation nécessaire, inconnu." })
export class Disponibilite {
  @Field(() => EtatDisponibilite, { description: "État de l'agenda." })
  etat!: EtatDisponibilite;
  @Field(() => Verdict, { description: "Accepte de nouveaux patients." })
  nouveauxPatients!: Verdict;
  @Field(() => Verdict, { description: "Accepte d'être médecin traitant." })
  medecinTraitant!: Verdict;
  @Field(() => Verdict, { description: "Prend des soins non programmés." })
  soinsNonProgrammes!: Verdict;
  @Field(() => Int, { nullable: true, description: "Délai avant un rendez-vous, en jours." })
  delaiJours!: number | null;
  @Field(() => Int, { nullable: true, description: "Nombre de places offertes." })
  capacite!: number | null;
  @Field(() => GraphQLInstant, { nullable: true, description: "Quand elle a été relevée." })
  releveLe!: string | null;
  @Field(() => String, { nullable: true, description: "Qui l'a déclarée." })
  source!: string | null;
  @Field(() => GraphQLInstant, { nullable: true, description: "À partir de quand elle ne vaut plus." })
  expireLe!: string | null;
  @Field(() => Boolean, { description: "Son échéance est passée : à confirmer avant de s'y fier." })
  perimee!: boolean;
}
