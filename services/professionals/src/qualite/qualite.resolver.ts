import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { CLE_IDEMPOTENCE } from "../declaration/cle-idempotence.ts";
import { enVigueurLe } from "../habilitation/en-vigueur.ts";
import type { LigneProfessionnel } from "../professionnel/professionnel.repository.ts";
import { Professionnel } from "../professionnel/professionnel.type.ts";
import { declarerQualite } from "./declarer-qualite.action.ts";
import { DeclarerQualiteInput } from "./declarer-qualite.input.ts";
import { Qualite } from "./qualite.type.ts";

@Resolver(() => Professionnel)
export class QualiteResolver {
  @Mutation(() => Professionnel, {
    description: "Déclare une qualité : maître de stage, correspondant du SAMU, expert de télé-expertise…",
  })
  async declarerQualite(
    @Arg("input", () => DeclarerQualiteInput, { description: "La déclaration." }) input: DeclarerQualiteInput,
    @Arg("cleIdempotence", () => ID, CLE_IDEMPOTENCE) cleIdempotence: string,
    @Ctx() contexte: Contexte,
  ): Promise<LigneProfessionnel | null> {
    return contexte.loaders.professionnelById.load(await declarerQualite(contexte, input, cleIdempotence));
  }

  @FieldResolver(() => [Qualite], {
    description:
      "Maître de stage, correspondant du SAMU, expert de télé-expertise, équipe ASALEE… : déclarées, en vigueur à cette date.",
  })
  @Directive("@listSize(assumedSize: 3)")
  async qualites(
    @Root() { id }: LigneProfessionnel,
    @Arg("le", () => GraphQLIsoDate, { nullable: true, description: "Aujourd'hui par défaut." }) le: string | null,
    @Ctx() { loaders, aujourdhui }: Contexte,
  ): Promise<Qualite[]> {
    const declarees = await loaders.qualitesByProfessionnel.load(id);
    return declarees.filter((qualite) => enVigueurLe(qualite, le ?? aujourdhui));
  }
}
