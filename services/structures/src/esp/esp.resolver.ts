import { appliquer } from "@coordination/rules";
import { Eligibilite, GraphQLIsoDate } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { AdhesionConnection } from "../adhesion/adhesion.type.ts";
import { compterEffectifs, compterMembresDeclares } from "../adhesion/membres-declares.ts";
import { pageDeMembres } from "../adhesion/page-de-membres.ts";
import type { Contexte } from "../context.ts";
import { ProjetDeSante } from "../projet-de-sante/projet-de-sante.type.ts";
import { conformiteEsp } from "./conformite.rule.ts";
import { Esp } from "./esp.type.ts";

@Resolver(() => Esp)
export class EspResolver {
  @FieldResolver(() => ProjetDeSante, { nullable: true, description: "Son dernier projet de santé déclaré." })
  projetDeSante(@Root() { id }: Esp, @Ctx() { loaders }: Contexte): Promise<ProjetDeSante | null> {
    return loaders.projetByStructure.load(id);
  }

  @FieldResolver(() => Eligibilite, {
    description:
      "Au moins un médecin généraliste et un autre professionnel de santé (membres déclarés), un projet de santé, validé par l'ARS.",
  })
  @Directive('@requires(fields: "effectifs { profession medecinsGeneralistes nombre }")')
  async conformite(@Root() esp: Esp, @Ctx() { loaders }: Contexte): Promise<Eligibilite> {
    const [membres, projet] = await Promise.all([
      loaders.membresParProfession.load(esp.id),
      loaders.projetByStructure.load(esp.id),
    ]);
    return appliquer(conformiteEsp, {
      membres: compterMembresDeclares(membres),
      effectifs: compterEffectifs(esp.effectifs),
      projet,
    }) as Eligibilite;
  }

  @FieldResolver(() => AdhesionConnection, { description: "Ses membres déclarés, à cette date." })
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)')
  membres(
    @Root() { id }: Esp,
    @Arg("le", () => GraphQLIsoDate, { nullable: true, description: "Aujourd'hui par défaut." }) le: string | null,
    @Arg("first", () => Int, { defaultValue: 50, description: "Taille de la page, 100 au plus." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Curseur de fin de la page précédente." }) after:
      | string
      | null,
    @Ctx() contexte: Contexte,
  ): Promise<AdhesionConnection> {
    return pageDeMembres(id, { le, first, after }, contexte);
  }
}
