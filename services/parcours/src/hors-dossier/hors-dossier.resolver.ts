import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import { ABlanc, CleIdempotence } from "../acces/arguments-d-ecriture.ts";
import { Besoin } from "../besoin/besoin.type.ts";
import { montrerConsentement } from "../consentement/consentement.resolver.ts";
import { Consentement, RecueillirConsentementHorsDossierInput } from "../consentement/consentement.type.ts";
import type { Contexte } from "../contexte.ts";
import type { LigneTenue } from "../dossier/dossier.repository.ts";
import { HORS_DOSSIER } from "../dossier/etats.ts";
import type { UsagerDuDossier } from "../usager/usager.resolver.ts";
import { Usager } from "../usager/usager.type.ts";
import { recueillirHorsDossier, retirerHorsDossier } from "./consentir.action.ts";

/** What takes the place of a case for this need; null for a need of a case, simulated, or of someone else. */
async function horsDossierDe({ dossierId }: Besoin, { loaders }: Contexte): Promise<LigneTenue | null> {
  const tenue = dossierId === undefined ? null : await loaders.tenueById.load(dossierId);
  return tenue?.statut === HORS_DOSSIER ? tenue : null;
}

@Resolver(() => Besoin)
export class HorsDossierResolver {
  @FieldResolver(() => Usager, {
    nullable: true,
    description: "La personne d'un besoin hors dossier, pour qui le porte ; nulle pour un besoin de dossier ou simulé.",
  })
  async usager(@Root() besoin: Besoin, @Ctx() contexte: Contexte): Promise<UsagerDuDossier | null> {
    const tenue = await horsDossierDe(besoin, contexte);
    if (tenue === null) return null;
    const usager = await contexte.loaders.usagerById.load(tenue.usagerId);
    const { id: dossierId, dacId, acces } = tenue;
    return usager === null ? null : { ...usager, lecture: { dossierId, dacId, acces } };
  }

  @FieldResolver(() => [Consentement], {
    description:
      "Ce que la personne d'un besoin hors dossier a dit du partage, ce qui est retiré ou expiré compris ; vide pour un besoin de dossier, que son dossier porte, ou simulé.",
  })
  @Directive("@listSize(assumedSize: 5)")
  async consentements(@Root() besoin: Besoin, @Ctx() contexte: Contexte): Promise<Consentement[]> {
    const tenue = await horsDossierDe(besoin, contexte);
    if (tenue === null) return [];
    const lignes = await contexte.loaders.consentementsByDossier.load(tenue.id);
    return lignes.map((ligne) => montrerConsentement(ligne, contexte.maintenant));
  }

  @Mutation(() => Besoin, {
    description:
      "Recueille ce que la personne d'un besoin hors dossier, ou qui la représente, dit du partage de ce qui la concerne.",
  })
  recueillirConsentementHorsDossier(
    @Arg("input", () => RecueillirConsentementHorsDossierInput, { description: "Ce qui est dit." })
    input: RecueillirConsentementHorsDossierInput,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<Besoin> {
    return recueillirHorsDossier(contexte, input, { cle, aBlanc });
  }

  @Mutation(() => Besoin, {
    description: "Retire un consentement recueilli hors dossier : plus rien n'est dit de la personne sur lui.",
  })
  retirerConsentementHorsDossier(
    @Arg("besoinId", () => ID, { description: "Le besoin, hors dossier." }) besoinId: string,
    @Arg("consentementId", () => ID, { description: "Le consentement." }) consentementId: string,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<Besoin> {
    return retirerHorsDossier(contexte, { besoinId, consentementId }, { cle, aBlanc });
  }
}
