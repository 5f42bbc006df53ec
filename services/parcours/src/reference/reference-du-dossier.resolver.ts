import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import { ABlanc, CleIdempotence } from "../acces/arguments-d-ecriture.ts";
import type { Contexte } from "../contexte.ts";
import type { LigneDossier } from "../dossier/dossier.repository.ts";
import { Parcours } from "../dossier/dossier.type.ts";
import { poserReferencesDuParcours } from "./poser-du-dossier.action.ts";
import { ReferenceExterne, ReferenceExterneInput } from "./reference.type.ts";

@Resolver(() => Parcours)
export class ReferenceDuDossierResolver {
  @Mutation(() => Parcours, {
    description:
      "Donne à un dossier les numéros de mon logiciel, que je sois de son équipe ou que je l'aie demandé ; les redonner ne change rien. Un numéro ne désigne qu'un dossier.",
  })
  poserReferencesDuParcours(
    @Arg("parcoursId", () => ID, { description: "Le dossier." }) parcoursId: string,
    @Arg("referencesExternes", () => [ReferenceExterneInput], { description: "Dix au plus." })
    referencesExternes: ReferenceExterneInput[],
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneDossier> {
    return poserReferencesDuParcours(contexte, { parcoursId, referencesExternes }, { cle, aBlanc });
  }

  @FieldResolver(() => [ReferenceExterne], {
    description: "Les numéros des logiciels de mon côté : ceux de l'équipe pour elle, du demandeur pour lui.",
  })
  @Directive("@listSize(assumedSize: 2)")
  referencesExternes(@Root() { id }: LigneDossier, @Ctx() { loaders }: Contexte): Promise<ReferenceExterne[]> {
    return loaders.referencesByDossier.load(id);
  }
}
