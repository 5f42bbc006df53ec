import type { NatureConsentement } from "../partage/fondement.rule.ts";
import type { ExprimePar, StatutConsentement } from "./consentement.type.ts";

/** Ce qui est dit d'un consentement, avant de l'écrire. */
export interface Recueil {
  readonly nature: NatureConsentement;
  readonly statut: StatutConsentement;
  readonly exprimePar: ExprimePar | null;
  readonly destinataires: number;
  readonly recueilliLe: Date;
  readonly valableJusquAu: Date | null;
}

/**
 * Ce qui manque à un recueil : le champ et une phrase, ou null. Un consentement préalable vient de la personne, de son
 * représentant légal ou de l'autorité parentale ; la personne de confiance rapporte une volonté, elle ne consent pas.
 */
export function controlerRecueil(
  { nature, statut, exprimePar, destinataires, recueilliLe, valableJusquAu }: Recueil,
  maintenant: Date,
): { champ: string; explication: string } | null {
  if (statut === "RETIRE") return { champ: "statut", explication: "Un retrait se fait par retirerConsentement." };
  if (statut === "EXPIRE") return { champ: "statut", explication: "Un terme se dit par valableJusquAu." };
  if (recueilliLe.getTime() > maintenant.getTime())
    return { champ: "recueilliLe", explication: "Un consentement à venir ne se recueille pas." };
  if (valableJusquAu !== null && statut !== "DONNE")
    return { champ: "valableJusquAu", explication: "Un refus vaut jusqu'à ce que la personne dise autre chose." };
  if (valableJusquAu !== null && valableJusquAu.getTime() <= maintenant.getTime())
    return { champ: "valableJusquAu", explication: "Un accord dont le terme est passé ne se recueille pas." };
  if (nature === "PERSONNE_HORS_D_ETAT") {
    if (statut !== "DONNE") return { champ: "statut", explication: "Un constat ne se refuse pas." };
    if (destinataires > 0) return { champ: "destinataires", explication: "Ce constat ne vise personne." };
    return exprimePar === "PERSONNE"
      ? { champ: "exprimePar", explication: "Une personne hors d'état de s'exprimer ne l'a pas dit elle-même." }
      : null;
  }
  if (exprimePar === null) return { champ: "exprimePar", explication: "Dites qui l'a exprimé." };
  if (nature === "CONSENTEMENT_PREALABLE" && statut === "DONNE" && exprimePar === "PERSONNE_DE_CONFIANCE") {
    return {
      champ: "exprimePar",
      explication: "Un consentement vient de la personne, de son représentant légal ou de l'autorité parentale.",
    };
  }
  return null;
}
