import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Directive, FieldResolver, Info, Int, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { enCommun } from "../recherche/arrondissements.ts";
import { champsDemandes } from "../recherche/champs-demandes.ts";
import { exigerCriteres } from "../recherche/criteres.ts";
import { ProfessionnelFiltre } from "../recherche/professionnel-filtre.input.ts";
import { ProfessionnelConnection } from "../recherche/recherche.type.ts";
import { trouverPage } from "../recherche/trouver-page.ts";
import { Territoire } from "./territoire.type.ts";

/** No commune has it: an empty list would not filter. */
const AUCUNE_COMMUNE = "00000";

@Resolver(() => Territoire)
export class TerritoireResolver {
  @FieldResolver(() => ProfessionnelConnection, {
    description: "Qui exerce dans une des communes du territoire ; mêmes critères que la recherche.",
  })
  @Directive('@requires(fields: "communes { codeInsee }")')
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)')
  professionnels(
    @Root() { communes }: Territoire,
    @Arg("recherche", () => String, { nullable: true, description: "Nom et prénom, ou leurs débuts." })
    recherche: string | null,
    @Arg("filtre", () => ProfessionnelFiltre, { nullable: true, description: "Ce que doit être l'activité." })
    filtre: ProfessionnelFiltre | null,
    @Arg("first", () => Int, { defaultValue: 20, description: "Nombre de personnes, de 1 à 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Curseur de la page précédente." }) after: string | null,
    @Ctx() session: Contexte,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ProfessionnelConnection> {
    const siennes = communes.map(({ codeInsee }) => codeInsee).toSorted();
    const voulues = filtre?.codesInsee ?? [];
    const codesInsee = voulues.length === 0 ? siennes : enCommun(siennes, voulues);
    const criteres = exigerCriteres({
      recherche,
      filtre: { ...filtre, codesInsee: codesInsee.length === 0 ? [AUCUNE_COMMUNE] : codesInsee },
      tri: "PERTINENCE",
    });
    return trouverPage(session, criteres, { first, after: after ?? null }, champsDemandes(info));
  }
}
