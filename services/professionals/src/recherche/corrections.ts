import distance from "damerau-levenshtein";

/** A word of a search as it was typed, and the known words that resemble it. */
export interface MotDemande {
  readonly mot: string;
  /** How the index may hold it, alone or sewn to the words before it: only what begins a known word. */
  readonly formes: readonly string[];
  readonly voisins: readonly string[];
}

/** What a search may mean when nobody answers it as it was typed, the likeliest first; each is a `tsquery`, empty when none. */
export interface Corrections {
  readonly uneFaute: string;
  readonly deuxFautes: string;
  readonly unMotDeTrop: string;
  readonly toutCorrige: string;
  /** What the index is asked when it is worth asking for more people than answer; null when it is asked for those. */
  readonly candidats: string | null;
}

const LETTRES_POUR_UNE_FAUTE = 3;
const LETTRES_POUR_DEUX_FAUTES = 6;
/** « Dupont Martin Claire » may be a DUPONT Claire; of two words, none can go. */
const MOTS_POUR_EN_OTER_UN = 3;
/** Each word left out asks the index for all the others again: of twelve initials, four hundred times. */
const MOTS_POUR_EN_OTER_UN_AU_PLUS = 6;

/** How many faults a word is forgiven: none when it is short or has a figure. Two letters exchanged are one fault. */
function fautesPardonnees(mot: string): number {
  if (mot.length < LETTRES_POUR_UNE_FAUTE || /\d/.test(mot)) return 0;
  return mot.length < LETTRES_POUR_DEUX_FAUTES ? 1 : 2;
}

/** Writes what the words of a search may mean. */
export function corriger(mots: readonly MotDemande[]): Corrections {
  const tels = mots.map(({ formes }) => formes.map((forme) => `${forme}:*`));
  const a = (fautes: number) =>
    mots.map(({ mot, voisins }) =>
      fautes <= fautesPardonnees(mot) ? voisins.filter((voisin) => distance(mot, voisin).steps === fautes) : [],
    );
  const [proches, lointains] = [a(1), a(2)];
  const larges = tels.map((tel, rang) => [...tel, ...(proches[rang] ?? []), ...(lointains[rang] ?? [])]);
  const remplacerUn = (par: readonly (readonly string[])[]) =>
    ou(mots.map((_, rang) => et(tels.map((tel, autre) => (autre === rang ? (par[rang] ?? []) : tel)))));
  return {
    uneFaute: remplacerUn(proches),
    deuxFautes: remplacerUn(lointains),
    unMotDeTrop:
      mots.length < MOTS_POUR_EN_OTER_UN || mots.length > MOTS_POUR_EN_OTER_UN_AU_PLUS
        ? ""
        : ou(mots.map((_, rang) => et(tels.filter((_, autre) => autre !== rang)))),
    toutCorrige: et(larges),
    candidats: approcher(tels, larges),
  };
}

/**
 * When one word of three begins no known word, those who answer bear all the others, or its corrections and the others,
 * corrected or not: « all the others » is only asked of one of them, the one of most corrections. The index gathers everybody
 * who bears a beginning each time a query names it, tens of thousands for a first name; so written, it does once.
 */
function approcher(tels: readonly (readonly string[])[], larges: readonly (readonly string[])[]): string | null {
  const rangs = [...tels.keys()];
  const [inconnu = -1, ...autres] = rangs.filter((rang) => tels[rang]?.length === 0);
  const corrections = larges[inconnu] ?? [];
  if (tels.length < MOTS_POUR_EN_OTER_UN || autres.length > 0 || corrections.length === 0) return null;
  const corrigees = (rang: number) => (larges[rang]?.length ?? 0) - (tels[rang]?.length ?? 0);
  const connus = rangs.filter((rang) => rang !== inconnu).toSorted((un, autre) => corrigees(autre) - corrigees(un));
  const [premier = 0, ...suivants] = connus;
  return et([[...corrections, ...(tels[premier] ?? [])], ...suivants.map((rang) => larges[rang] ?? [])]);
}

/** Every word, each in one of its forms; nothing when one has none. */
const et = (mots: readonly (readonly string[])[]): string =>
  mots.length === 0 || mots.some((formes) => formes.length === 0)
    ? ""
    : mots.map((formes) => `(${formes.join(" | ")})`).join(" & ");

const ou = (requetes: readonly string[]): string =>
  requetes
    .filter((requete) => requete !== "")
    .map((requete) => `(${requete})`)
    .join(" | ");
