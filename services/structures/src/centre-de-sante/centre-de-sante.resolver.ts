import { FieldResolver, Resolver } from "type-graphql";
import { CentreDeSante } from "./centre-de-sante.type.ts";
import { TARIFICATION_DES_CENTRES } from "./tarification.rule.ts";

@Resolver(() => CentreDeSante)
export class CentreDeSanteResolver {
  @FieldResolver(() => Boolean, { description: "Toujours vrai pour un centre de santé." })
  tiersPayant(): boolean {
    return TARIFICATION_DES_CENTRES.tiersPayant;
  }

  @FieldResolver(() => Boolean, { description: "Toujours faux pour un centre de santé." })
  depassementsHonoraires(): boolean {
    return TARIFICATION_DES_CENTRES.depassementsHonoraires;
  }
}
