import { Eligibilite, Motif } from "@coordination/vocabulaire";
import { Directive, Field, Float, ID, ObjectType } from "type-graphql";
import { EquipeProtocole, SituationExercice, Structure } from "./reference.type.ts";

const EXTERNE = Directive("@external");

@ObjectType()
@Directive("@shareable")
export class CandidatProfessionnel {
  @Field(() => SituationExercice)
  @EXTERNE
  situation!: SituationExercice;
  @Field(() => ID, {
    nullable: true,
  })
  @EXTERNE
  possibilite!: string | null;
  @Field(() => Eligibilite, {
    nullable: true,
  })
  @EXTERNE
  eligibilite!: Eligibilite | null;
  @Field(() => Boolean)
  @EXTERNE
  retenu!: boolean;
  @Field(() => Float, { nullable: true })
  @EXTERNE
  distanceKm!: number | null;
  @Field(() => [Motif])
  @EXTERNE
  motifs!: Motif[];
}

@ObjectType()
@Directive("@shareable")
export class CandidatsProfessionnels {
  @Field(() => [CandidatProfessionnel])
  @EXTERNE
  elements!: CandidatProfessionnel[];
  @Field(() => Boolean)
  @EXTERNE
  tronque!: boolean;
}

@ObjectType()
@Directive("@shareable")
export class CandidatStructure {
  @Field(() => Structure)
  @EXTERNE
  structure!: Structure;
  @Field(() => Boolean)
  @EXTERNE
  retenu!: boolean;
  @Field(() => Float, { nullable: true })
  @EXTERNE
  distanceKm!: number | null;
  @Field(() => Boolean)
  @EXTERNE
  complementaire!: boolean;
  @Field(() => [Motif])
  @EXTERNE
  motifs!: Motif[];
}

@ObjectType()
@Directive("@shareable")
export class CandidatsStructures {
  @Field(() => [CandidatStructure])
  @EXTERNE
  elements!: CandidatStructure[];
  @Field(() => Boolean)
  @EXTERNE
  tronque!: boolean;
}

@ObjectType()
@Directive("@shareable")
export class EquipeProche {
  @Field(() => Float)
  @EXTERNE
  distanceKm!: number;
  @Field(() => EquipeProtocole)
  @EXTERNE
  equipe!: EquipeProtocole;
}

@ObjectType()
@Directive('@key(fields: "id", resolvable: false)')
export class PossibiliteDelegation {
  @Field(() => ID)
  id!: string;
  @Field(() => Eligibilite)
  @EXTERNE
  eligibilite?: Eligibilite;
  @Field(() => [EquipeProche])
  @EXTERNE
  equipes?: EquipeProche[];
}
