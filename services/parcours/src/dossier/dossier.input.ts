import { GraphQLCodeInsee, GraphQLInstant, Verdict } from "@coordination/vocabulaire";
import { Field, ID, InputType, Int, registerEnumType } from "type-graphql";
import { ReferenceExterneInput } from "../reference/reference.type.ts";
import { UsagerInput } from "../usager/usager.input.ts";
import { NatureDemandeur, NiveauAppui, StatutParcours } from "./dossier.type.ts";
import type { StatutParcours as StatutDuDossier } from "./etats.ts";

const enumOf = <Word extends string>(words: readonly Word[]): { readonly [W in Word]: W } =>
  Object.fromEntries(words.map((word) => [word, word])) as { readonly [W in Word]: W };

export const DecisionRecevabilite = enumOf(["RECEVABLE", "REORIENTEE", "REFUSEE"]);
export type DecisionRecevabilite = keyof typeof DecisionRecevabilite;
registerEnumType(DecisionRecevabilite, {
  name: "DecisionRecevabilite",
  description: "Ce que l'équipe décide d'une demande.",
});

export const MotifIrrecevabilite = enumOf([
  "SANS_BESOIN_DE_COORDINATION",
  "UN_SEUL_ACTEUR_SUFFIT",
  "HORS_TERRITOIRE",
  "DEJA_SUIVI",
  "RETRAIT_DE_LA_DEMANDE",
  "REFUS_DE_LA_PERSONNE",
  "URGENCE_VITALE",
  "AUTRE",
]);
export type MotifIrrecevabilite = keyof typeof MotifIrrecevabilite;
registerEnumType(MotifIrrecevabilite, {
  name: "MotifIrrecevabilite",
  description:
    "Pourquoi une demande n'est pas recevable. Ni l'âge ni la pathologie n'y figurent : le DAC est polyvalent.",
});

@InputType({ description: "Qui demande." })
export class DemandeurInput {
  @Field(() => NatureDemandeur, { description: "Ce qu'il est." })
  nature!: NatureDemandeur;
  @Field(() => ID, { nullable: true, description: "Le professionnel, s'il en est un." })
  professionnelId?: string | null;
  @Field(() => ID, { nullable: true, description: "La structure, si c'en est une." })
  structureId?: string | null;
  @Field(() => String, { description: "Son nom." })
  nom!: string;
  @Field(() => String, { nullable: true, description: "Son lien avec la personne." })
  lien?: string | null;
  @Field(() => String, { nullable: true, description: "Son téléphone." })
  telephone?: string | null;
}

@InputType({
  description:
    "Une demande d'appui. `dacId` départage quand plusieurs DAC sont compétents ; sans lui, l'erreur les nomme.",
})
export class DemanderAppuiInput {
  @Field(() => GraphQLCodeInsee, { description: "Commune où vit la personne." })
  codeInsee!: string;
  @Field(() => ID, { nullable: true, description: "Le DAC choisi parmi ceux qui sont compétents." })
  dacId?: string | null;
  @Field(() => DemandeurInput, { description: "Qui demande." })
  demandeur!: DemandeurInput;
  @Field(() => Boolean, { description: "La personne est informée de la demande." })
  personneInformee!: boolean;
  @Field(() => Verdict, { description: "La personne est d'accord." })
  accordPersonne!: Verdict;
  @Field(() => Boolean, { nullable: true, description: "Son médecin traitant est informé." })
  medecinTraitantInforme?: boolean | null;
  @Field(() => String, { description: "Pourquoi." })
  motif!: string;
  @Field(() => String, { description: "Ce que le demandeur ne parvient pas à faire seul." })
  difficulte!: string;
  @Field(() => Boolean, { description: "D'autres acteurs interviennent, ou devraient." })
  autresActeurs!: boolean;
  @Field(() => UsagerInput, { description: "La personne." })
  usager!: UsagerInput;
  @Field(() => NiveauAppui, {
    nullable: true,
    description: "Le niveau d'appui que propose le demandeur ; l'équipe en décide quand elle qualifie.",
  })
  niveauPropose?: NiveauAppui | null;
  @Field(() => [ReferenceExterneInput], {
    nullable: true,
    description: "Les numéros que mon logiciel donne à ce dossier, dix au plus.",
  })
  referencesExternes?: ReferenceExterneInput[] | null;
}

@InputType({ description: "La décision de l'équipe sur une demande." })
export class QualifierDemandeInput {
  @Field(() => ID, { description: "Le dossier." })
  parcoursId!: string;
  @Field(() => Int, { description: "Sa version, telle qu'on l'a lue." })
  version!: number;
  @Field(() => DecisionRecevabilite, { description: "Ce qui est décidé." })
  decision!: DecisionRecevabilite;
  @Field(() => NiveauAppui, { nullable: true, description: "Obligatoire quand elle est recevable." })
  niveauAppui?: NiveauAppui | null;
  @Field(() => MotifIrrecevabilite, { nullable: true, description: "Obligatoire quand elle ne l'est pas." })
  motif?: MotifIrrecevabilite | null;
  @Field(() => String, { nullable: true, description: "En quelques mots." })
  commentaire?: string | null;
  @Field(() => ID, { nullable: true, description: "La structure vers qui la demande est réorientée." })
  reorientationVers?: string | null;
}

@InputType({ description: "Quels dossiers de mon équipe." })
export class ParcoursFiltre {
  @Field(() => [StatutParcours], { nullable: true, description: "Dans un de ces états." })
  statuts?: StatutDuDossier[] | null;
  @Field(() => [NiveauAppui], { nullable: true, description: "D'un de ces niveaux d'appui." })
  niveaux?: NiveauAppui[] | null;
  @Field(() => [GraphQLCodeInsee], { nullable: true, description: "Dans une de ces communes." })
  codesInsee?: string[] | null;
  @Field(() => GraphQLInstant, { nullable: true, description: "Changés depuis cet instant." })
  modifieDepuis?: Date | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "Dossiers de mon équipe seulement. Vrai : ouverts, avec un besoin ni couvert ni abandonné dont le dernier envoi est resté sans réponse à son échéance. Faux : les autres.",
  })
  enRetard?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "Vrai : suivis ou en relais, et le jour fixé pour les réévaluer est venu. Faux : les autres.",
  })
  aReevaluer?: boolean | null;
  @Field(() => String, {
    nullable: true,
    description:
      "Un nom de naissance ou d'usage, entier, sans égard à la casse ni aux accents ; ou un numéro de dossier, ou celui que mon logiciel lui donne. Chaque dossier trouvé garde une trace.",
  })
  recherche?: string | null;
  @Field(() => ReferenceExterneInput, {
    nullable: true,
    description: "Celui que mon logiciel désigne par ce numéro, de mon côté, parmi ceux que j'ai demandés aussi.",
  })
  referenceExterne?: ReferenceExterneInput | null;
}
