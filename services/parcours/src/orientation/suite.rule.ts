import type { RoleDossier, StatutTenu } from "../dossier/etats.ts";
import { PASSAGES_TENUS } from "../dossier/etats-hors-dossier.ts";
import { passagesPermis } from "../etats/table.ts";
import type { StatutOrientation } from "./etats.ts";
import type { NatureOrientation } from "./orientation.type.ts";

/** Ce qu'il faut savoir pour dire si une orientation peut avoir une suite. */
export interface FaitsDeLaSuite {
  readonly action: "REORIENTER" | "CONVERTIR";
  readonly nature: NatureOrientation;
  readonly statutBesoin: string;
  readonly statutDossier: StatutTenu;
  readonly roles: readonly RoleDossier[];
  /** Un destinataire du même envoi a accepté : les suivants ne pourraient plus répondre. */
  readonly emportee: boolean;
}

const EMPORTENT: ReadonlySet<StatutOrientation> = new Set(["ACCEPTEE", "PRISE_EN_CHARGE", "TERMINEE"]);

/** Vrai quand un des envois de cette diffusion a été accepté. */
export const diffusionEmportee = (
  diffusion: string,
  envois: readonly { readonly diffusion: string; readonly statut: StatutOrientation }[],
): boolean => envois.some((envoi) => envoi.diffusion === diffusion && EMPORTENT.has(envoi.statut));

/**
 * Une orientation a une suite tant que son dossier permet d'orienter et que son besoin attend toujours quelqu'un : couvert ou
 * abandonné, il n'attend plus. Seul un avis d'expert se convertit ; on ne se réadresse pas à d'autres quand un destinataire du
 * même envoi a accepté.
 */
export function suitePermise({
  action,
  nature,
  statutBesoin,
  statutDossier,
  roles,
  emportee,
}: FaitsDeLaSuite): boolean {
  if (action === "CONVERTIR" && nature !== "AVIS_EXPERT") return false;
  if (action === "REORIENTER" && emportee) return false;
  if (statutBesoin === "COUVERT" || statutBesoin === "ABANDONNE") return false;
  return passagesPermis(PASSAGES_TENUS, statutDossier, roles).some((passage) => passage.action === "ORIENTER");
}
