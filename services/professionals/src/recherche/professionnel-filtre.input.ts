import { GraphQLCodeInsee, GraphQLInstant, ModaliteAccueil } from "@coordination/vocabulaire";
import { Field, ID, InputType } from "type-graphql";
import { EtatDisponibilite } from "../disponibilite/disponibilite.type.ts";
import { CodeQualite } from "../qualite/qualite.type.ts";
import { ModeExercice } from "../situation/mode-exercice.ts";

@InputType({ description: "Ce que doit être une même activité de la personne ; une liste vide ne filtre pas." })
export class ProfessionnelFiltre {
  @Field(() => [ID], { nullable: true, description: "Une de ces professions." })
  professions?: string[] | null;
  @Field(() => [ID], {
    nullable: true,
    description: "Un de ces savoir-faire ; le code d'une famille vaut pour tous ceux qu'elle réunit.",
  })
  savoirFaire?: string[] | null;
  @Field(() => [ID], { nullable: true, description: "Toutes ces habilitations, déclarées et en vigueur aujourd'hui." })
  habilitations?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: "Médecin généraliste, ou non." })
  medecinGeneraliste?: boolean | null;
  @Field(() => [CodeQualite], {
    nullable: true,
    description: "Une de ces qualités, déclarée et en vigueur aujourd'hui.",
  })
  qualites?: CodeQualite[] | null;
  @Field(() => [ModeExercice], { nullable: true, description: "Un de ces modes d'exercice." })
  modes?: ModeExercice[] | null;
  @Field(() => [ModaliteAccueil], { nullable: true, description: "Reçoit au moins d'une de ces manières." })
  modalites?: ModaliteAccueil[] | null;
  @Field(() => [EtatDisponibilite], {
    nullable: true,
    description:
      "Un de ces états ; INCONNU : rien n'est déclaré. Une déclaration périmée compte encore, après les autres.",
  })
  etats?: EtatDisponibilite[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "Vrai : a déclaré accepter de nouveaux patients ; faux : a déclaré ne pas en accepter.",
  })
  nouveauxPatients?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "Vrai : a déclaré accepter d'être médecin traitant ; faux : a déclaré le refuser.",
  })
  medecinTraitant?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "Vrai : a déclaré prendre des soins non programmés ; faux : a déclaré ne pas en prendre.",
  })
  soinsNonProgrammes?: boolean | null;
  @Field(() => [GraphQLCodeInsee], {
    nullable: true,
    description: "Dans une de ces communes ; une ville vaut pour ses arrondissements municipaux, et l'inverse.",
  })
  codesInsee?: string[] | null;
  @Field(() => [ID], { nullable: true, description: "Dans un de ces départements (« 01 », « 2A », « 974 »)." })
  departements?: string[] | null;
  @Field(() => ID, { nullable: true, description: "Dans cette structure." })
  structureId?: string | null;
  @Field(() => GraphQLInstant, {
    nullable: true,
    description:
      "Ce qui a changé depuis cet instant, fermetures comprises, dans l'ordre des changements quel que soit le tri : le dernier curseur reprend où l'on en était. Ni nom ni proximité.",
  })
  modifieDepuis?: Date | null;
}
