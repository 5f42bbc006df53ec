import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { Structure } from "../structure/structure.type.ts";
import { Predecesseur } from "./predecesseur.type.ts";

@Resolver(() => Structure)
export class PredecesseurResolver {
  @FieldResolver(() => [Predecesseur], {
    description: "Les dispositifs dont elle est née, tels que déclarés ; un DAC vient de MAIA, PTA, réseaux ou CTA.",
  })
  @Directive("@listSize(assumedSize: 2)")
  predecesseurs(@Root() { id }: Structure, @Ctx() { loaders }: Contexte): Promise<Predecesseur[]> {
    return loaders.predecesseursByStructure.load(id);
  }
}
