import { Completude } from "@coordination/vocabulaire";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { Structure } from "../structure/structure.type.ts";
import { completude } from "./completude.rule.ts";

@Resolver(() => Structure)
export class CompletudeResolver {
  @FieldResolver(() => Completude, {
    description: "Part des champs attendus d'un annuaire, selon le type, qui sont renseignés, et ce qui manque.",
  })
  async completude(@Root() { id, type }: Structure, @Ctx() { loaders }: Contexte): Promise<Completude> {
    const faits = await loaders.faitsByStructure.load(id);
    return faits === null ? { score: 0, manquants: [] } : completude(type, faits);
  }
}
