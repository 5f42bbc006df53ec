import { Args, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { ABlanc, CleIdempotence } from "../acces/arguments-d-ecriture.ts";
import type { Contexte } from "../contexte.ts";
import type { LigneOrientation } from "./orientation.repository.ts";
import { Orientation } from "./orientation.type.ts";
import { convertirAvis, reorienter } from "./suite.action.ts";
import { SuiteArgs } from "./suite.input.ts";

@Resolver(() => Orientation)
export class SuiteResolver {
  @Mutation(() => [Orientation], {
    description:
      "Réadresse le même besoin en une action, sans rien perdre de l'histoire ; le premier qui accepte l'emporte.",
  })
  @Directive("@cost(weight: 10)")
  @Directive("@listSize(assumedSize: 20)")
  reorienter(
    @Args(() => SuiteArgs) suite: SuiteArgs,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneOrientation[]> {
    return reorienter(contexte, { ...suite }, { cle, aBlanc });
  }

  @Mutation(() => [Orientation], { description: "L'avis reçu devient une orientation pour une prise en charge." })
  @Directive("@cost(weight: 10)")
  @Directive("@listSize(assumedSize: 20)")
  convertirAvis(
    @Args(() => SuiteArgs) suite: SuiteArgs,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneOrientation[]> {
    return convertirAvis(contexte, { ...suite }, { cle, aBlanc });
  }

  @FieldResolver(() => Orientation, {
    nullable: true,
    description: "Celle dont celle-ci est la suite ; nulle sans origine, et pour qui ne la voit pas.",
  })
  origine(
    @Root() { origineId }: LigneOrientation,
    @Ctx() { loaders }: Contexte,
  ): Promise<LigneOrientation | null> | null {
    return origineId === null ? null : loaders.orientationById.load(origineId);
  }

  @FieldResolver(() => [Orientation], { description: "Ce qui l'a suivie, parmi celles que je vois." })
  @Directive("@listSize(assumedSize: 3)")
  suites(@Root() { id }: LigneOrientation, @Ctx() { loaders }: Contexte): Promise<LigneOrientation[]> {
    return loaders.suitesByOrientation.load(id);
  }
}
