import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import { compterEffectifs } from "../adhesion/membres-declares.ts";
import type { Contexte } from "../context.ts";
import { ProfilActivite, TypeGestionnaire } from "../enums.type.ts";
import { Avertissement, CentreDeSante } from "./centre-de-sante.type.ts";
import { avertissementsDuCentre } from "./soutien-ars.rule.ts";
import { TARIFICATION_DES_CENTRES } from "./tarification.rule.ts";

@Resolver(() => CentreDeSante)
export class CentreDeSanteResolver {
  @FieldResolver(() => TypeGestionnaire, {
    nullable: true,
    description: "Qui le gère, sans but lucratif quel qu'il soit ; nul quand personne ne l'a déclaré.",
  })
  async gestionnaire(@Root() { id }: CentreDeSante, @Ctx() { loaders }: Contexte): Promise<TypeGestionnaire | null> {
    return (await loaders.centreByStructure.load(id))?.gestionnaire ?? null;
  }

  @FieldResolver(() => ProfilActivite, {
    nullable: true,
    description: "Infirmier, dentaire, médical ou polyvalent ; nul quand personne ne l'a déclaré.",
  })
  async profilActivite(@Root() { id }: CentreDeSante, @Ctx() { loaders }: Contexte): Promise<ProfilActivite | null> {
    return (await loaders.centreByStructure.load(id))?.profilActivite ?? null;
  }

  @FieldResolver(() => Boolean, { description: "Toujours vrai pour un centre de santé." })
  tiersPayant(): boolean {
    return TARIFICATION_DES_CENTRES.tiersPayant;
  }

  @FieldResolver(() => Boolean, { description: "Toujours faux pour un centre de santé." })
  depassementsHonoraires(): boolean {
    return TARIFICATION_DES_CENTRES.depassementsHonoraires;
  }

  @Directive("@listSize(assumedSize: 3)")
  @FieldResolver(() => [Avertissement], {
    description:
      "Par exemple : soutien de l'ARS improbable quand un seul professionnel y travaille. Un avertissement n'est pas un verdict.",
  })
  @Directive('@requires(fields: "effectifs { profession nombre }")')
  avertissements(@Root() { effectifs }: CentreDeSante): Avertissement[] {
    const professionnels = compterEffectifs(effectifs)?.professionnelsDeSante ?? 0;
    return avertissementsDuCentre({ professionnels: professionnels === 0 ? null : professionnels });
  }
}
