import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { CLE_IDEMPOTENCE } from "../declaration/cle-idempotence.ts";
import { enVigueurLe } from "../habilitation/en-vigueur.ts";
import type { LigneProfessionnel } from "../professionnel/professionnel.repository.ts";
import { Professionnel } from "../professionnel/professionnel.type.ts";
import { declarerCompetence } from "./declarer-competence.action.ts";
import { DeclarerCompetenceInput } from "./declarer-competence.input.ts";

@Resolver(() => Professionnel)
export class CompetenceResolver {
  @Mutation(() => Professionnel, {
    description: "Déclare une compétence formée qui n'est pas une spécialité (spirométrie, plaies complexes…).",
  })
  async declarerCompetence(
    @Arg("input", () => DeclarerCompetenceInput, { description: "La déclaration." }) input: DeclarerCompetenceInput,
    @Arg("cleIdempotence", () => ID, CLE_IDEMPOTENCE) cleIdempotence: string,
    @Ctx() contexte: Contexte,
  ): Promise<LigneProfessionnel | null> {
    return contexte.loaders.professionnelById.load(await declarerCompetence(contexte, input, cleIdempotence));
  }

  @FieldResolver(() => [String], {
    description:
      "Compétences formées qui ne sont pas des spécialités (spirométrie, plaies complexes, réhabilitation respiratoire…).",
  })
  @Directive("@listSize(assumedSize: 3)")
  async competences(@Root() { id }: LigneProfessionnel, @Ctx() { loaders, aujourdhui }: Contexte): Promise<string[]> {
    const declarees = await loaders.competencesByProfessionnel.load(id);
    const enCours = declarees.filter((competence) => enVigueurLe(competence, aujourdhui));
    return [...new Set(enCours.map(({ libelle }) => libelle))];
  }
}
