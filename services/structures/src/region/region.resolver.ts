import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Contexte } from "../context.ts";
import { Region } from "./region.type.ts";

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => Region, { nullable: true, description: "Une région, par son code INSEE." })
  region(
    @Arg("code", () => ID, { description: "Code INSEE de la région." }) code: string,
    @Ctx() { loaders }: Contexte,
  ): Promise<Region | null> {
    return loaders.regionByCode.load(code);
  }
}
