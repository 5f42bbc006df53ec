import { Eligibilite, GraphQLCodeInsee } from "@coordination/vocabulaire";
import { Directive, Field, Float, ID, ObjectType } from "type-graphql";
import { Acte } from "../acte/acte.type.ts";
import { Delegation } from "../delegation/delegation.type.ts";

@ObjectType({
  description:
    "Le verdict d'une délégation pour un acte, une personne, un lieu et une date. Ce que le texte exige du professionnel est " +
    "jugé pour chacun. L'identifiant est un jeton opaque.",
})
@Directive('@key(fields: "id")')
export class PossibiliteDelegation {
  @Field(() => Delegation, { description: "Le texte, dans la version jugée." })
  delegation!: Delegation;
  @Field(() => Acte, { description: "L'acte demandé." })
  acte!: Acte;
  @Field(() => [ID], { description: "Codes des professions à qui l'acte est délégué (TRE_G15)." })
  @Directive("@listSize(assumedSize: 2)")
  professions!: readonly string[];
  @Field(() => [ID], { description: "Savoir-faire exigés ; chacun ne contraint que sa profession." })
  @Directive("@listSize(assumedSize: 2)")
  savoirFaire!: readonly string[];
  @Field(() => [ID], { description: "Types de structure où l'acte est admis ; vide : tout mode d'exercice." })
  @Directive("@listSize(assumedSize: 3)")
  cadres!: readonly string[];
  @Field(() => [ID], { description: "Habilitations exigées du professionnel, toutes à la fois." })
  @Directive("@listSize(assumedSize: 2)")
  habilitations!: readonly string[];
  @Field(() => GraphQLCodeInsee, { description: "Commune autour de laquelle on cherche." })
  codeInsee!: string;
  @Field(() => Float, { description: "Rayon en kilomètres, à vol d'oiseau." })
  rayonKm!: number;
  @Field(() => Eligibilite, {
    description:
      "OUI : rien dans le texte ne s'y oppose pour cette personne, cet acte, ce lieu et cette date. Un fait manquant vaut INCONNU. " +
      "Une fiche jamais relue porte en `relueLe` le jour où elle a été établie, et n'atteint pas OUI.",
  })
  eligibilite!: Eligibilite;
}
