import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { GraphQLScalarType } from "graphql";
import { GraphQLURL } from "graphql-scalars";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Acte } from "../acte/acte.type.ts";
import type {
  ConditionDelegation as ConditionDuTexte,
  Delegation as VersionDelegation,
} from "../catalogue/delegation.ts";
import { NatureDelegation, NiveauRelecture, ObjetCondition } from "../enums.type.ts";

export const ScalaireUrl = new GraphQLScalarType({
  ...GraphQLURL.toConfig(),
  description: "Adresse d'une page (RFC 3986).",
});

@ObjectType({ description: "Un texte sur lequel une délégation se fonde." })
export class FondementJuridique {
  @Field(() => String, { description: "Le texte : loi, décret, arrêté, protocole…" })
  texte!: string;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Date du texte." })
  date!: string | null;
  @Field(() => ScalaireUrl, { nullable: true, description: "Où le lire." })
  url!: string | null;
  @Field(() => String, { nullable: true, description: "Article, quand nos sources le citent." })
  article!: string | null;
}

@ObjectType({ description: "Jusqu'où une fiche du catalogue a été relue." })
export class Relecture {
  @Field(() => NiveauRelecture, { description: "Sur quoi elle a été relue." })
  niveau!: VersionDelegation["relecture"]["niveau"];
  @Field(() => GraphQLIsoDate, {
    nullable: true,
    description: "Jour de la relecture ; nul quand elle n'a pas eu lieu.",
  })
  relueLe!: string | null;
  @Field(() => String, { description: "Ce qui a été lu, et ce qui ne l'a pas été." })
  source!: string;
}

@ObjectType({ description: "Une condition d'un texte, lisible seule." })
export class ConditionDelegation {
  @Field(() => ID, { description: "Code stable, le même que dans les verdicts." })
  code!: string;
  @Field(() => ObjetCondition, { description: "Sur quoi elle porte." })
  objet!: ConditionDuTexte["objet"];
  @Field(() => String, { description: "La condition, telle qu'un agent peut la relire." })
  libelle!: string;
}

@ObjectType({ description: "Ce qu'un texte permet à une profession de faire à la place, ou à côté, d'une autre." })
@Directive('@key(fields: "code")')
export class Delegation {
  @Field(() => ID, { description: "Code stable, commun à toutes ses versions." })
  code!: string;
  @Field(() => Int, { description: "Numéro de version ; une version publiée ne change plus." })
  version!: number;
  @Field(() => String, { description: "Intitulé." })
  intitule!: string;
  @Field(() => String, { description: "Pour le public, en une phrase sans jargon." })
  resumeGrandPublic!: string;
  @Field(() => NatureDelegation, { description: "Protocole, compétence propre, accès direct…" })
  nature!: VersionDelegation["nature"];
  @Field(() => [ID], { description: "Savoir-faire exigés du délégué (mentions IPA…) ; vide : aucun en particulier." })
  @Directive("@listSize(assumedSize: 2)")
  savoirFaireDelegues!: readonly string[];
  @Field(() => [ID], { description: "Savoir-faire exigés du délégant ; vide : aucun en particulier." })
  @Directive("@listSize(assumedSize: 3)")
  savoirFaireDelegants!: readonly string[];
  @Field(() => [Acte], { description: "Les actes couverts." })
  @Directive("@listSize(assumedSize: 3)")
  actes!: readonly Acte[];
  @Field(() => [ConditionDelegation], {
    description: "Toutes les conditions, chacune lisible seule : patient, cadre d'exercice, formation, équipe.",
  })
  @Directive("@listSize(assumedSize: 10)")
  conditions!: readonly ConditionDelegation[];
  @Field(() => String, { nullable: true, description: "La formation exigée, en une phrase." })
  formation!: string | null;
  @Field(() => [FondementJuridique], { description: "Les textes sur lesquels elle se fonde." })
  @Directive("@listSize(assumedSize: 3)")
  fondements!: readonly FondementJuridique[];
  @Field(() => GraphQLIsoDate, { description: "Premier jour d'application." })
  enVigueurDepuis!: string;
  @Field(() => GraphQLIsoDate, {
    nullable: true,
    description: "Dernier jour d'application ; nul quand rien ne le fixe.",
  })
  enVigueurJusquA!: string | null;
  @Field(() => Relecture, {
    description: "Une fiche A_VERIFIER n'atteint jamais OUI ; les autres disent sur quoi elles ont été relues.",
  })
  relecture!: Relecture;
}
