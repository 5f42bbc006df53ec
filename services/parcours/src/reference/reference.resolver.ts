import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import { ABlanc, CleIdempotence } from "../acces/arguments-d-ecriture.ts";
import type { Contexte } from "../contexte.ts";
import type { LigneOrientation } from "../orientation/orientation.repository.ts";
import { Orientation } from "../orientation/orientation.type.ts";
import { poserReferencesExternes } from "./poser.action.ts";
import { ReferenceExterne, ReferenceExterneInput } from "./reference.type.ts";

@Resolver(() => Orientation)
export class ReferenceResolver {
  @Mutation(() => Orientation, {
    description:
      "Donne à une orientation les numéros de mon logiciel, que je l'aie émise ou reçue ; les redonner ne change rien. Un numéro ne désigne qu'une orientation reçue, ou qu'un envoi.",
  })
  poserReferencesExternes(
    @Arg("orientationId", () => ID, { description: "L'orientation." }) orientationId: string,
    @Arg("referencesExternes", () => [ReferenceExterneInput], { description: "Dix au plus." })
    referencesExternes: ReferenceExterneInput[],
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneOrientation> {
    return poserReferencesExternes(contexte, { orientationId, referencesExternes }, { cle, aBlanc });
  }

  @FieldResolver(() => [ReferenceExterne], {
    description:
      "Les numéros des logiciels de mon côté : ceux de l'émetteur pour l'émetteur, du destinataire pour lui.",
  })
  @Directive("@listSize(assumedSize: 2)")
  referencesExternes(@Root() { id }: LigneOrientation, @Ctx() { loaders }: Contexte): Promise<ReferenceExterne[]> {
    return loaders.referencesByOrientation.load(id);
  }
}
