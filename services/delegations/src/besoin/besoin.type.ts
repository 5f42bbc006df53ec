import { GraphQLCodeInsee, Sexe, Urgence } from "@coordination/vocabulaire";
import { Directive, Field, Float, ID, Int, ObjectType } from "type-graphql";

@ObjectType({
  description: "Un critère clinique du catalogue des délégations ; celui dont on ne dit rien est inconnu.",
})
@Directive("@shareable")
export class CritereClinique {
  @Field(() => ID, { description: "Code du critère." })
  code!: string;
  @Field(() => Boolean, { description: "Présent ou absent chez la personne." })
  present!: boolean;
}

@ObjectType({ description: "Ce que les textes demandent de savoir de la personne, sans rien qui l'identifie." })
@Directive("@shareable")
export class ProfilPatient {
  @Field(() => Int, { nullable: true, description: "Âge révolu en années ; nul quand il est inconnu." })
  age!: number | null;
  @Field(() => Int, { nullable: true, description: "Âge révolu en mois, pour les tout-petits." })
  ageMois!: number | null;
  @Field(() => Sexe, {
    nullable: true,
    description: "Sexe, au sens des conditions des textes ; nul quand il est inconnu.",
  })
  sexe!: Sexe | null;
  @Field(() => [CritereClinique], { description: "Critères cliniques connus, présents ou absents." })
  criteresCliniques!: CritereClinique[];
}

@ObjectType({
  description:
    "Tout ce que l'annuaire apprend du parcours : pseudonymisé, mais donnée de santé ; jamais journalisé avec un identifiant.",
})
@Directive("@shareable")
export class CriteresBesoin {
  @Field(() => GraphQLCodeInsee, { description: "Commune autour de laquelle on cherche." })
  codeInsee!: string;
  @Field(() => Urgence, { description: "Le délai utile." })
  urgence!: Urgence;
  @Field(() => [ID], { description: "Actes demandés (catalogue des délégations)." })
  actes!: string[];
  @Field(() => Float, { description: "Rayon en kilomètres, à vol d'oiseau." })
  rayonKm!: number;
  @Field(() => ProfilPatient, { description: "La personne, sans rien qui l'identifie." })
  profil!: ProfilPatient;
}

@ObjectType({ description: "Ce dont une personne a besoin, et tout ce qui pourrait y répondre." })
@Directive('@key(fields: "id")')
export class Besoin {
  @Field(() => ID, {
    description: "Opaque. Celui d'un besoin simulé porte ses critères, chiffrés, et expire au bout d'un jour.",
  })
  id!: string;
  @Field(() => CriteresBesoin, { description: "Ce qui est cherché, pour qui et où." })
  @Directive("@external")
  criteres!: CriteresBesoin;
}
