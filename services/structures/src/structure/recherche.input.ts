import { GraphQLCodeInsee, GraphQLInstant, ModaliteAccueil, TypeStructure } from "@coordination/vocabulaire";
import { Field, ID, InputType } from "type-graphql";
import { MissionCpts } from "../enums.type.ts";

@InputType({ description: "Ce que les structures cherchées ont en commun ; chaque champ restreint." })
export class StructureFiltre {
  @Field(() => [TypeStructure], { nullable: true, description: "L'un de ces types." })
  types?: TypeStructure[] | null;
  @Field(() => [ID], {
    nullable: true,
    description: "L'une de ces catégories FINESS (TRE_R66) ; le code d'un agrégat comprend ses catégories.",
  })
  categories?: string[] | null;
  @Field(() => [GraphQLCodeInsee], {
    nullable: true,
    description: "Dans l'une de ces communes ; Paris, Lyon et Marseille comprennent leurs arrondissements.",
  })
  codesInsee?: string[] | null;
  @Field(() => [ID], { nullable: true, description: "Dans l'un de ces départements." })
  departements?: string[] | null;
  @Field(() => ID, { nullable: true, description: "Dans le territoire, aujourd'hui, de cette CPTS ou de ce DAC." })
  territoireDe?: string | null;
  @Field(() => [ModaliteAccueil], {
    nullable: true,
    description: "Reçoit de l'une de ces façons ; une structure qui n'a rien déclaré n'est pas trouvée.",
  })
  modalites?: ModaliteAccueil[] | null;
  @Field(() => [MissionCpts], { nullable: true, description: "CPTS qui a déclaré l'une de ces missions." })
  missionsCpts?: MissionCpts[] | null;
  @Field(() => GraphQLInstant, {
    nullable: true,
    description: "Ouverte à coup sûr à cet instant, à l'heure du lieu ; des horaires inconnus ne sont pas trouvés.",
  })
  ouverteA?: Date | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "Vrai : on y vient sans rendez-vous, au moins à certaines heures. Faux : elle a déclaré ne recevoir que sur rendez-vous.",
  })
  sansRendezVous?: boolean | null;
  @Field(() => ID, { nullable: true, description: "Adhère aujourd'hui à ce regroupement (CPTS, MSP, ESP, GHT)." })
  membreDe?: string | null;
  @Field(() => GraphQLInstant, {
    nullable: true,
    description:
      "Créée, modifiée ou fermée depuis ; les structures fermées sont alors comprises (« fermeeLe »). Sans texte, l'ordre PERTINENCE " +
      "est celui des modifications : garder le dernier curseur suffit pour reprendre.",
  })
  modifieeDepuis?: Date | null;
}
