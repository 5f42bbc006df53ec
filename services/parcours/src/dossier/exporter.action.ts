import { introuvable } from "@coordination/server-kit";
import { lireEnTantQue } from "../acces/session.ts";
import { findBesoinsByDossiers } from "../besoin/besoin-du-dossier.repository.ts";
import { findMembres } from "../cercle/cercle.repository.ts";
import { objetDuProche } from "../cercle/membre-vu.ts";
import { objetDeLaConcertation } from "../concertation/concertation.action.ts";
import { findConcertations } from "../concertation/concertation.repository.ts";
import type { Contexte } from "../contexte.ts";
import { lireEvaluation } from "../evaluation/enregistrer.action.ts";
import { findEvaluations } from "../evaluation/evaluation.repository.ts";
import { texteDeLaNote } from "../note/ajouter.action.ts";
import { findNotes } from "../note/note.repository.ts";
import { findOrientationsByBesoins } from "../orientation/orientation.repository.ts";
import { findPlans } from "../plan/plan.repository.ts";
import { findUsagersByIds } from "../usager/usager.repository.ts";
import { estIdentifiant } from "./agir.ts";
import { type Copie, copierConsentements, copierPersonne, remettreLaCopie } from "./copie.ts";
import { objetDeLaDemande } from "./demande.ts";
import { findDossiersByIds } from "./dossier.repository.ts";

/**
 * All that a case says, in one readable text, for its team to hand to the person; the register keeps it.
 * Throws UNAUTHENTICATED, FORBIDDEN, NOT_FOUND for who is not of the team.
 */
export function exporterDossier(
  { database, acteur, coffre, maintenant }: Contexte,
  parcoursId: string,
): Promise<Copie> {
  return lireEnTantQue(database, acteur, async (tx, lecteur) => {
    const [dossier] = estIdentifiant(parcoursId) ? await findDossiersByIds(tx, [parcoursId]) : [];
    const [usager] = dossier?.acces === "EQUIPE" ? await findUsagersByIds(tx, [dossier.usagerId]) : [];
    if (dossier === undefined || usager === undefined) throw introuvable("parcoursId", "Ce dossier n'existe pas.");
    const { id, demandeChiffree, usagerId: _usager, acces: _acces, ...entete } = dossier;
    const besoins = await findBesoinsByDossiers(tx, [id]);
    const contenu = {
      dossier: { id, ...entete },
      personne: copierPersonne(coffre, usager),
      demande: coffre.dechiffrer(objetDeLaDemande(id), demandeChiffree),
      evaluations: (await findEvaluations(tx, [id])).map((ligne) => lireEvaluation(coffre, ligne)),
      plans: await findPlans(tx, [id]),
      besoins,
      orientations: await findOrientationsByBesoins(
        tx,
        besoins.map((besoin) => besoin.id),
      ),
      notes: (await findNotes(tx, [id])).map((note) => ({
        auteur: note.auteur,
        texte: texteDeLaNote(coffre, note),
        le: note.le,
      })),
      concertations: (await findConcertations(tx, [id])).map(({ chiffre: texte, ...une }) => ({
        ...une,
        ...(coffre.dechiffrer(objetDeLaConcertation(une.id), texte) as object),
      })),
      cercle: (await findMembres(tx, [id])).map(({ procheChiffre, ...membre }) => ({
        ...membre,
        proche: procheChiffre === null ? null : coffre.dechiffrer(objetDuProche(membre.id), procheChiffre),
      })),
      consentements: await copierConsentements(tx, id, maintenant),
    };
    return remettreLaCopie(tx, { lecteur, tenue: dossier, objet: "DOSSIER", maintenant }, contenu);
  });
}
