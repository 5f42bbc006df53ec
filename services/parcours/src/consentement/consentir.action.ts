import { randomUUID } from "node:crypto";
import { introuvable, saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../contexte.ts";
import { agir, estIdentifiant } from "../dossier/agir.ts";
import type { Appel } from "../dossier/demander-appui.action.ts";
import type { LigneDossier } from "../dossier/dossier.repository.ts";
import { exigerDestinataire } from "../orientation/destinataire.ts";
import type { DestinataireInput } from "../orientation/orientation.input.ts";
import { type DestinataireConsenti, insererConsentement, retirer } from "./consentement.repository.ts";
import type { RecueillirConsentementInput } from "./consentement.type.ts";
import { controlerRecueil } from "./recueil.rule.ts";

const DESTINATAIRES_MAXIMUM = 20;

/**
 * Writes down what the person said of sharing. Returns the case. Throws as `agir`, BAD_USER_INPUT naming the field, NOT_FOUND
 * for a recipient that the directory does not know, SUBGRAPH_UNAVAILABLE when it does not answer.
 */
export async function recueillirConsentement(
  contexte: Contexte,
  input: RecueillirConsentementInput,
  appel: Appel,
): Promise<LigneDossier> {
  const { parcoursId, nature, statut, exprimePar = null, mode, recueilliLe } = input;
  const voulus = input.destinataires ?? [];
  const faux = controlerRecueil(
    { nature, statut, exprimePar, recueilliLe, destinataires: voulus.length },
    contexte.maintenant,
  );
  if (faux !== null) throw saisieInvalide(`input.${faux.champ}`, faux.explication);
  if (voulus.length > DESTINATAIRES_MAXIMUM) {
    throw saisieInvalide(
      "input.destinataires",
      `Un consentement nomme au plus ${DESTINATAIRES_MAXIMUM} destinataires.`,
    );
  }
  const destinataires = await Promise.all(voulus.map((voulu, rang) => nommer(contexte, voulu, rang)));
  return agir(
    contexte,
    { operation: "recueillirConsentement", action: "CONSENTIR", parcoursId, version: null, input, ...appel },
    async (tx, { id: dossierId }, recueilliPar) => {
      await insererConsentement(tx, {
        id: randomUUID(),
        dossierId,
        nature,
        statut,
        destinataires,
        exprimePar,
        mode,
        recueilliLe: recueilliLe.toISOString(),
        recueilliPar,
      });
      return {
        resume:
          nature === "PERSONNE_HORS_D_ETAT"
            ? "Un constat est enregistré : la personne est à informer dès que possible."
            : "La parole de la personne sur le partage est recueillie.",
      };
    },
  );
}

/** A consent to someone is for them alone: not for their colleagues of the place. */
async function nommer(contexte: Contexte, voulu: DestinataireInput, rang: number): Promise<DestinataireConsenti> {
  const champ = `input.destinataires.${rang}`;
  // Whatever its type: consenting to share with a place is not sending it someone to care for.
  const { situationId, structureId, equipeId, destinataireProfessionnelId } = await exigerDestinataire(
    contexte,
    voulu,
    { nature: "ADMINISTRATIF", contact: false, sansMedecinTraitant: "INCONNU" },
    champ,
  );
  return { situationId, structureId, equipeId, professionnelId: destinataireProfessionnelId };
}

/** Withdraws a consent, in any state of the case: the next read finds it gone. Returns the case. Throws as `agir`, NOT_FOUND. */
export const retirerConsentement = (
  contexte: Contexte,
  { parcoursId, consentementId }: { readonly parcoursId: string; readonly consentementId: string },
  appel: Appel,
): Promise<LigneDossier> =>
  agir(
    contexte,
    {
      operation: "retirerConsentement",
      action: "RETIRER",
      parcoursId,
      version: null,
      input: consentementId,
      ...appel,
    },
    async (tx, { id: dossierId }, par) => {
      const retire =
        estIdentifiant(consentementId) &&
        (await retirer(tx, { id: consentementId, dossierId }, { le: contexte.maintenant.toISOString(), par }));
      if (!retire) throw introuvable("consentementId", "Aucun consentement en vigueur ne porte cet identifiant.");
      return { resume: "Un consentement est retiré." };
    },
  );
