import { GraphQLInstant, GraphQLIsoDate } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import { ABlanc, CleIdempotence } from "../acces/arguments-d-ecriture.ts";
import type { Contexte } from "../contexte.ts";
import type { LigneDossier } from "../dossier/dossier.repository.ts";
import { Parcours } from "../dossier/dossier.type.ts";
import { estEnCours } from "../partage/fondement.rule.ts";
import { inviterAuCercle, mettreFinAuCercle } from "./cercle.action.ts";
import { InviterAuCercleInput, MembreCercle } from "./cercle.type.ts";
import { voirMembre } from "./membre-vu.ts";

@Resolver(() => Parcours)
export class CercleResolver {
  @FieldResolver(() => [MembreCercle], {
    description:
      "Le cercle de soins : à cet instant, ou tous ses membres, passés compris ; vide pour qui n'est ni de l'équipe ni du cercle.",
  })
  @Directive("@listSize(assumedSize: 10)")
  async cercle(
    @Root() dossier: LigneDossier,
    @Arg("le", () => GraphQLInstant, { nullable: true, description: "À cet instant." }) le: Date | null | undefined,
    @Ctx() contexte: Contexte,
  ): Promise<MembreCercle[]> {
    const membres = await contexte.loaders.membresByDossier.load(dossier.id);
    const voulus = membres.filter((membre) => !le || estEnCours(membre, le));
    return Promise.all(voulus.map((membre) => voirMembre(membre, dossier, contexte)));
  }

  @Mutation(() => Parcours, { description: "Un professionnel, une structure ou un proche entre au cercle de soins." })
  inviterAuCercle(
    @Arg("input", () => InviterAuCercleInput, { description: "Qui, à quel titre." }) input: InviterAuCercleInput,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneDossier> {
    return inviterAuCercle(contexte, input, { cle, aBlanc });
  }

  @Mutation(() => Parcours, { description: "Un membre quitte le cercle ; son passage reste écrit." })
  mettreFinAuCercle(
    @Arg("parcoursId", () => ID, { description: "Le dossier." }) parcoursId: string,
    @Arg("membreId", () => ID, { description: "Le membre." }) membreId: string,
    @Arg("le", () => GraphQLIsoDate, { description: "Aujourd'hui : aussitôt ; un autre jour : quand il commence." })
    le: string,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneDossier> {
    return mettreFinAuCercle(contexte, { parcoursId, membreId, le }, { cle, aBlanc });
  }
}
