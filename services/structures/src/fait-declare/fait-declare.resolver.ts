import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { Structure } from "../structure/structure.type.ts";
import { FaitDeclare } from "./fait-declare.type.ts";

@Resolver(() => Structure)
export class FaitDeclareResolver {
  @FieldResolver(() => [FaitDeclare], {
    description:
      "Ce qui en a été déclaré, champ par champ : qui l'a dit, et quand. Une liste vide qui y figure a été dite vide ; celle qui n'y figure pas n'a été remplie par personne.",
  })
  @Directive("@listSize(assumedSize: 8)")
  faitsDeclares(@Root() { id }: Structure, @Ctx() { loaders }: Contexte): Promise<FaitDeclare[]> {
    return loaders.faitsDeclaresByStructure.load(id);
  }
}
