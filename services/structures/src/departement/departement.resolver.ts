import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { Region } from "../region/region.type.ts";
import { Departement } from "./departement.type.ts";

@Resolver(() => Departement)
export class DepartementResolver {
  @Query(() => Departement, { nullable: true, description: "Un département, par son code." })
  departement(
    @Arg("code", () => ID, { description: "01 à 95, 2A, 2B, 971 à 988." }) code: string,
    @Ctx() { loaders }: Contexte,
  ): Promise<Departement | null> {
    return loaders.departementByCode.load(code);
  }

  @FieldResolver(() => Region, { description: "Sa région." })
  region(@Root() { codeRegion }: Departement, @Ctx() { loaders }: Contexte): Promise<Region | null> {
    return loaders.regionByCode.load(codeRegion);
  }
}
