import { randomUUID } from "node:crypto";
import type { Sql } from "@coordination/database";
import { introuvable, regleNonRemplie, saisieInvalide } from "@coordination/server-kit";
import { lireEnTantQue } from "../acces/session.ts";
import { findBesoinsByIds, verrouillerBesoin } from "../besoin/besoin-du-dossier.repository.ts";
import type { Contexte } from "../contexte.ts";
import { echeancesPour } from "../delais/echeances-pour.ts";
import { estIdentifiant } from "../dossier/agir.ts";
import type { Appel } from "../dossier/demander-appui.action.ts";
import { findTenuesByIds, type LigneTenue, structurePorteuse } from "../dossier/dossier.repository.ts";
import { rolesSurLeDossier } from "../dossier/roles.rule.ts";
import { reprendreContenu } from "./contenu-repris.ts";
import { type DestinataireVerifie, exigerDestinataire } from "./destinataire.ts";
import type { DestinataireInput } from "./orientation.input.ts";
import {
  findOrientationsByBesoins,
  findOrientationsByIds,
  insererOrientations,
  type LigneOrientation,
} from "./orientation.repository.ts";
import { repondreEtRendre } from "./repondre.ts";
import type { SurLOrientation } from "./reponses.action.ts";
import { diffusionEmportee, type FaitsDeLaSuite, suitePermise } from "./suite.rule.ts";

/** To whom the same need now goes. */
export interface SuiteDemandee extends SurLOrientation {
  readonly destinataires: readonly DestinataireInput[];
}

const DESTINATAIRES_MAXIMUM = 20;

/**
 * Sends the same need to others, in one action: the new referrals belong to the same sending, so that the first to accept wins
 * over a waiting list too, and each says which one it follows. Returns them, in the order asked.
 * @throws as `repondre`; BAD_USER_INPUT, NOT_FOUND or RULE_NOT_MET on a recipient; SUBGRAPH_UNAVAILABLE without the directory
 */
export const reorienter = (contexte: Contexte, demande: SuiteDemandee, appel: Appel): Promise<LigneOrientation[]> =>
  donnerSuite(contexte, { operation: "reorienter", action: "REORIENTER" }, demande, appel);

/**
 * What an expert advised becomes a referral for care: same need, same overview, same anonymous message, and the advice itself
 * for the recipients who have a basis to know the person. Returns the referrals, in the order asked. Throws as `reorienter`.
 */
export const convertirAvis = (contexte: Contexte, demande: SuiteDemandee, appel: Appel): Promise<LigneOrientation[]> =>
  donnerSuite(contexte, { operation: "convertirAvis", action: "CONVERTIR" }, demande, appel);

interface Suite {
  readonly operation: string;
  readonly action: FaitsDeLaSuite["action"];
}

async function donnerSuite(
  contexte: Contexte,
  suite: Suite,
  { destinataires, ...sur }: SuiteDemandee,
  appel: Appel,
): Promise<LigneOrientation[]> {
  const verifies = await exigerDestinataires(contexte, sur.orientationId, destinataires);
  const { rendu } = await repondreEtRendre(
    contexte,
    { ...suite, ...sur, input: destinataires, ...appel },
    async (tx, origine, auteur) => {
      const tenue = await exigerSuite(tx, contexte, suite.action, origine);
      const { dacId, urgence, apercu } = origine;
      const { departement } = apercu;
      const echeances = await echeancesPour(tx, { dacId, urgence, departement }, contexte.maintenant);
      const convertie = suite.action === "CONVERTIR";
      const diffusion = convertie ? randomUUID() : origine.diffusion;
      const orientations = verifies.map((destinataire) => ({
        ...destinataire,
        id: randomUUID(),
        dossierId: origine.dossierId,
        besoinId: origine.besoinId,
        diffusion,
        nature: convertie ? ("PRISE_EN_CHARGE" as const) : origine.nature,
        urgence: origine.urgence,
        apercu: origine.apercu,
        messageAnonyme: origine.messageAnonyme,
        emetteur: { ...auteur, structureId: structurePorteuse(tenue) },
        dacId: origine.dacId,
        envoyeeLe: contexte.maintenant.toISOString(),
        relancerLe: echeances?.relancerLe ?? null,
        repondreAvant: echeances?.repondreAvant ?? null,
        origineId: origine.id,
      }));
      await insererOrientations(tx, orientations);
      if (convertie) {
        const envoi = { diffusion, dossierId: origine.dossierId, vises: verifies };
        await reprendreContenu(tx, contexte, envoi, origine);
      }
      const envoyees = orientations.map(({ id }) => id);
      return { changement: { envoyees }, rendu: await findOrientationsByIds(tx, envoyees) };
    },
  );
  return rendu;
}

/** Asked of the directory before the transaction, as everything is that leaves the service. */
async function exigerDestinataires(
  contexte: Contexte,
  orientationId: string,
  destinataires: readonly DestinataireInput[],
): Promise<DestinataireVerifie[]> {
  const champ = "destinataires";
  if (destinataires.length === 0) throw saisieInvalide(champ, "Il faut au moins un destinataire.");
  if (destinataires.length > DESTINATAIRES_MAXIMUM) {
    throw saisieInvalide(champ, `Un envoi compte au plus ${DESTINATAIRES_MAXIMUM} destinataires.`);
  }
  const cles = destinataires.map(({ situationId, structureId, equipeId }) => situationId ?? structureId ?? equipeId);
  if (new Set(cles).size < cles.length) throw saisieInvalide(champ, "Un destinataire est là deux fois.");
  const [origine] = estIdentifiant(orientationId)
    ? await lireEnTantQue(contexte.database, contexte.acteur, (sql) => findOrientationsByIds(sql, [orientationId]))
    : [];
  if (origine === undefined) throw introuvable("orientationId", "Cette orientation n'existe pas.");
  const { nature } = origine.apercu;
  // A receiver who may not follow a referral does not see its need: the action itself refuses them.
  const [besoin] = await lireEnTantQue(contexte.database, contexte.acteur, (sql) =>
    findBesoinsByIds(sql, [origine.besoinId]),
  );
  const demande = {
    nature,
    envoi: origine.nature,
    sansMedecinTraitant: besoin?.criteres.profil.sansMedecinTraitant ?? ("INCONNU" as const),
  };
  return Promise.all(
    destinataires.map((destinataire, rang) => exigerDestinataire(contexte, destinataire, demande, `${champ}.${rang}`)),
  );
}

async function exigerSuite(
  tx: Sql,
  { acteur }: Contexte,
  action: FaitsDeLaSuite["action"],
  { dossierId, besoinId, nature, diffusion }: LigneOrientation,
): Promise<LigneTenue> {
  const [dossier] = await findTenuesByIds(tx, [dossierId]);
  const besoin = await verrouillerBesoin(tx, besoinId);
  const emportee = diffusionEmportee(diffusion, await findOrientationsByBesoins(tx, [besoinId]));
  if (
    acteur !== null &&
    dossier !== undefined &&
    besoin !== undefined &&
    suitePermise({
      action,
      nature,
      statutBesoin: besoin.statut,
      statutDossier: dossier.statut,
      roles: rolesSurLeDossier(acteur, dossier),
      emportee,
    })
  )
    return dossier;
  throw regleNonRemplie({
    regle: "SUITE_DE_L_ORIENTATION",
    intitule: "Cette orientation ne peut pas avoir de suite.",
    conditions: [
      {
        code: action,
        libelle:
          "le dossier permet d'orienter, le besoin attend quelqu'un et personne du même envoi n'a accepté ; seul un avis d'expert se convertit",
        verdict: "NON",
      },
    ],
  });
}
