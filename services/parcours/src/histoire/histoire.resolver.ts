import { introuvable } from "@coordination/server-kit";
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { Contexte } from "../contexte.ts";
import type { LigneDossier } from "../dossier/dossier.repository.ts";
import { resoudreParcours } from "../dossier/dossier.resolver.ts";
import { Parcours } from "../dossier/dossier.type.ts";
import { rolesSurLeDossier } from "../dossier/roles.rule.ts";
import type { LigneOrientation } from "../orientation/orientation.repository.ts";
import { Orientation } from "../orientation/orientation.type.ts";
import type { LigneEvenement } from "./histoire.repository.ts";
import { EvenementConnection, EvenementParcours, TraceAccesConnection } from "./histoire.type.ts";
import { pageDEvenements, pageDeTraces } from "./page-d-histoire.ts";

@Resolver(() => Parcours)
export class HistoireResolver {
  @FieldResolver(() => EvenementConnection, { description: "Ce qui est arrivé, du premier au dernier." })
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)')
  evenements(
    @Root() { id }: LigneDossier,
    @Arg("first", () => Int, { defaultValue: 50, description: "Nombre d'événements, de 1 à 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Curseur de la page précédente." }) after: string | null,
    @Ctx() contexte: Contexte,
  ): Promise<EvenementConnection> {
    return pageDEvenements(contexte, { dossierId: id, first, after });
  }

  @Query(() => TraceAccesConnection, {
    description: "Journal des accès : qui a vu quoi de ce dossier, quand et pourquoi. Pour son équipe.",
  })
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"])')
  async tracesAcces(
    @Arg("parcoursId", () => ID, { description: "Le dossier." }) parcoursId: string,
    @Arg("first", () => Int, { description: "Nombre de traces, de 1 à 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Curseur de la page précédente." }) after: string | null,
    @Ctx() contexte: Contexte,
  ): Promise<TraceAccesConnection> {
    const dossier = await resoudreParcours(parcoursId, contexte);
    const { acteur } = contexte;
    if (dossier === null || acteur === null || !rolesSurLeDossier(acteur, dossier).includes("EQUIPE")) {
      throw introuvable("parcoursId", "Ce dossier n'existe pas.");
    }
    return pageDeTraces(contexte, { dossierId: dossier.id, first, after });
  }
}

@Resolver(() => EvenementParcours)
export class EvenementResolver {
  @FieldResolver(() => Orientation, {
    nullable: true,
    description: "L'orientation dont il s'agit ; nulle quand il n'y en a pas, ou pas pour moi.",
  })
  orientation(
    @Root() { orientationId }: Pick<LigneEvenement, "orientationId">,
    @Ctx() { loaders }: Contexte,
  ): Promise<LigneOrientation | null> | null {
    return orientationId === null ? null : loaders.orientationById.load(orientationId);
  }
}
