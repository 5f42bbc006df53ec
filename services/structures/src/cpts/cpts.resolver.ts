import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { AdhesionConnection } from "../adhesion/adhesion.type.ts";
import { pageDeMembres } from "../adhesion/page-de-membres.ts";
import type { Contexte } from "../context.ts";
import { DegreEngagement, MissionCpts, PhaseProjet } from "../enums.type.ts";
import { ProjetDeSante } from "../projet-de-sante/projet-de-sante.type.ts";
import { Territoire } from "../territoire/territoire.type.ts";
import { Cpts } from "./cpts.type.ts";
import { phaseDeCpts } from "./phase.rule.ts";

@Resolver(() => Cpts)
export class CptsResolver {
  @FieldResolver(() => PhaseProjet, {
    description: "Phase déclarée ; à défaut, une CPTS qui a un FINESS est supposée en fonctionnement.",
  })
  async phase(@Root() { id, finess, fermeeLe }: Cpts, @Ctx() { loaders }: Contexte): Promise<PhaseProjet> {
    const declaration = await loaders.cptsByStructure.load(id);
    return phaseDeCpts({ phaseDeclaree: declaration?.phase ?? null, finess, fermeeLe });
  }

  @FieldResolver(() => [MissionCpts], { description: "Missions déclarées ; vide quand personne ne les a déclarées." })
  async missions(@Root() { id }: Cpts, @Ctx() { loaders }: Contexte): Promise<MissionCpts[]> {
    return (await loaders.cptsByStructure.load(id))?.missions ?? [];
  }

  @FieldResolver(() => ProjetDeSante, { nullable: true, description: "Son dernier projet de santé déclaré." })
  projetDeSante(@Root() { id }: Cpts, @Ctx() { loaders }: Contexte): Promise<ProjetDeSante | null> {
    return loaders.projetByStructure.load(id);
  }

  @FieldResolver(() => Territoire, {
    nullable: true,
    description: "Son territoire à cette date ; nul quand personne ne l'a déclaré.",
  })
  territoire(
    @Root() { id }: Cpts,
    @Arg("le", () => GraphQLIsoDate, { nullable: true, description: "Aujourd'hui par défaut." }) le: string | null,
    @Ctx() { loaders, aujourdhui }: Contexte,
  ): Promise<Territoire | null> {
    return loaders.territoireByStructure({ le: le ?? aujourdhui }).load(id);
  }

  @FieldResolver(() => AdhesionConnection, { description: "Ses membres déclarés, à cette date." })
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)')
  membres(
    @Root() { id }: Cpts,
    @Arg("le", () => GraphQLIsoDate, { nullable: true, description: "Aujourd'hui par défaut." }) le: string | null,
    @Arg("degre", () => DegreEngagement, { nullable: true, description: "De ce degré d'engagement seulement." })
    degre: DegreEngagement | null,
    @Arg("first", () => Int, { defaultValue: 50, description: "Taille de la page, 100 au plus." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Curseur de fin de la page précédente." }) after:
      | string
      | null,
    @Ctx() contexte: Contexte,
  ): Promise<AdhesionConnection> {
    return pageDeMembres(id, { le, degre, first, after }, contexte);
  }
}
