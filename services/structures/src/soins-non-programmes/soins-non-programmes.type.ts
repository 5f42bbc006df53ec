import { Verdict } from "@coordination/vocabulaire";
import { Directive, Field, ObjectType } from "type-graphql";
import { PublicPrioritaire, RegulationPrealable } from "../enums.type.ts";
import { PlageHoraire } from "../horaires/plage-horaire.type.ts";

@ObjectType({ description: "Ce qu'une structure offre sans que la visite ait été prévue." })
export class SoinsNonProgrammes {
  @Field(() => [PlageHoraire], { description: "Quand elle reçoit ainsi ; vide quand ce n'est pas déclaré." })
  @Directive("@listSize(assumedSize: 14)")
  plages!: PlageHoraire[];
  @Field(() => Verdict, { description: "On y vient sans rendez-vous." })
  sansRendezVous!: Verdict;
  @Field(() => RegulationPrealable, {
    nullable: true,
    description: "Qui doit avoir orienté la personne avant sa venue ; nul quand ce n'est pas déclaré.",
  })
  regulationPrealable!: RegulationPrealable | null;
  @Field(() => String, {
    nullable: true,
    description: "Gravité la plus haute admise, par exemple « CCMU_2 » ; nulle quand elle n'est pas déclarée.",
  })
  graviteMax!: string | null;
  @Field(() => [PublicPrioritaire], { description: "À qui l'offre donne la priorité, sans exclure les autres." })
  publics!: PublicPrioritaire[];
}
