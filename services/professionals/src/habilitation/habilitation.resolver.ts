import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { CLE_IDEMPOTENCE } from "../declaration/cle-idempotence.ts";
import type { LigneProfessionnel } from "../professionnel/professionnel.repository.ts";
import { Professionnel } from "../professionnel/professionnel.type.ts";
import { declarerHabilitation } from "./declarer-habilitation.action.ts";
import { DeclarerHabilitationInput } from "./declarer-habilitation.input.ts";
import { enVigueurLe } from "./en-vigueur.ts";
import { Habilitation } from "./habilitation.type.ts";
import { decrireHabilitation } from "./libelle-habilitation.ts";

@Resolver(() => Professionnel)
export class HabilitationResolver {
  @Mutation(() => Professionnel, {
    description: "Formation ou déclaration qui autorise un acte (vaccination, TROD, spirométrie…) : datée et sourcée.",
  })
  async declarerHabilitation(
    @Arg("input", () => DeclarerHabilitationInput, { description: "La déclaration." })
    input: DeclarerHabilitationInput,
    @Arg("cleIdempotence", () => ID, CLE_IDEMPOTENCE) cleIdempotence: string,
    @Ctx() contexte: Contexte,
  ): Promise<LigneProfessionnel | null> {
    return contexte.loaders.professionnelById.load(await declarerHabilitation(contexte, input, cleIdempotence));
  }

  @FieldResolver(() => [Habilitation], {
    description: "Formations et déclarations qui autorisent un acte, en vigueur à cette date.",
  })
  @Directive("@listSize(assumedSize: 5)")
  async habilitations(
    @Root() { id }: LigneProfessionnel,
    @Arg("le", () => GraphQLIsoDate, { nullable: true, description: "Aujourd'hui par défaut." }) le: string | null,
    @Ctx() { loaders, aujourdhui }: Contexte,
  ): Promise<Habilitation[]> {
    const declarees = await loaders.habilitationsByProfessionnel.load(id);
    return declarees.filter((habilitation) => enVigueurLe(habilitation, le ?? aujourdhui)).map(decrireHabilitation);
  }
}
