import { GraphQLCodeInsee, GraphQLIsoDate, TypeStructure } from "@coordination/vocabulaire";
import { Field, ID, InputType, Int } from "type-graphql";
import { MissionCpts, PhaseProjet, PublicPrioritaire, StatutJuridique, StatutMedicobus } from "../enums.type.ts";

@InputType({
  description:
    "Une structure que FINESS ne décrit pas, ou ce que FINESS ne dit pas d'une autre. Un champ facultatif absent ne change rien.",
})
export class EnregistrerStructureInput {
  @Field(() => ID, { nullable: true, description: "La structure à mettre à jour ; absente, elle est créée." })
  id?: string | null;
  @Field(() => TypeStructure, { description: "Ce qu'elle est ; ne change plus ensuite." })
  type!: TypeStructure;
  @Field(() => String, { description: "Son nom ; celui d'une structure de FINESS vient de FINESS." })
  nom!: string;
  @Field(() => StatutJuridique, { nullable: true, description: "Sa forme juridique." })
  statutJuridique?: StatutJuridique | null;
  @Field(() => GraphQLCodeInsee, { description: "Sa commune, où elle est placée." })
  codeInsee!: string;
  @Field(() => String, { nullable: true, description: "Adresse, sans le code postal ni la ville." })
  adresse?: string | null;
  @Field(() => PhaseProjet, { nullable: true, description: "La phase du projet d'une CPTS." })
  phase?: PhaseProjet | null;
  @Field(() => GraphQLIsoDate, {
    nullable: true,
    description:
      "Premier jour de cette phase ; aujourd'hui à défaut, ou le même si elle y est déjà. Le même jour corrige.",
  })
  phaseDepuis?: string | null;
  @Field(() => [MissionCpts], { nullable: true, description: "Toutes les missions d'une CPTS." })
  missionsCpts?: MissionCpts[] | null;
  @Field(() => [PublicPrioritaire], { nullable: true, description: "Tous les publics prioritaires d'un médicobus." })
  publicsPrioritaires?: PublicPrioritaire[] | null;
  @Field(() => StatutMedicobus, { nullable: true, description: "Où en est un médicobus ; candidat à défaut." })
  statutMedicobus?: StatutMedicobus | null;
  @Field(() => Int, { nullable: true, description: "La vague d'appel à projets d'un médicobus." })
  vague?: number | null;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Jour de sa fermeture ; une structure ne s'efface pas." })
  fermeeLe?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "Vrai : elle n'avait pas fermé, ou a rouvert ; sa fermeture est levée.",
  })
  rouverte?: boolean | null;
  @Field(() => String, { description: "Qui le dit, tel que l'annuaire le montrera." })
  source!: string;
}
