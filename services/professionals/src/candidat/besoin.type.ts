import {
  Eligibilite,
  GraphQLCodeInsee,
  ModaliteAccueil,
  NatureBesoin,
  Urgence,
  Verdict,
} from "@coordination/vocabulaire";
import { Directive, Field, Float, ID, Int, ObjectType } from "type-graphql";

@ObjectType()
@Directive("@shareable")
class ProfilPatient {
  @Field(() => Int, { nullable: true })
  age!: number | null;
  @Field(() => Verdict)
  sansMedecinTraitant!: Verdict;
  @Field(() => Verdict)
  ald!: Verdict;
  @Field(() => Verdict)
  isole!: Verdict;
}

@ObjectType()
@Directive("@shareable")
export class CriteresBesoin {
  @Field(() => GraphQLCodeInsee)
  codeInsee!: string;
  @Field(() => NatureBesoin)
  nature!: NatureBesoin;
  @Field(() => Urgence)
  urgence!: Urgence;
  @Field(() => [ID])
  professions!: string[];
  @Field(() => [ID])
  savoirFaire!: string[];
  @Field(() => Float)
  rayonKm!: number;
  @Field(() => [ModaliteAccueil])
  modalites!: ModaliteAccueil[];
  @Field(() => ProfilPatient)
  profil!: ProfilPatient;
}

@ObjectType()
@Directive('@key(fields: "id")')
export class PossibiliteDelegation {
  @Field(() => ID)
  id!: string;
  @Field(() => [ID])
  @Directive("@external")
  professions!: string[];
  @Field(() => [ID])
  @Directive("@external")
  savoirFaire!: string[];
  @Field(() => GraphQLCodeInsee)
  @Directive("@external")
  codeInsee!: string;
  @Field(() => Float)
  @Directive("@external")
  rayonKm!: number;
  @Field(() => [ID])
  @Directive("@external")
  cadres!: string[];
  @Field(() => [ID])
  @Directive("@external")
  habilitations!: string[];
  @Field(() => Eligibilite)
  @Directive("@external")
  eligibilite!: Eligibilite;
}

@ObjectType()
@Directive('@key(fields: "id")')
export class Besoin {
  @Field(() => ID)
  id!: string;
  @Field(() => CriteresBesoin)
  @Directive("@external")
  criteres!: CriteresBesoin;
  @Field(() => [PossibiliteDelegation], {
    nullable: true,
  })
  @Directive("@external")
  possibilites!: PossibiliteDelegation[] | null;
}
