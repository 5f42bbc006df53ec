import { Arg, Ctx, Directive, FieldResolver, ID, Int, Mutation, Resolver, Root } from "type-graphql";
import type { Contexte } from "../contexte.ts";
import { DestinataireInput } from "./orientation.input.ts";
import type { LigneOrientation } from "./orientation.repository.ts";
import { Orientation } from "./orientation.type.ts";
import { convertirAvis, reorienter } from "./suite.action.ts";

const CLE = { description: "Choisie par le client, de 8 à 200 caractères : la même demande n'est faite qu'une fois." };
const VERSION = { description: "La version de l'orientation, telle qu'on l'a lue." };
const DESTINATAIRES = { description: "Vingt au plus." };
const A_BLANC = { defaultValue: false, description: "Vrai : rien n'est écrit, et le verdict est le même." };

@Resolver(() => Orientation)
export class SuiteResolver {
  @Mutation(() => [Orientation], {
    description:
      "Réadresse le même besoin en une action, sans rien perdre de l'histoire ; le premier qui accepte l'emporte.",
  })
  @Directive("@cost(weight: 10)")
  @Directive("@listSize(assumedSize: 20)")
  reorienter(
    @Arg("orientationId", () => ID, { description: "Celle qui reste sans suite." }) orientationId: string,
    @Arg("version", () => Int, VERSION) version: number,
    @Arg("destinataires", () => [DestinataireInput], DESTINATAIRES) destinataires: DestinataireInput[],
    @Arg("cleIdempotence", () => ID, CLE) cle: string,
    @Arg("aBlanc", () => Boolean, A_BLANC) aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneOrientation[]> {
    return reorienter(contexte, { orientationId, version, destinataires }, { cle, aBlanc });
  }

  @Mutation(() => [Orientation], { description: "L'avis reçu devient une orientation pour une prise en charge." })
  @Directive("@cost(weight: 10)")
  @Directive("@listSize(assumedSize: 20)")
  convertirAvis(
    @Arg("orientationId", () => ID, { description: "L'avis d'expert, terminé." }) orientationId: string,
    @Arg("version", () => Int, VERSION) version: number,
    @Arg("destinataires", () => [DestinataireInput], DESTINATAIRES) destinataires: DestinataireInput[],
    @Arg("cleIdempotence", () => ID, CLE) cle: string,
    @Arg("aBlanc", () => Boolean, A_BLANC) aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneOrientation[]> {
    return convertirAvis(contexte, { orientationId, version, destinataires }, { cle, aBlanc });
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
