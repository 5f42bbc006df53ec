import { Arg, Ctx, Directive, ID, Mutation, Query, Resolver } from "type-graphql";
import { ABlanc, CleIdempotence } from "../acces/arguments-d-ecriture.ts";
import type { Contexte } from "../contexte.ts";
import { ajusterDelais, lireDelais } from "./ajuster.action.ts";
import { DelaiDeReponse, DelaiDeReponseInput } from "./delais.type.ts";

@Resolver()
export class DelaisResolver {
  @Query(() => [DelaiDeReponse], {
    description: "Combien de temps ont, selon l'urgence, les destinataires de ce qu'un DAC envoie.",
  })
  @Directive("@listSize(assumedSize: 4)")
  delaisDeReponse(
    @Arg("dacId", () => ID, { description: "Le DAC." }) dacId: string,
    @Ctx() contexte: Contexte,
  ): Promise<DelaiDeReponse[]> {
    return lireDelais(contexte, dacId);
  }

  @Mutation(() => [DelaiDeReponse], {
    description:
      "Un DAC fixe ses délais de réponse, dans les bornes de la table (docs/parcours.md), pour ce qu'il enverra ; ce qui est envoyé garde le sien.",
  })
  @Directive("@listSize(assumedSize: 4)")
  ajusterDelais(
    @Arg("dacId", () => ID, { description: "Le DAC pour lequel on agit." }) dacId: string,
    @Arg("delais", () => [DelaiDeReponseInput], { description: "Ceux qui changent, un par urgence." })
    delais: DelaiDeReponseInput[],
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<DelaiDeReponse[]> {
    return ajusterDelais(contexte, { dacId, delais }, { cle, aBlanc });
  }
}
