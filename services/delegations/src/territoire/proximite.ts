import { estUnRayon, RAYON_HORS_BORNES } from "@coordination/referentiels";
import { saisieInvalide } from "@coordination/server-kit";
import type { ProximiteInput } from "@coordination/vocabulaire";
import type { LieuLoaders } from "./lieu.loader.ts";
import type { Lieu } from "./lieu.ts";

/** Around what, and how far. */
export interface Proximite {
  readonly lieu: Lieu;
  readonly rayonKm: number;
}

/** Checks and places what the client asks. Throws BAD_USER_INPUT naming the field, also when no commune is there. */
export async function exigerProximite(
  { codeInsee = null, position = null, rayonKm }: ProximiteInput,
  loaders: LieuLoaders,
): Promise<Proximite> {
  if (!estUnRayon(rayonKm)) throw saisieInvalide("proximite.rayonKm", RAYON_HORS_BORNES);
  if (codeInsee !== null && position === null) {
    const lieu = await loaders.lieuByCommune.load(codeInsee);
    if (lieu === null) throw saisieInvalide("proximite.codeInsee", "Aucune commune ne porte ce code INSEE.");
    return { lieu, rayonKm };
  }
  if (codeInsee !== null || position === null) {
    throw saisieInvalide("proximite", "Donnez « codeInsee » ou « position » : l'un des deux.");
  }
  if (Math.abs(position.latitude) > 90 || Math.abs(position.longitude) > 180) {
    throw saisieInvalide("proximite.position", "La latitude va de -90 à 90 degrés, la longitude de -180 à 180.");
  }
  const lieu = await loaders.lieuByPoint.load({ latitude: position.latitude, longitude: position.longitude });
  if (lieu === null) throw saisieInvalide("proximite.position", "Aucune commune connue n'est près de ce point.");
  return { lieu, rayonKm };
}
