import { Profession, ProximiteInput } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type {
  ConditionDelegation as ConditionDuTexte,
  Delegation as VersionDelegation,
} from "../catalogue/delegation.ts";
import { delegationRemplacee } from "../catalogue/versions.ts";
import type { Contexte } from "../context.ts";
import { quiVerifie } from "../eligibilite/qui-verifie.ts";
import { QuiVerifie } from "../enums.type.ts";
import { EquipeProtocoleConnection } from "../equipe/equipe.type.ts";
import { pageEquipes } from "../equipe/page.ts";
import { decrireProfession } from "../professionnel/profession.ts";
import { ConditionDelegation, Delegation } from "./delegation.type.ts";

@Resolver(() => Delegation)
export class DelegationResolver {
  @FieldResolver(() => [Profession], { description: "Qui délègue ; vide quand le texte donne le droit sans délégant." })
  @Directive("@listSize(assumedSize: 2)")
  delegants(@Root() { delegants }: VersionDelegation): Profession[] {
    return delegants.map(decrireProfession);
  }

  @FieldResolver(() => [Profession], { description: "À qui l'on délègue." })
  @Directive("@listSize(assumedSize: 2)")
  delegues(@Root() { delegues }: VersionDelegation): Profession[] {
    return delegues.map(decrireProfession);
  }

  @FieldResolver(() => Delegation, {
    nullable: true,
    description: "Ce qu'elle a remplacé : sa version précédente, ou un texte antérieur.",
  })
  async remplacee(
    @Root() delegation: VersionDelegation,
    @Ctx() { loaders }: Contexte,
  ): Promise<VersionDelegation | null> {
    const { delegations } = await loaders.catalogue();
    return delegationRemplacee(delegations, delegation);
  }

  @FieldResolver(() => EquipeProtocoleConnection, {
    description: "Les équipes engagées aujourd'hui ; les plus proches d'abord quand un lieu est donné.",
  })
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)')
  equipes(
    @Root() { code }: VersionDelegation,
    @Arg("proximite", () => ProximiteInput, { nullable: true, description: "Autour d'une commune ou d'un point." })
    proximite: ProximiteInput | null,
    @Arg("first", () => Int, { defaultValue: 20, description: "Nombre d'équipes, de 1 à 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Curseur de la page précédente." }) after: string | null,
    @Ctx() contexte: Contexte,
  ): Promise<EquipeProtocoleConnection> {
    return pageEquipes(contexte, code, { proximite: proximite ?? null, first, after: after ?? null });
  }
}

@Resolver(() => ConditionDelegation)
export class ConditionDelegationResolver {
  @FieldResolver(() => QuiVerifie, { description: "Qui l'établit : avant d'orienter, ou le professionnel lui-même." })
  verifieePar(@Root() condition: ConditionDuTexte): keyof typeof QuiVerifie {
    return quiVerifie(condition);
  }
}
