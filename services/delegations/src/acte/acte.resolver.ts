import { exigerFirst } from "@coordination/server-kit";
import { Arg, Ctx, Directive, Int, Query, Resolver } from "type-graphql";
import type { Acte as ActeDuCatalogue } from "../catalogue/delegation.ts";
import { exigerRecherche } from "../catalogue/recherche.ts";
import { rechercherActes } from "../catalogue/recherche-actes.ts";
import type { Contexte } from "../context.ts";
import { Acte } from "./acte.type.ts";

@Resolver(() => Acte)
export class ActeResolver {
  @Query(() => [Acte], {
    description: "Les actes du catalogue, par leur nom ou les mots que l'on dit (« mal de gorge », « lunettes »…).",
  })
  @Directive('@listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)')
  async actes(
    @Arg("recherche", () => String, {
      nullable: true,
      description: "Quelques mots, ou leurs débuts ; sans accents ni casse. Sans elle, tous les actes, par libellé.",
    })
    recherche: string | null,
    @Arg("first", () => Int, { defaultValue: 20, description: "Nombre d'actes, de 1 à 100." }) first: number,
    @Ctx() { loaders }: Contexte,
  ): Promise<ActeDuCatalogue[]> {
    exigerFirst(first);
    const mots = exigerRecherche("recherche", recherche);
    const { actes } = await loaders.catalogue();
    return rechercherActes(actes, mots).slice(0, first);
  }
}

/** An act by its code; null when the catalogue has none. */
export async function resoudreActe(
  { code }: Readonly<Record<string, unknown>>,
  { loaders }: Contexte,
): Promise<ActeDuCatalogue | null> {
  const { actes } = await loaders.catalogue();
  const acte = actes.find((autre) => autre.code === code);
  return acte === undefined ? null : { ...acte };
}
