import { exigerPortee } from "@coordination/server-kit";
import { lireEnTantQue, PORTEE_LIRE } from "../acces/session.ts";
import { findBesoinsByDossiers } from "../besoin/besoin-du-dossier.repository.ts";
import { besoinIntrouvable } from "../besoin/besoin-vu.ts";
import type { Contexte } from "../contexte.ts";
import { estIdentifiant } from "../dossier/agir.ts";
import { type Copie, copierConsentements, copierPersonne, remettreLaCopie } from "../dossier/copie.ts";
import type { LigneTenue } from "../dossier/dossier.repository.ts";
import { HORS_DOSSIER } from "../dossier/etats.ts";
import { rolesSurLeDossier } from "../dossier/roles.rule.ts";
import { findOrientationsByBesoins } from "../orientation/orientation.repository.ts";
import { findUsagersByIds } from "../usager/usager.repository.ts";

/**
 * What takes the place of a case for this need, for who holds it.
 * @throws UNAUTHENTICATED, FORBIDDEN; NOT_FOUND at `besoinId` for a need of a case, simulated, or of someone else
 */
export async function exigerPorte(
  { acteur, loaders }: Pick<Contexte, "acteur" | "loaders">,
  besoinId: string,
): Promise<LigneTenue> {
  const lecteur = exigerPortee(acteur, PORTEE_LIRE);
  const besoin = estIdentifiant(besoinId) ? await loaders.besoinById.load(besoinId) : null;
  const tenue = besoin === null ? null : await loaders.tenueById.load(besoin.dossierId);
  if (tenue?.statut !== HORS_DOSSIER || !rolesSurLeDossier(lecteur, tenue).includes("PORTEUR"))
    throw besoinIntrouvable("besoinId");
  return tenue;
}

/** All that a need without a case says, in one readable text, for its holder to hand to the person. Throws as `exigerPorte`. */
export async function copierHorsDossier(contexte: Contexte, besoinId: string): Promise<Copie> {
  const tenue = await exigerPorte(contexte, besoinId);
  const { database, acteur, coffre, maintenant } = contexte;
  return lireEnTantQue(database, acteur, async (tx, lecteur) => {
    const [usager] = await findUsagersByIds(tx, [tenue.usagerId]);
    if (usager === undefined) throw besoinIntrouvable("besoinId");
    const besoins = await findBesoinsByDossiers(tx, [tenue.id]);
    const contenu = {
      personne: copierPersonne(coffre, usager),
      besoins,
      orientations: await findOrientationsByBesoins(
        tx,
        besoins.map(({ id }) => id),
      ),
      consentements: await copierConsentements(tx, tenue.id, maintenant),
    };
    return remettreLaCopie(tx, { lecteur, tenue, objet: "BESOIN", maintenant }, contenu);
  });
}
