import { Verdict } from "@coordination/vocabulaire";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { Label } from "../enums.type.ts";
import { Structure } from "../structure/structure.type.ts";
import { aLeLabel } from "./label.rule.ts";

@Resolver(() => Structure)
export class LabelResolver {
  @FieldResolver(() => [Label], { description: "Les labels qu'une agence lui a accordés et qui sont en cours." })
  async labels(@Root() { id }: Structure, @Ctx() { loaders, aujourdhui }: Contexte): Promise<Label[]> {
    const decisions = await loaders.labelsByStructure.load(id);
    return Object.values(Label).filter((label) => aLeLabel(label, decisions, aujourdhui) === "OUI");
  }

  @FieldResolver(() => Verdict, {
    description: "Maison, centre ou cabinet universitaire ; INCONNU quand aucune agence ne l'a dit.",
  })
  async universitaire(@Root() { id }: Structure, @Ctx() { loaders, aujourdhui }: Contexte): Promise<Verdict> {
    return aLeLabel("UNIVERSITAIRE", await loaders.labelsByStructure.load(id), aujourdhui);
  }
}
