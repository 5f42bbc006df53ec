import { GraphQLInstant } from "@coordination/vocabulaire";
import { Directive, Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { ActeurDuParcours } from "../dossier/dossier.type.ts";
import { DestinataireInput } from "../orientation/orientation.input.ts";
import { NATURES_DE_CONSENTEMENT, type NatureConsentement as Nature } from "../partage/fondement.rule.ts";
import { Destinataire } from "../proposition/proposition.type.ts";

const enumOf = <Word extends string>(words: readonly Word[]): { readonly [W in Word]: W } =>
  Object.fromEntries(words.map((word) => [word, word])) as { readonly [W in Word]: W };

const NatureConsentement = enumOf(NATURES_DE_CONSENTEMENT);
registerEnumType(NatureConsentement, {
  name: "NatureConsentement",
  description:
    "Dans l'équipe de soins, la non-opposition ; hors d'elle, le consentement préalable ; ou le constat que la personne est hors d'état de dire sa volonté.",
});

export const StatutConsentement = enumOf(["DONNE", "REFUSE", "RETIRE", "EXPIRE"]);
export type StatutConsentement = keyof typeof StatutConsentement;
registerEnumType(StatutConsentement, {
  name: "StatutConsentement",
  description: "Ce qu'il en est. EXPIRE : l'accord avait un terme, et il est passé.",
});

export const ExprimePar = enumOf(["PERSONNE", "REPRESENTANT_LEGAL", "AUTORITE_PARENTALE", "PERSONNE_DE_CONFIANCE"]);
export type ExprimePar = keyof typeof ExprimePar;
registerEnumType(ExprimePar, { name: "ExprimePar", description: "Qui l'a dit." });

export const ModeRecueil = enumOf(["ORAL", "ECRIT", "DEMATERIALISE"]);
export type ModeRecueil = keyof typeof ModeRecueil;
registerEnumType(ModeRecueil, { name: "ModeRecueil", description: "Comment il a été recueilli." });

@ObjectType({ description: "Ce que la personne a dit du partage de ce qui la concerne ; rien ne s'efface." })
export class Consentement {
  @Field(() => ID, { description: "Identifiant opaque." })
  id!: string;
  @Field(() => NatureConsentement, { description: "De quoi il s'agit." })
  nature!: Nature;
  @Field(() => StatutConsentement, { description: "Ce qu'il en est." })
  statut!: StatutConsentement;
  @Directive("@listSize(assumedSize: 3)")
  @Field(() => [Destinataire], { description: "Envers qui ; vide : tout le cercle." })
  destinataires!: Destinataire[];
  @Field(() => ExprimePar, {
    nullable: true,
    description: "Qui l'a dit ; nul seulement pour une personne hors d'état de s'exprimer.",
  })
  exprimePar!: ExprimePar | null;
  @Field(() => ModeRecueil, { description: "Comment." })
  mode!: ModeRecueil;
  @Field(() => GraphQLInstant, { description: "Quand." })
  recueilliLe!: string;
  @Field(() => ActeurDuParcours, { description: "Par qui." })
  recueilliPar!: ActeurDuParcours;
  @Field(() => GraphQLInstant, { nullable: true, description: "Quand il a été retiré." })
  retireLe!: string | null;
  @Field(() => GraphQLInstant, {
    nullable: true,
    description: "Jusqu'à quand l'accord vaut, cet instant exclu ; nul : jusqu'à ce que la personne dise autre chose.",
  })
  valableJusquAu!: string | null;
}

/** What is said of sharing, wherever it is. */
@InputType()
export abstract class ParoleInput {
  @Field(() => NatureConsentement, { description: "De quoi il s'agit." })
  nature!: Nature;
  @Field(() => StatutConsentement, {
    description: "DONNE ou REFUSE ; un retrait se fait par retirerConsentement, et un terme se constate.",
  })
  statut!: StatutConsentement;
  @Field(() => [DestinataireInput], {
    nullable: true,
    description: "Envers qui, vingt au plus ; vide : tout le cercle, qu'un besoin hors dossier n'a pas.",
  })
  destinataires?: DestinataireInput[] | null;
  @Field(() => ExprimePar, { nullable: true, description: "Qui l'a dit ; obligatoire, sauf personne hors d'état." })
  exprimePar?: ExprimePar | null;
  @Field(() => ModeRecueil, { description: "Comment." })
  mode!: ModeRecueil;
  @Field(() => GraphQLInstant, { description: "Quand ; jamais dans l'avenir." })
  recueilliLe!: Date;
  @Field(() => GraphQLInstant, {
    nullable: true,
    description:
      "Le terme qu'y met la personne, dans l'avenir : à cet instant, plus rien n'est dit d'elle sur cet accord. Absent : aucun. Un refus n'en a pas.",
  })
  valableJusquAu?: Date | null;
}

@InputType({ description: "Ce que la personne a dit du partage de ce qui la concerne." })
export class RecueillirConsentementInput extends ParoleInput {
  @Field(() => ID, { description: "Le dossier." })
  parcoursId!: string;
}

@InputType({ description: "Ce que la personne d'un besoin hors dossier a dit du partage de ce qui la concerne." })
export class RecueillirConsentementHorsDossierInput extends ParoleInput {
  @Field(() => ID, { description: "Le besoin, hors dossier." })
  besoinId!: string;
}
