import type { Coffre } from "../identite/coffre.ts";
import type { Nominatif } from "./nominatif.ts";

/** How a name is compared: without case, accents, spaces or hyphens, and in whatever script it is written. */
const normaliser = (nom: string): string =>
  nom
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "");

/** The keyed hash that finds a name again; null when nothing is left of it to compare. */
export function empreinteDuNom(coffre: Coffre, nom: string | null): string | null {
  const normalise = normaliser(nom ?? "");
  return normalise === "" ? null : coffre.empreinte(`nom:${normalise}`);
}

/** What is stored of a person so that their name finds them. */
export const empreintesDesNoms = (
  coffre: Coffre,
  { nomNaissance, nomUtilise }: Pick<Nominatif, "nomNaissance" | "nomUtilise">,
) => ({
  empreinteNom: empreinteDuNom(coffre, nomNaissance),
  empreinteNomUtilise: empreinteDuNom(coffre, nomUtilise),
});
