import type { Hasard } from "@coordination/tools";
import {
  NOMS_COURANTS,
  PRENOMS_FEMININS,
  PRENOMS_MASCULINS,
  SYLLABES_DE_DEBUT,
  SYLLABES_DE_FIN,
  SYLLABES_DU_MILIEU,
} from "./mots.ts";
import { createTirage } from "./tirage.ts";

export interface Identite {
  readonly civilite: "M" | "MME";
  readonly nom: string;
  readonly prenom: string;
}

/** How unequal names are: the weight of rank r is 1 / (r + DECALAGE) ^ PENTE, near what a name register looks like. */
const PENTE = 0.95;
const DECALAGE = 25;
const zipf = (_valeur: string, rang: number): number => 10_000 / (rang + DECALAGE) ** PENTE;

/** Three in five, as among the health professions taken together. */
const PART_DE_FEMMES = 0.62;

const PARTICULES = [
  "DE ",
  "DU ",
  "DE LA ",
  "D'",
  "LE ",
  "LA ",
  "DES ",
  "EL ",
  "BEN ",
  "DA ",
  "DI ",
  "VAN DER ",
] as const;

/** Draws the people's names: a few very common, tens of thousands rare, and the hard spellings of a real register. */
export function createTirageDIdentite(hasard: Hasard): () => Identite {
  const tirerSurnom = createTirage([...NOMS_COURANTS, ...surnomsComposes()], zipf, hasard);
  const tirerFeminin = createTirage(PRENOMS_FEMININS, zipf, hasard);
  const tirerMasculin = createTirage(PRENOMS_MASCULINS, zipf, hasard);
  const prenomDe = (tirer: () => string): string => {
    if (!hasard.chance(0.07)) return tirer();
    const [premier, second] = [tirer(), tirer()];
    return premier === second ? premier : `${premier}-${second}`;
  };
  const nomDe = (): string => {
    const sort = hasard.entier(1000);
    // Double names: hyphen, double hyphen of civil status, or a plain space; then particles, saints and apostrophes.
    if (sort < 35) return `${tirerSurnom()}-${tirerSurnom()}`;
    if (sort < 40) return `${tirerSurnom()}--${tirerSurnom()}`;
    if (sort < 52) return `${tirerSurnom()} ${tirerSurnom()}`;
    if (sort < 82) return `${hasard.parmi(PARTICULES)}${tirerSurnom()}`;
    if (sort < 87) return `SAINT-${tirerSurnom()}`;
    if (sort < 90) return `ST ${tirerSurnom()}`;
    if (sort < 96) return `${hasard.parmi(["L'", "D'", "O'", "N'"])}${tirerSurnom()}`;
    return tirerSurnom();
  };
  return () =>
    hasard.chance(PART_DE_FEMMES)
      ? { civilite: "MME", nom: nomDe(), prenom: prenomDe(tirerFeminin) }
      : { civilite: "M", nom: nomDe(), prenom: prenomDe(tirerMasculin) };
}

/** Names that sound French and that nobody chose: every joining of the syllables, spread so that neighbours differ. */
function surnomsComposes(): string[] {
  const surnoms = SYLLABES_DE_DEBUT.flatMap((debut) =>
    SYLLABES_DU_MILIEU.flatMap((milieu) => SYLLABES_DE_FIN.map((fin) => `${debut}${milieu}${fin}`)),
  );
  const pas = 7_919;
  return surnoms.map((_nom, rang) => surnoms[(rang * pas) % surnoms.length] ?? "");
}
