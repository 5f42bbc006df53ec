import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { Contexte } from "../context.ts";
import { CLE_IDEMPOTENCE } from "../declaration/cle-idempotence.ts";
import type { LigneSituation } from "../situation/situation.repository.ts";
import { SituationExercice } from "../situation/situation.type.ts";
import { declarerDisponibilite } from "./declarer-disponibilite.action.ts";
import { DeclarerDisponibiliteInput } from "./declarer-disponibilite.input.ts";

@Resolver()
export class DisponibiliteResolver {
  @Mutation(() => SituationExercice, {
    description:
      "Déclare ce qu'un professionnel (ou la CPTS pour lui) peut offrir ; daté, sourcé, et périmé à son échéance.",
  })
  async declarerDisponibilite(
    @Arg("input", () => DeclarerDisponibiliteInput, { description: "La déclaration." })
    input: DeclarerDisponibiliteInput,
    @Arg("cleIdempotence", () => ID, CLE_IDEMPOTENCE) cleIdempotence: string,
    @Ctx() contexte: Contexte,
  ): Promise<LigneSituation | null> {
    const id = await declarerDisponibilite(contexte, input, cleIdempotence);
    return contexte.loaders.situationById.load(id);
  }
}
