import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { Contexte } from "../context.ts";
import { relireStructure } from "../declaration/relire.ts";
import { Structure } from "../structure/structure.type.ts";
import { EnregistrerAciInput } from "./aci.input.ts";
import { enregistrerAci } from "./enregistrer-aci.action.ts";

@Resolver()
export class AciResolver {
  @Mutation(() => Structure, {
    description: "L'accord conventionnel signé par une MSP ou une CPTS : un constat daté et sourcé. Profil « agence ».",
  })
  async enregistrerAci(
    @Arg("input", () => EnregistrerAciInput, { description: "La signature." }) input: EnregistrerAciInput,
    @Arg("cleIdempotence", () => ID, {
      description: "Choisie par le client : la même demande n'est faite qu'une fois.",
    })
    cle: string,
    @Ctx() contexte: Contexte,
  ): Promise<Structure> {
    return relireStructure(await enregistrerAci(contexte, input, cle), contexte);
  }
}
