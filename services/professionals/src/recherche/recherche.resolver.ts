import { ProximiteInput, TriAnnuaire } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import type { LigneSituation } from "../situation/situation.repository.ts";
import { SituationExercice } from "../situation/situation.type.ts";
import { exigerCriteres } from "./criteres.ts";
import { trouverPage } from "./page.ts";
import { ProfessionnelFiltre } from "./professionnel-filtre.input.ts";
import { TOTAL_MAXIMUM } from "./recherche.repository.ts";
import { ProfessionnelConnection, ProfessionnelEdge } from "./recherche.type.ts";

@Resolver(() => ProfessionnelConnection)
export class RechercheResolver {
  @Query(() => ProfessionnelConnection, {
    description: "Une seule requête pour nom, profession, savoir-faire, lieu et distance. `first` vaut 100 au plus.",
  })
  @Directive("@cost(weight: 5)")
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"])')
  professionnels(
    @Arg("recherche", () => String, {
      nullable: true,
      description: "Nom et prénom, ou leurs débuts ; sans accents ni casse.",
    })
    recherche: string | null,
    @Arg("filtre", () => ProfessionnelFiltre, { nullable: true, description: "Ce que doit être l'activité." })
    filtre: ProfessionnelFiltre | null,
    @Arg("proximite", () => ProximiteInput, { nullable: true, description: "Autour d'une commune ou d'un point." })
    proximite: ProximiteInput | null,
    @Arg("tri", () => TriAnnuaire, {
      defaultValue: "PERTINENCE",
      description: "PERTINENCE : ressemblance du nom, puis distance, puis nom. DISTANCE demande une proximité.",
    })
    tri: TriAnnuaire,
    @Arg("first", () => Int, { description: "Nombre de personnes, de 1 à 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Curseur de la page précédente." }) after: string | null,
    @Ctx() session: Contexte,
  ): Promise<ProfessionnelConnection> {
    return trouverPage(session, exigerCriteres({ recherche, filtre, proximite, tri }), { first, after: after ?? null });
  }

  @FieldResolver(() => Int, { description: "Nombre de personnes, plafonné à 10 000." })
  async totalCount(@Root() { compter }: ProfessionnelConnection): Promise<number> {
    return Math.min(await compter(), TOTAL_MAXIMUM);
  }

  @FieldResolver(() => Boolean, { description: "Faux quand le total est plafonné." })
  async totalExact(@Root() { compter }: ProfessionnelConnection): Promise<boolean> {
    return (await compter()) <= TOTAL_MAXIMUM;
  }
}

@Resolver(() => ProfessionnelEdge)
export class ProfessionnelEdgeResolver {
  @FieldResolver(() => SituationExercice, {
    nullable: true,
    description: "L'activité qui répond le mieux à la recherche.",
  })
  situation(@Root() { situationId }: ProfessionnelEdge, @Ctx() { loaders }: Contexte): Promise<LigneSituation | null> {
    return loaders.situationById.load(situationId);
  }
}
