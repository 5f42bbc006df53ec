import { DEPARTEMENTS_PARTICULIERS } from "@coordination/calendrier";
import { estUnRayon, RAYON_HORS_BORNES } from "@coordination/referentiels";
import { saisieInvalide } from "@coordination/server-kit";
import type { ProximiteInput, TriAnnuaire } from "@coordination/vocabulaire";
import { lireInstant } from "../horaires/instant.ts";
import { momentDe, ORDINAIRE } from "../horaires/ouverture.rule.ts";
import type { Tri } from "./ordre.ts";
import type { StructureFiltre } from "./recherche.input.ts";
import type { OuvertureVoulue, Recherche } from "./recherche.type.ts";

const CARACTERES_MAXIMUM = 200;

interface Demande {
  readonly texte: string | null | undefined;
  readonly filtre: StructureFiltre | null | undefined;
  readonly proximite: ProximiteInput | null | undefined;
  readonly tri: TriAnnuaire;
  readonly jour: string;
  readonly maintenant: Date;
}

/** Turns the arguments of `structures` into a search. Throws BAD_USER_INPUT naming the argument at fault. */
export function lireRecherche({ texte, filtre, proximite, tri, jour, maintenant }: Demande): Recherche {
  const mots = lireTexte(texte);
  const autour = lireProximite(proximite);
  if (tri === "DISTANCE" && autour === null)
    throw saisieInvalide("tri", "Le tri par distance demande un lieu (« proximite »).");
  const { types, codesInsee, modalites, missionsCpts, sansRendezVous, modifieeDepuis, ouverteA } = filtre ?? {};
  const depuis = modifieeDepuis ? lireInstant("filtre.modifieeDepuis", modifieeDepuis, maintenant).toISOString() : null;
  return {
    texte: mots,
    types: types ?? null,
    categories: codes("categories", filtre?.categories),
    codesInsee: codesInsee ?? null,
    departements: codes("departements", filtre?.departements),
    territoireDe: code("territoireDe", filtre?.territoireDe),
    modalites: modalites ?? null,
    missionsCpts: missionsCpts ?? null,
    ouverteA: ouverteA ? lireOuverture(lireInstant("filtre.ouverteA", ouverteA, maintenant)) : null,
    sansRendezVous: sansRendezVous ?? null,
    membreDe: code("membreDe", filtre?.membreDe),
    modifieeDepuis: depuis,
    autour,
    tri: lireTri(tri, { texte: mots !== null, lieu: autour !== null, modifications: depuis !== null }),
    jour,
  };
}

function lireTri(tri: TriAnnuaire, avec: { texte: boolean; lieu: boolean; modifications: boolean }): Tri {
  if (tri !== "PERTINENCE") return tri;
  if (avec.texte) return avec.lieu ? "SCORE_PUIS_DISTANCE" : "SCORE_PUIS_NOM";
  if (avec.modifications) return "MODIFICATION";
  return avec.lieu ? "DISTANCE" : "NOM";
}

/** Each place has its own clock and its own public holidays. */
const lireOuverture = (instant: Date): OuvertureVoulue => ({
  ailleurs: momentDe(instant, ORDINAIRE),
  particuliers: DEPARTEMENTS_PARTICULIERS.map((departement) => ({ departement, ...momentDe(instant, departement) })),
});

/** A text without a letter or a digit looks for nothing; a very long one is no name. */
function lireTexte(texte: string | null | undefined): string | null {
  if (texte === null || texte === undefined) return null;
  if (!/[\p{L}\p{N}]/u.test(texte))
    throw saisieInvalide("recherche", "La recherche doit contenir au moins une lettre ou un chiffre.");
  if (texte.length > CARACTERES_MAXIMUM)
    throw saisieInvalide("recherche", `La recherche compte ${CARACTERES_MAXIMUM} caractères au plus.`);
  return texte.replaceAll("\0", " ");
}

/** PostgreSQL has no text with a null character. */
function code(champ: string, valeur: string | null | undefined): string | null {
  if (valeur?.includes("\0")) throw saisieInvalide(`filtre.${champ}`, "Ce code ne peut pas exister.");
  return valeur ?? null;
}

const codes = (champ: string, valeurs: readonly string[] | null | undefined): string[] | null =>
  valeurs?.flatMap((valeur) => code(champ, valeur) ?? []) ?? null;

function lireProximite(proximite: ProximiteInput | null | undefined): Recherche["autour"] {
  if (proximite === null || proximite === undefined) return null;
  const { codeInsee = null, position = null, rayonKm } = proximite;
  if ((codeInsee === null) === (position === null)) {
    throw saisieInvalide("proximite", "Donnez soit une commune, soit une position.");
  }
  if (!estUnRayon(rayonKm)) throw saisieInvalide("proximite.rayonKm", RAYON_HORS_BORNES);
  if (position !== null && (Math.abs(position.latitude) > 90 || Math.abs(position.longitude) > 180)) {
    throw saisieInvalide("proximite.position", "La latitude va de -90 à 90 degrés, la longitude de -180 à 180.");
  }
  return { codeInsee, latitude: position?.latitude ?? null, longitude: position?.longitude ?? null, rayonKm };
}
