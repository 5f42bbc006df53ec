import { appliquer } from "@coordination/rules";
import { exigerFirst } from "@coordination/server-kit";
import type { Eligibilite } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { PossibiliteDelegation } from "./besoin.type.ts";
import { ProfessionnelProche } from "./candidat.type.ts";
import { exigencesDuProfessionnel, horsDEquipe } from "./exigences-du-professionnel.rule.ts";
import { typeDuLieu } from "./type-du-lieu.ts";
import { voieDuTexte } from "./voie.ts";

/** Nearest first; among equals the order is fixed, and no need is known here to vary it. */
const GRAINE = "0";

@Resolver(() => PossibiliteDelegation)
export class PossibiliteResolver {
  @FieldResolver(() => [ProfessionnelProche], {
    description: "Qui exerce autour et pourrait réaliser l'acte, du plus proche au plus lointain.",
  })
  @Directive('@requires(fields: "professions savoirFaire codeInsee rayonKm cadres habilitations")')
  @Directive('@listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)')
  async professionnels(
    @Root() possibilite: PossibiliteDelegation,
    @Arg("first", () => Int, { defaultValue: 10, description: "Nombre de professionnels, de 1 à 100." }) first: number,
    @Ctx() { loaders, aujourdhui }: Contexte,
  ): Promise<ProfessionnelProche[]> {
    const { codeInsee, rayonKm } = possibilite;
    const { elements } = await loaders.proches.load({
      codeInsee,
      rayonKm,
      voies: [voieDuTexte(possibilite)],
      limite: exigerFirst(first),
      graine: GRAINE,
    });
    const regle = exigencesDuProfessionnel(possibilite);
    const juges = await Promise.all(
      elements.map(async (proche) => {
        const habilitations = await loaders.habilitationsByProfessionnel.load(proche.professionnelId);
        const eligibilite = appliquer(regle, { typeStructure: typeDuLieu(proche), habilitations, le: aujourdhui });
        return { situation: proche, distanceKm: proche.distanceKm, eligibilite: eligibilite as Eligibilite };
      }),
    );
    return juges.filter(({ eligibilite }) => eligibilite.verdict !== "NON" && !horsDEquipe(eligibilite));
  }
}
