import { appliquer } from "@coordination/rules";
import { Eligibilite, GraphQLIsoDate } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { Aci } from "../aci/aci.type.ts";
import { AdhesionConnection } from "../adhesion/adhesion.type.ts";
import { pageDeMembres } from "../adhesion/page-de-membres.ts";
import type { Contexte } from "../context.ts";
import { DegreEngagement, MissionCpts, PhaseProjet } from "../enums.type.ts";
import { ProjetDeSante } from "../projet-de-sante/projet-de-sante.type.ts";
import { Territoire } from "../territoire/territoire.type.ts";
import { conformiteCpts } from "./conformite.rule.ts";
import { Cpts } from "./cpts.type.ts";
import { phaseDeCpts } from "./phase.rule.ts";
import { PhaseDeCpts } from "./phase-de-cpts.type.ts";

@Resolver(() => Cpts)
export class CptsResolver {
  @FieldResolver(() => PhaseProjet, {
    nullable: true,
    description:
      "Phase déclarée, à cette date ; nulle quand personne ne l'a déclarée : un numéro FINESS ne dit pas qu'elle fonctionne.",
  })
  async phase(
    @Root() { id, fermeeLe }: Cpts,
    @Arg("le", () => GraphQLIsoDate, { nullable: true, description: "Aujourd'hui par défaut." }) le: string | null,
    @Ctx() { loaders, aujourdhui }: Contexte,
  ): Promise<PhaseProjet | null> {
    const declaration = await loaders.cptsByStructure.load(id);
    return phaseDeCpts({ phases: declaration?.phases ?? [], fermeeLe, le: le ?? aujourdhui });
  }

  @FieldResolver(() => [PhaseDeCpts], {
    description:
      "Toutes ses phases déclarées, des plus anciennes aux plus récentes ; vide quand personne n'en a déclaré.",
  })
  @Directive("@listSize(assumedSize: 4)")
  async phases(@Root() { id }: Cpts, @Ctx() { loaders }: Contexte): Promise<readonly PhaseDeCpts[]> {
    return (await loaders.cptsByStructure.load(id))?.phases ?? [];
  }

  @FieldResolver(() => [MissionCpts], { description: "Missions déclarées ; vide quand personne ne les a déclarées." })
  async missions(@Root() { id }: Cpts, @Ctx() { loaders }: Contexte): Promise<MissionCpts[]> {
    return (await loaders.cptsByStructure.load(id))?.missions ?? [];
  }

  @FieldResolver(() => ProjetDeSante, { nullable: true, description: "Son dernier projet de santé déclaré." })
  projetDeSante(@Root() { id }: Cpts, @Ctx() { loaders }: Contexte): Promise<ProjetDeSante | null> {
    return loaders.projetByStructure.load(id);
  }

  @FieldResolver(() => Aci, {
    nullable: true,
    description: "Son dernier accord, signé par la CPAM et par l'ARS ; nul quand aucun n'est connu.",
  })
  aci(@Root() { id }: Cpts, @Ctx() { loaders }: Contexte): Promise<Aci | null> {
    return loaders.aciByStructure.load(id);
  }

  @FieldResolver(() => Eligibilite, {
    description: "Forme associative, projet (territoire, modalités, actions), contrat ARS.",
  })
  async conformite(@Root() { id, statutJuridique }: Cpts, @Ctx() { loaders }: Contexte): Promise<Eligibilite> {
    const [projet, aci] = await Promise.all([loaders.projetByStructure.load(id), loaders.aciByStructure.load(id)]);
    return appliquer(conformiteCpts, { statutJuridique, projet, aci }) as Eligibilite;
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
