import { decoderCurseur, empreinteDeRequete, enPage, exigerFirst } from "@coordination/server-kit";
import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, ID, Int, Query, Resolver } from "type-graphql";
import type { Delegation as VersionDelegation } from "../catalogue/delegation.ts";
import { delegationsEnVigueur, versionAuJour } from "../catalogue/versions.ts";
import type { Contexte } from "../context.ts";
import { Delegation } from "./delegation.type.ts";
import { DelegationConnection } from "./delegation-connection.type.ts";
import { DelegationFiltre } from "./delegation-filtre.input.ts";
import { exigerFiltre, filtrer } from "./filtrer.ts";

@Resolver(() => Delegation)
export class RechercheResolver {
  @Query(() => Delegation, {
    nullable: true,
    description:
      "Une délégation par son code, dans sa version en vigueur ; à défaut la dernière appliquée, sinon la première à venir.",
  })
  delegation(
    @Arg("code", () => ID, { description: "Code de la délégation." }) code: string,
    @Ctx() contexte: Contexte,
  ): Promise<VersionDelegation | null> {
    return resoudreDelegation({ code }, contexte);
  }

  @Query(() => DelegationConnection, {
    description: "Le catalogue, lisible par tous, par code ; `enVigueurLe` vaut aujourd'hui par défaut.",
  })
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"])')
  async delegations(
    @Arg("filtre", () => DelegationFiltre, { nullable: true, description: "Ce que l'on cherche." })
    filtre: DelegationFiltre | null,
    @Arg("enVigueurLe", () => GraphQLIsoDate, { nullable: true, description: "Le catalogue de ce jour-là." })
    enVigueurLe: string | null,
    @Arg("first", () => Int, { description: "Nombre de délégations, de 1 à 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Curseur de la page précédente." }) after: string | null,
    @Ctx() { loaders, aujourdhui }: Contexte,
  ): Promise<DelegationConnection> {
    exigerFirst(first);
    const empreinte = empreinteDeRequete({ delegations: filtre, enVigueurLe });
    const [apres = ""] = decoderCurseur(after, empreinte) ?? [];
    const catalogue = await loaders.catalogue();
    exigerFiltre(filtre ?? {}, catalogue);
    const trouvees = filtrer(delegationsEnVigueur(catalogue.delegations, enVigueurLe ?? aujourdhui), filtre ?? {});
    const suivantes = trouvees.filter(({ code }) => code > String(apres)).slice(0, first + 1);
    const page = enPage(suivantes, { first, after, empreinte, cles: ({ code }) => [code] });
    return { ...page, totalCount: trouvees.length };
  }
}

/** A delegation by its code, in the version to read today; null when the catalogue has none. */
export async function resoudreDelegation(
  { code }: Readonly<Record<string, unknown>>,
  { loaders, aujourdhui }: Contexte,
): Promise<VersionDelegation | null> {
  const { delegations } = await loaders.catalogue();
  const version = versionAuJour(
    delegations.filter((delegation) => delegation.code === code),
    aujourdhui,
  );
  return version === null ? null : { ...version };
}
