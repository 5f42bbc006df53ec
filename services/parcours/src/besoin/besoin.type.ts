import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import {
  type CandidatsProfessionnels,
  type CandidatsStructures,
  PossibiliteDelegation,
} from "../candidat/candidat.type.ts";
import { CriteresBesoin } from "./criteres.type.ts";

export const StatutBesoin = {
  OUVERT: "OUVERT",
  EN_ORIENTATION: "EN_ORIENTATION",
  COUVERT: "COUVERT",
  ABANDONNE: "ABANDONNE",
} as const;
export type StatutBesoin = keyof typeof StatutBesoin;
registerEnumType(StatutBesoin, {
  name: "StatutBesoin",
  description: "Où en est un besoin. Un besoin simulé est toujours OUVERT.",
});

@ObjectType({ description: "Ce dont une personne a besoin, et tout ce qui pourrait y répondre." })
@Directive('@key(fields: "id")')
export class Besoin {
  @Field(() => ID, {
    description: "Opaque. Celui d'un besoin simulé porte ses critères, chiffrés, et expire au bout d'un jour.",
  })
  id!: string;
  @Field(() => Int, { description: "Numéro de version ; un besoin simulé reste à 1." })
  version!: number;
  @Field(() => String, { description: "Le besoin en une ligne." })
  libelle!: string;
  @Field(() => StatutBesoin, { description: "Où en est le besoin." })
  statut!: StatutBesoin;
  @Field(() => CriteresBesoin, {
    description:
      "Tout ce que l'annuaire apprend du parcours : pseudonymisé, mais donnée de santé ; jamais journalisé avec un identifiant.",
  })
  criteres!: CriteresBesoin;
  @Field(() => [PossibiliteDelegation], {
    nullable: true,
    description: "Ce qu'une autre profession peut faire ; nul quand la recherche a échoué.",
  })
  @Directive("@external")
  possibilites?: PossibiliteDelegation[] | null;
  /** Absent for a simulated need. */
  dossierId?: string;
  /** Given by the gateway with the reference; shown by field resolvers because they take arguments. */
  candidatsProfessionnels?: CandidatsProfessionnels | null;
  candidatsStructures?: CandidatsStructures | null;
}
