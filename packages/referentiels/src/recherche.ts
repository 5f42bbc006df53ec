import MiniSearch, { type SearchOptions } from "minisearch";

/** What can be searched by its words: a code, a label, and the other words people use for it. */
export interface ValeurCherchable {
  readonly code: string;
  readonly libelle: string;
  readonly synonymes?: readonly string[];
  /** The day from which the code is no longer given out. */
  readonly finLe?: string | null;
}

const MOTS_VIDES: ReadonlySet<string> = new Set([
  ..."a au aux d de des du en et l la le les ou par pour sur un une".split(" "),
]);

/** Share of a word that may be mistyped, when nothing is written exactly as asked. */
const FAUTES_PARDONNEES = 0.2;

const EXACTE: SearchOptions = { prefix: true, combineWith: "AND", boost: { libelle: 2 } };

/** A word as it is compared: no case, no accent, no plural; `null` for one that says nothing. */
function reduire(mot: string): string | null {
  const nu = mot
    .toLowerCase()
    .replaceAll("œ", "oe")
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "");
  if (MOTS_VIDES.has(nu)) return null;
  return nu.length > 3 ? nu.replace(/[sx]$/, "") : nu;
}

/**
 * Searches values by the words of their label, whole or begun, in any order, accents and case aside; by code as well.
 * A typo is forgiven only when nothing matches exactly. Best first; every value, by label, when the text has no useful word.
 * Codes must be unique among the values.
 */
export function creerRecherche<V extends ValeurCherchable>(valeurs: readonly V[]): (texte: string) => readonly V[] {
  const index = new MiniSearch<V>({
    idField: "code",
    fields: ["code", "libelle", "synonymes"],
    extractField: (valeur, champ) => {
      if (champ === "synonymes") return (valeur.synonymes ?? []).join(" ");
      return champ === "code" ? valeur.code : valeur.libelle;
    },
    processTerm: reduire,
  });
  index.addAll(valeurs);
  const parCode = new Map(valeurs.map((valeur) => [valeur.code, valeur]));
  const chercher = (texte: string, options: SearchOptions) =>
    index
      .search(texte, options)
      .map(({ id, score }) => ({ valeur: parCode.get(id), score }))
      .filter((trouve): trouve is { valeur: V; score: number } => trouve.valeur !== undefined)
      .toSorted((a, b) => b.score - a.score || parLibelle(a.valeur, b.valeur))
      .map(({ valeur }) => valeur);
  return (texte) => {
    if (!texte.split(/[\s\p{P}]+/u).some((mot) => mot !== "" && reduire(mot) !== null))
      return valeurs.toSorted(parLibelle);
    const exactes = chercher(texte, EXACTE);
    return exactes.length > 0 ? exactes : chercher(texte, { ...EXACTE, fuzzy: FAUTES_PARDONNEES });
  };
}

const parLibelle = (a: ValeurCherchable, b: ValeurCherchable) =>
  a.libelle.localeCompare(b.libelle, "fr") || a.code.localeCompare(b.code);
