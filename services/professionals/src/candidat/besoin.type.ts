import {
  Eligibilite,
  GraphQLCodeInsee,
  ModaliteAccueil,
  NatureBesoin,
  Urgence,
  Verdict,
} from "@coordination/vocabulaire";
import { Directive, Field, Float, ID, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "La personne, telle que le besoin la décrit : pseudonymisée." })
@Directive("@shareable")
class ProfilPatient {
  @Field(() => Int, { nullable: true, description: "Âge en années ; nul quand il est inconnu." })
  age!: number | null;
  @Field(() => Verdict, { description: "Elle n'a pas de médecin traitant." })
  sansMedecinTraitant!: Verdict;
  @Field(() => Verdict, { description: "Elle est en affection de longue durée." })
  ald!: Verdict;
  @Field(() => Verdict, { description: "Elle vit isolée." })
  isole!: Verdict;
}

@ObjectType({ description: "Ce que l'annuaire apprend d'un besoin, et rien d'autre." })
@Directive("@shareable")
export class CriteresBesoin {
  @Field(() => GraphQLCodeInsee, { description: "Commune autour de laquelle chercher." })
  codeInsee!: string;
  @Field(() => NatureBesoin, { description: "De quoi la personne a besoin." })
  nature!: NatureBesoin;
  @Field(() => Urgence, { description: "Le délai utile." })
  urgence!: Urgence;
  @Field(() => [ID], { description: "Professions demandées." })
  professions!: string[];
  @Field(() => [ID], {
    description: "Savoir-faire demandés ; chacun ne contraint que la profession à laquelle il appartient.",
  })
  savoirFaire!: string[];
  @Field(() => Float, { description: "Rayon en kilomètres." })
  rayonKm!: number;
  @Field(() => [ModaliteAccueil], { description: "Où et comment la personne peut être reçue." })
  modalites!: ModaliteAccueil[];
  @Field(() => ProfilPatient, { description: "La personne." })
  profil!: ProfilPatient;
}

@ObjectType({ description: "Ce qu'une délégation permet ici pour cette personne. L'identifiant est un jeton opaque." })
@Directive('@key(fields: "id")')
export class PossibiliteDelegation {
  @Field(() => ID, { description: "Jeton opaque, rendu tel quel." })
  id!: string;
  @Field(() => [ID], { description: "Professions à qui le texte permet l'acte." })
  @Directive("@external")
  professions!: string[];
  @Field(() => [ID], {
    description: "Savoir-faire exigés ; chacun ne contraint que la profession à laquelle il appartient.",
  })
  @Directive("@external")
  savoirFaire!: string[];
  @Field(() => GraphQLCodeInsee, { description: "Commune autour de laquelle chercher." })
  @Directive("@external")
  codeInsee!: string;
  @Field(() => Float, { description: "Rayon en kilomètres." })
  @Directive("@external")
  rayonKm!: number;
  @Field(() => [ID], { description: "Types de structure où l'acte est admis ; vide : tout mode d'exercice." })
  @Directive("@external")
  cadres!: string[];
  @Field(() => [ID], { description: "Habilitations exigées du professionnel." })
  @Directive("@external")
  habilitations!: string[];
  @Field(() => Eligibilite, { description: "Le verdict du texte sur la personne, l'acte, le territoire et la date." })
  @Directive("@external")
  eligibilite!: Eligibilite;
}

@ObjectType({ description: "Un besoin d'orientation, simulé ou porté par un dossier." })
@Directive('@key(fields: "id")')
export class Besoin {
  @Field(() => ID, { description: "Identifiant opaque." })
  id!: string;
  @Field(() => CriteresBesoin, { description: "Ce que l'annuaire apprend du besoin." })
  @Directive("@external")
  criteres!: CriteresBesoin;
  @Field(() => [PossibiliteDelegation], {
    nullable: true,
    description: "Ce que les délégations permettent ; nul quand la recherche a échoué.",
  })
  @Directive("@external")
  possibilites!: PossibiliteDelegation[] | null;
}
