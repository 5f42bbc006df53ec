import { randomUUID } from "node:crypto";
import type { Sql } from "@coordination/database";
import { introuvable, saisieInvalide } from "@coordination/server-kit";
import type { ActeurEcrit } from "../acces/acteur-ecrit.ts";
import type { Contexte } from "../contexte.ts";
import { agir, estIdentifiant, type Suite } from "../dossier/agir.ts";
import type { Appel } from "../dossier/demander-appui.action.ts";
import type { LigneDossier } from "../dossier/dossier.repository.ts";
import { exigerDestinataire } from "../orientation/destinataire.ts";
import type { DestinataireInput } from "../orientation/orientation.input.ts";
import {
  type DestinataireConsenti,
  insererConsentement,
  type LigneConsentement,
  retirer,
} from "./consentement.repository.ts";
import type { ParoleInput, RecueillirConsentementInput } from "./consentement.type.ts";
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
  const parole = await exigerParole(contexte, input);
  const { parcoursId } = input;
  return agir(
    contexte,
    { operation: "recueillirConsentement", action: "CONSENTIR", parcoursId, version: null, input, ...appel },
    (tx, { id: dossierId }, recueilliPar) => recueillir(tx, { ...parole, dossierId, recueilliPar }),
  );
}

/** What was said, ready to be written: who said it, how, when, and of whom. */
export type Parole = Omit<LigneConsentement, "id" | "dossierId" | "recueilliPar" | "retireLe">;

/** Checks what was said, its recipients with the directory. Never inside a transaction. Throws as `recueillirConsentement`. */
export async function exigerParole(contexte: Contexte, input: ParoleInput): Promise<Parole> {
  const { nature, statut, exprimePar = null, mode, recueilliLe, valableJusquAu = null } = input;
  const voulus = input.destinataires ?? [];
  const faux = controlerRecueil(
    { nature, statut, exprimePar, recueilliLe, valableJusquAu, destinataires: voulus.length },
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
  return {
    nature,
    // Withdrawn or ended is not something that one says: only these two were let through.
    statut: statut === "REFUSE" ? "REFUSE" : "DONNE",
    destinataires,
    exprimePar,
    mode,
    recueilliLe: recueilliLe.toISOString(),
    valableJusquAu: valableJusquAu?.toISOString() ?? null,
  };
}

/** Writes it down, and says so in the story. */
export async function recueillir(
  tx: Sql,
  parole: Parole & Pick<LigneConsentement, "dossierId" | "recueilliPar">,
): Promise<Suite> {
  await insererConsentement(tx, { ...parole, id: randomUUID() });
  return {
    resume:
      parole.nature === "PERSONNE_HORS_D_ETAT"
        ? "Un constat est enregistré : la personne est à informer dès que possible."
        : "La parole de la personne sur le partage est recueillie.",
  };
}

/** A consent to someone is for them alone: not for their colleagues of the place. */
async function nommer(contexte: Contexte, voulu: DestinataireInput, rang: number): Promise<DestinataireConsenti> {
  const champ = `input.destinataires.${rang}`;
  // Whatever its type: consenting to share with a place is not sending it someone to care for.
  const { situationId, structureId, equipeId, destinataireProfessionnelId } = await exigerDestinataire(
    contexte,
    voulu,
    { nature: "ADMINISTRATIF", envoi: "PRISE_EN_CHARGE", sansMedecinTraitant: "INCONNU" },
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
    (tx, { id: dossierId }, par) => retirerParole(tx, contexte, { id: consentementId, dossierId, par }),
  );

/** Withdraws what was said, and says so in the story. Throws NOT_FOUND. */
export async function retirerParole(
  tx: Sql,
  { maintenant }: Pick<Contexte, "maintenant">,
  { id, dossierId, par }: { readonly id: string; readonly dossierId: string; readonly par: ActeurEcrit },
): Promise<Suite> {
  const retire = estIdentifiant(id) && (await retirer(tx, { id, dossierId }, { le: maintenant.toISOString(), par }));
  if (!retire) throw introuvable("consentementId", "Aucun consentement en vigueur ne porte cet identifiant.");
  return { resume: "Un consentement est retiré." };
}
