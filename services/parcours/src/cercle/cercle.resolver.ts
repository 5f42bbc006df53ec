import { GraphQLInstant, GraphQLIsoDate } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import { ABlanc, CleIdempotence } from "../acces/arguments-d-ecriture.ts";
import type { Contexte } from "../contexte.ts";
import type { LigneDossier } from "../dossier/dossier.repository.ts";
import { Parcours } from "../dossier/dossier.type.ts";
import { estEnCours, fondementDuMembre } from "../partage/fondement.rule.ts";
import { inviterAuCercle, mettreFinAuCercle, objetDuProche } from "./cercle.action.ts";
import type { LigneMembre } from "./cercle.repository.ts";
import { InviterAuCercleInput, MembreCercle } from "./cercle.type.ts";

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
    const { loaders, maintenant } = contexte;
    const [membres, paroles] = await Promise.all([
      loaders.membresByDossier.load(dossier.id),
      loaders.consentementsByDossier.load(dossier.id),
    ]);
    const voulus = membres.filter((membre) => !le || estEnCours(membre, le));
    if (voulus.some(({ procheChiffre }) => procheChiffre !== null)) {
      const { id: dossierId, dacId, acces } = dossier;
      await loaders.trace.load({ dossierId, dacId, acces, objet: "ENTOURAGE" });
    }
    return voulus.map((membre) => ({
      ...membre,
      professionnel: membre.professionnelId === null ? null : { id: membre.professionnelId },
      structure: membre.structureId === null ? null : { id: membre.structureId },
      proche: nomDuProche(membre, contexte),
      fondement: fondementDuMembre(
        {
          soignant: membre.procheChiffre === null && estEnCours(membre, maintenant),
          membre: estEnCours(membre, maintenant),
        },
        paroles,
        {
          professionnelId: membre.professionnelId,
          structureIds: membre.structureId === null ? [] : [membre.structureId],
          equipeId: null,
        },
        maintenant,
      ),
    }));
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

const nomDuProche = ({ id, procheChiffre }: LigneMembre, { coffre }: Contexte): string | null =>
  procheChiffre === null ? null : (coffre.dechiffrer(objetDuProche(id), procheChiffre) as string);
