import type { Passage } from "../etats/table.ts";
import { type ActionDossier, HORS_DOSSIER, PASSAGES_DU_DOSSIER, type RoleDossier, type StatutTenu } from "./etats.ts";

const parLePorteur = (action: ActionDossier, libelle: string): Passage<StatutTenu, ActionDossier, RoleDossier> => ({
  action,
  libelle,
  de: [HORS_DOSSIER],
  par: ["PORTEUR"],
  vers: null,
});

/** Ce qui se fait hors dossier, aux mêmes règles que dans un dossier : rien d'autre, et sans jamais changer d'état. */
export const PASSAGES_HORS_DOSSIER: readonly Passage<StatutTenu, ActionDossier, RoleDossier>[] = [
  parLePorteur("AJOUTER_BESOIN", "le besoin change, ou la fiche de la personne"),
  parLePorteur("ORIENTER", "le besoin est adressé à quelqu'un"),
  parLePorteur("CONSENTIR", "ce que la personne a dit du partage est recueilli"),
  parLePorteur("RETIRER", "un consentement est retiré"),
];

/** Les deux tables ensemble : ce que l'on peut faire d'un besoin, de dossier ou non. */
export const PASSAGES_TENUS: readonly Passage<StatutTenu, ActionDossier, RoleDossier>[] = [
  ...PASSAGES_DU_DOSSIER,
  ...PASSAGES_HORS_DOSSIER,
];
