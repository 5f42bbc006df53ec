import { Verdict } from "@coordination/vocabulaire";
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { relireStructure } from "../declaration/relire.ts";
import { Label } from "../enums.type.ts";
import { Structure } from "../structure/structure.type.ts";
import { enregistrerLabellisation } from "./enregistrer-labellisation.action.ts";
import { aLeLabel } from "./label.rule.ts";
import { EnregistrerLabellisationInput } from "./labellisation.input.ts";

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

  @Mutation(() => Structure, {
    description:
      "La décision d'une agence sur la labellisation d'une MSP, ou sur un label (universitaire, cabinet de montagne). Profil « agence ».",
  })
  async enregistrerLabellisation(
    @Arg("input", () => EnregistrerLabellisationInput, { description: "La décision." })
    input: EnregistrerLabellisationInput,
    @Arg("cleIdempotence", () => ID, {
      description: "Choisie par le client : la même demande n'est faite qu'une fois.",
    })
    cle: string,
    @Ctx() contexte: Contexte,
  ): Promise<Structure> {
    return relireStructure(await enregistrerLabellisation(contexte, input, cle), contexte);
  }
}
