import { Adresse, Position } from "@coordination/vocabulaire";
import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import { Commune } from "../commune/commune.type.ts";
import type { Contexte } from "../context.ts";
import { Structure } from "../structure/structure.type.ts";
import { Site } from "./site.type.ts";

@Resolver(() => Structure)
export class SitesResolver {
  @FieldResolver(() => [Site], {
    description: "Ses lieux, tels que déclarés ; vide quand personne ne les a déclarés.",
  })
  @Directive("@listSize(assumedSize: 3)")
  sites(@Root() { id }: Structure, @Ctx() { loaders }: Contexte): Promise<Site[]> {
    return loaders.sitesByStructure.load(id);
  }
}

@Resolver(() => Site)
export class SiteResolver {
  @FieldResolver(() => Adresse, { nullable: true, description: "Adresse postale." })
  async adresse(@Root() { lignes, codeInsee }: Site, @Ctx() { loaders }: Contexte): Promise<Adresse> {
    const commune = await loaders.communeByCode.load(codeInsee);
    const ville = commune?.nom ?? null;
    return { lignes, codePostal: commune?.codesPostaux[0] ?? null, ville, codeInsee, pays: "France" };
  }

  @FieldResolver(() => Commune, { nullable: true, description: "Sa commune." })
  commune(@Root() { codeInsee }: Site, @Ctx() { loaders }: Contexte): Promise<Commune | null> {
    return loaders.communeByCode.load(codeInsee);
  }

  @FieldResolver(() => Position, { nullable: true, description: "Le centre de sa commune." })
  async position(@Root() { codeInsee }: Site, @Ctx() { loaders }: Contexte): Promise<Position | null> {
    return (await loaders.communeByCode.load(codeInsee))?.position ?? null;
  }
}
