import { Arg, Ctx, Directive, ID, Int, Query, Resolver } from "type-graphql";
import type { Contexte } from "../contexte.ts";
import { DossierExporte } from "../dossier/dossier.type.ts";
import { TraceAccesConnection } from "../histoire/histoire.type.ts";
import { pageDeTraces } from "../histoire/page-d-histoire.ts";
import { copierHorsDossier, exigerPorte } from "./copier.action.ts";

const BESOIN = { description: "Le besoin, hors dossier." };

@Resolver()
export class CopieHorsDossierResolver {
  @Query(() => TraceAccesConnection, {
    description:
      "Journal des accès d'un besoin hors dossier : qui a vu quoi de la personne, quand et pourquoi. Pour qui le porte.",
  })
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"])')
  async tracesAccesHorsDossier(
    @Arg("besoinId", () => ID, BESOIN) besoinId: string,
    @Arg("first", () => Int, { description: "Nombre de traces, de 1 à 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Curseur de la page précédente." }) after: string | null,
    @Ctx() contexte: Contexte,
  ): Promise<TraceAccesConnection> {
    const { id: dossierId } = await exigerPorte(contexte, besoinId);
    return pageDeTraces(contexte, { dossierId, first, after });
  }

  @Query(() => DossierExporte, {
    description:
      "Copie lisible d'un besoin hors dossier, que son porteur remet à la personne (droit d'accès) ; laisse une trace.",
  })
  exporterHorsDossier(
    @Arg("besoinId", () => ID, BESOIN) besoinId: string,
    @Ctx() contexte: Contexte,
  ): Promise<DossierExporte> {
    return copierHorsDossier(contexte, besoinId);
  }
}
