import { saisieInvalide } from "@coordination/server-kit";
import type { ProximiteInput, TriAnnuaire } from "@coordination/vocabulaire";
import type { Tri } from "./ordre.ts";
import type { StructureFiltre } from "./recherche.input.ts";
import type { Recherche } from "./recherche.repository.ts";

const RAYON_MAXIMUM_KM = 200;

interface Demande {
  readonly texte: string | null | undefined;
  readonly filtre: StructureFiltre | null | undefined;
  readonly proximite: ProximiteInput | null | undefined;
  readonly tri: TriAnnuaire;
  readonly jour: string;
}

/** Turns the arguments of `structures` into a search. Throws BAD_USER_INPUT naming the argument at fault. */
export function lireRecherche({ texte, filtre, proximite, tri, jour }: Demande): Recherche {
  const mots = lireTexte(texte);
  const autour = lireProximite(proximite);
  if (tri === "DISTANCE" && autour === null)
    throw saisieInvalide("tri", "Le tri par distance demande un lieu (« proximite »).");
  return {
    texte: mots,
    types: filtre?.types ?? null,
    categories: filtre?.categories ?? null,
    codesInsee: filtre?.codesInsee ?? null,
    departements: filtre?.departements ?? null,
    territoireDe: filtre?.territoireDe ?? null,
    autour,
    tri: lireTri(tri, mots !== null, autour !== null),
    jour,
  };
}

function lireTri(tri: TriAnnuaire, avecTexte: boolean, avecLieu: boolean): Tri {
  if (tri !== "PERTINENCE") return tri;
  if (avecTexte) return avecLieu ? "SCORE_PUIS_DISTANCE" : "SCORE_PUIS_NOM";
  return avecLieu ? "DISTANCE" : "NOM";
}

/** A text without a letter or a digit looks for nothing. */
function lireTexte(texte: string | null | undefined): string | null {
  if (texte === null || texte === undefined) return null;
  if (!/[\p{L}\p{N}]/u.test(texte))
    throw saisieInvalide("recherche", "La recherche doit contenir au moins une lettre ou un chiffre.");
  return texte;
}

function lireProximite(proximite: ProximiteInput | null | undefined): Recherche["autour"] {
  if (proximite === null || proximite === undefined) return null;
  const { codeInsee = null, position = null, rayonKm } = proximite;
  if ((codeInsee === null) === (position === null)) {
    throw saisieInvalide("proximite", "Donnez soit une commune, soit une position.");
  }
  if (!(rayonKm > 0 && rayonKm <= RAYON_MAXIMUM_KM)) {
    throw saisieInvalide("proximite.rayonKm", `Le rayon doit être compris entre 0 et ${RAYON_MAXIMUM_KM} km.`);
  }
  if (position !== null && (Math.abs(position.latitude) > 90 || Math.abs(position.longitude) > 180)) {
    throw saisieInvalide("proximite.position", "La latitude va de -90 à 90 degrés, la longitude de -180 à 180.");
  }
  return { codeInsee, latitude: position?.latitude ?? null, longitude: position?.longitude ?? null, rayonKm };
}
