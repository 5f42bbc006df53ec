import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Besoin } from "../besoin/besoin.type.ts";
import type { Contexte } from "../contexte.ts";
import type { LigneTenue } from "../dossier/dossier.repository.ts";
import { HORS_DOSSIER } from "../dossier/etats.ts";
import type { UsagerDuDossier } from "../usager/usager.resolver.ts";
import { Usager } from "../usager/usager.type.ts";

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
}
