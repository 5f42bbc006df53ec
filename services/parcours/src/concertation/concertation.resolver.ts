import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { ABlanc, CleIdempotence } from "../acces/arguments-d-ecriture.ts";
import type { Contexte } from "../contexte.ts";
import type { LigneDossier } from "../dossier/dossier.repository.ts";
import { Parcours } from "../dossier/dossier.type.ts";
import { type ConcertationEcrite, enregistrerConcertation, objetDeLaConcertation } from "./concertation.action.ts";
import { Concertation, EnregistrerConcertationInput } from "./concertation.type.ts";

@Resolver(() => Parcours)
export class ConcertationResolver {
  @FieldResolver(() => [Concertation], {
    description: "Les concertations, la première d'abord ; vide pour qui n'est pas de l'équipe. Lire laisse une trace.",
  })
  @Directive("@listSize(assumedSize: 5)")
  async concertations(
    @Root() { id: dossierId, dacId, acces }: LigneDossier,
    @Ctx() { loaders, coffre }: Contexte,
  ): Promise<Concertation[]> {
    const lignes = await loaders.concertationsByDossier.load(dossierId);
    if (lignes.length > 0) await loaders.trace.load({ dossierId, dacId, acces, objet: "CONCERTATION" });
    return lignes.map(({ id, le, chiffre }) => ({
      id,
      le,
      ...(coffre.dechiffrer(objetDeLaConcertation(id), chiffre) as ConcertationEcrite),
    }));
  }

  @Mutation(() => Parcours, { description: "Enregistre une concertation autour de la personne." })
  enregistrerConcertation(
    @Arg("input", () => EnregistrerConcertationInput, { description: "La concertation." })
    input: EnregistrerConcertationInput,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneDossier> {
    return enregistrerConcertation(contexte, input, { cle, aBlanc });
  }
}
