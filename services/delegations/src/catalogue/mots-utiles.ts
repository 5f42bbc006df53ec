const MOTS_VIDES = new Set([
  "a",
  "au",
  "aux",
  "chez",
  "contre",
  "d",
  "de",
  "des",
  "du",
  "en",
  "et",
  "l",
  "la",
  "le",
  "les",
  "ou",
  "par",
  "pour",
  "sur",
  "un",
  "une",
]);

/** Les mots qui comptent dans une recherche : sans accents ni casse ni pluriel, articles et prépositions ôtés. */
export function motsUtiles(texte: string): string[] {
  return texte
    .replaceAll("œ", "oe")
    .replaceAll("Œ", "oe")
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((mot) => mot !== "" && !MOTS_VIDES.has(mot))
    .map((mot) => (mot.length > 3 ? mot.replace(/[sx]$/, "") : mot));
}
