import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import { ABlanc, CleIdempotence } from "../acces/arguments-d-ecriture.ts";
import type { Contexte } from "../contexte.ts";
import type { LigneDossier } from "../dossier/dossier.repository.ts";
import { montrerActeur } from "../dossier/dossier.resolver.ts";
import { Parcours } from "../dossier/dossier.type.ts";
import { montrerDestinataire } from "../orientation/montrer-destinataire.ts";
import { estExpire } from "../partage/fondement.rule.ts";
import type { LigneConsentement } from "./consentement.repository.ts";
import { Consentement, RecueillirConsentementInput } from "./consentement.type.ts";
import { recueillirConsentement, retirerConsentement } from "./consentir.action.ts";

/** What was said, as the API shows it at this instant. */
export const montrerConsentement = (
  { recueilliPar, destinataires, ...ligne }: LigneConsentement,
  maintenant: Date,
): Consentement => ({
  ...ligne,
  statut: estExpire(ligne, maintenant) ? "EXPIRE" : ligne.statut,
  recueilliPar: montrerActeur(recueilliPar),
  destinataires: destinataires.map(montrerDestinataire),
});

@Resolver(() => Parcours)
export class ConsentementResolver {
  @FieldResolver(() => [Consentement], {
    description:
      "Ce que la personne a dit du partage, ce qui est retiré ou expiré compris ; vide pour qui n'est ni de l'équipe ni du cercle.",
  })
  @Directive("@listSize(assumedSize: 5)")
  async consentements(@Root() { id }: LigneDossier, @Ctx() { loaders, maintenant }: Contexte): Promise<Consentement[]> {
    const lignes = await loaders.consentementsByDossier.load(id);
    return lignes.map((ligne) => montrerConsentement(ligne, maintenant));
  }

  @Mutation(() => Parcours, {
    description: "Recueille ce que la personne, ou qui la représente, dit du partage de ce qui la concerne.",
  })
  recueillirConsentement(
    @Arg("input", () => RecueillirConsentementInput, { description: "Ce qui est dit." })
    input: RecueillirConsentementInput,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneDossier> {
    return recueillirConsentement(contexte, input, { cle, aBlanc });
  }

  @Mutation(() => Parcours, { description: "Retire un consentement : plus rien n'est dit de la personne sur lui." })
  retirerConsentement(
    @Arg("parcoursId", () => ID, { description: "Le dossier." }) parcoursId: string,
    @Arg("consentementId", () => ID, { description: "Le consentement." }) consentementId: string,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneDossier> {
    return retirerConsentement(contexte, { parcoursId, consentementId }, { cle, aBlanc });
  }
}
