import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { Delegation as VersionDelegation } from "../catalogue/delegation.ts";
import type { Contexte } from "../context.ts";
import { Delegation } from "./delegation.type.ts";
import { PublierDelegationInput } from "./publication.input.ts";
import { publierDelegation } from "./publier.action.ts";

@Resolver(() => Delegation)
export class PublicationResolver {
  @Mutation(() => Delegation, {
    description:
      "Ajoute une version datée au catalogue, par une agence ; une version publiée ne change plus, et la précédente prend fin la veille si elle ne disait pas sa fin.",
  })
  async publierDelegation(
    @Arg("input", () => PublierDelegationInput, { description: "La version." }) input: PublierDelegationInput,
    @Arg("cleIdempotence", () => ID, {
      description: "Choisie par le client, de 8 à 200 caractères : la même demande n'est faite qu'une fois.",
    })
    cleIdempotence: string,
    @Ctx() contexte: Contexte,
  ): Promise<VersionDelegation | null> {
    const { code, version } = await publierDelegation(contexte, input, cleIdempotence);
    const { delegations } = await contexte.loaders.relireCatalogue();
    return delegations.find((delegation) => delegation.code === code && delegation.version === version) ?? null;
  }
}
