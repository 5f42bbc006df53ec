import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { Contexte } from "../context.ts";
import { enregistrerSeuil } from "./enregistrer-seuil.action.ts";
import { EnregistrerSeuilRegionalInput } from "./seuil-regional.input.ts";
import { SeuilRegional } from "./seuil-regional.type.ts";

@Resolver()
export class SeuilRegionalResolver {
  @Mutation(() => SeuilRegional, {
    description:
      "Ce qu'une région demande de plus que le minimum national (médecins et paramédicaux d'une MSP) ; moins est refusé. Profil « agence ».",
  })
  enregistrerSeuilRegional(
    @Arg("input", () => EnregistrerSeuilRegionalInput, { description: "Le seuil." })
    input: EnregistrerSeuilRegionalInput,
    @Arg("cleIdempotence", () => ID, {
      description: "Choisie par le client : la même demande n'est faite qu'une fois.",
    })
    cle: string,
    @Ctx() contexte: Contexte,
  ): Promise<SeuilRegional> {
    return enregistrerSeuil(contexte, input, cle);
  }
}
