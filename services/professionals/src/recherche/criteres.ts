import { estUnRayon, RAYON_HORS_BORNES } from "@coordination/referentiels";
import { saisieInvalide } from "@coordination/server-kit";
import type { ProximiteInput, TriAnnuaire } from "@coordination/vocabulaire";
import type { ProfessionnelFiltre } from "./professionnel-filtre.input.ts";

/** Around what, and how far. */
interface Proximite {
  readonly centre: { readonly codeInsee: string } | { readonly latitude: number; readonly longitude: number };
  readonly rayonKm: number;
}

/** A checked question to the directory: nothing left to refuse. */
export interface CriteresRecherche {
  /** The name as it was typed; null without a search by name. */
  readonly nom: string | null;
  readonly filtre: ProfessionnelFiltre;
  readonly proximite: Proximite | null;
  readonly tri: TriAnnuaire;
}

interface QuestionRecherche {
  readonly recherche?: string | null;
  readonly filtre?: ProfessionnelFiltre | null;
  readonly proximite?: ProximiteInput | null;
  readonly tri: TriAnnuaire;
}

const RECHERCHE_MAXIMUM = 100;
/** More than the longest name has; each word is looked for in several forms, and what it may mean multiplies by the others. */
const MOTS_MAXIMUM = 12;

/** Checks what the client asks. Throws BAD_USER_INPUT naming the argument. */
export function exigerCriteres({ recherche, filtre, proximite, tri }: QuestionRecherche): CriteresRecherche {
  const autour = exigerProximite(proximite ?? null);
  if (tri === "DISTANCE" && autour === null) throw saisieInvalide("tri", "Le tri par distance demande une proximité.");
  const changements = filtre?.modifieDepuis ?? null;
  if (changements !== null && (autour !== null || (recherche ?? "").trim() !== ""))
    throw saisieInvalide("filtre.modifieDepuis", "Le suivi des changements se demande sans nom ni proximité.");
  return { nom: exigerNom(recherche ?? null), filtre: filtre ?? {}, proximite: autour, tri };
}

function exigerNom(recherche: string | null): string | null {
  if (recherche === null || recherche.trim() === "") return null;
  if (recherche.length > RECHERCHE_MAXIMUM) {
    throw saisieInvalide("recherche", `La recherche ne dépasse pas ${RECHERCHE_MAXIMUM} caractères.`);
  }
  const mots = recherche.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (mots.length === 0)
    throw saisieInvalide("recherche", "La recherche doit comporter au moins une lettre ou un chiffre.");
  if (mots.length > MOTS_MAXIMUM)
    throw saisieInvalide("recherche", `La recherche ne dépasse pas ${MOTS_MAXIMUM} mots.`);
  // PostgreSQL has no character NUL.
  return recherche.replaceAll("\0", " ").trim();
}
function exigerProximite(proximite: ProximiteInput | null): Proximite | null {
  if (proximite === null) return null;
  const { codeInsee = null, position = null, rayonKm } = proximite;
  if (!estUnRayon(rayonKm)) throw saisieInvalide("proximite.rayonKm", RAYON_HORS_BORNES);
  if ((codeInsee === null) === (position === null)) {
    throw saisieInvalide("proximite", "Donnez « codeInsee » ou « position » : l'un des deux.");
  }
  if (codeInsee !== null) return { centre: { codeInsee }, rayonKm };
  const { latitude, longitude } = position ?? { latitude: Number.NaN, longitude: Number.NaN };
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { centre: { latitude, longitude }, rayonKm };
  throw saisieInvalide("proximite.position", "La position doit être en degrés (WGS 84).");
}
