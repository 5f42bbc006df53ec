import type { Verdict } from "@coordination/rules";

/** A person as a client describes them to the API; `criteres` reads « +PRESENT -ABSENT », and what is not said is unknown. */
export interface PersonneDeCas {
  readonly age?: number;
  readonly ageMois?: number;
  readonly sexe?: "FEMININ" | "MASCULIN";
  readonly criteres?: string;
  readonly codeInsee?: string;
  readonly le?: string;
}

/** One fact changed from the barely eligible person, and what then decides. */
export type Ecart = readonly [situation: string, ecart: PersonneDeCas, attendu: Verdict, condition: string];

/** A delegation and an act: the barely eligible person, the verdict they get, and the cases around. */
export interface CasDeDelegation {
  readonly code: string;
  readonly acte: string;
  readonly toutJuste: PersonneDeCas;
  /** OUI, unless the entry is still to be verified. */
  readonly verdict: Verdict;
  readonly ecarts: readonly Ecart[];
}

/** « +A -B » as the API takes it. */
export const criteresDe = (ecrits = ""): { code: string; present: boolean }[] =>
  ecrits
    .split(" ")
    .filter((mot) => mot !== "")
    .map((mot) => ({ code: mot.slice(1), present: mot.startsWith("+") }));

/** The same criteria, one of them turned round. */
function inverser(ecrits: string, code: string): string {
  const signe = ecrits.includes(`+${code}`) ? "+" : "-";
  return ecrits.replace(`${signe}${code}`, `${signe === "+" ? "-" : "+"}${code}`);
}

/** The same criteria, one of them left unsaid. */
const taire = (ecrits: string, code: string): string =>
  ecrits
    .split(" ")
    .filter((mot) => mot.slice(1) !== code)
    .join(" ");

/** Each criterion turned round refuses, and left unsaid leaves unknown: `conditions` maps the criterion to its sentence. */
export const autourDesCriteres = (criteres: string, conditions: Readonly<Record<string, string>>): Ecart[] =>
  Object.entries(conditions).flatMap(([critere, condition]): Ecart[] => [
    [`quand ${critere} est dans l'autre sens`, { criteres: inverser(criteres, critere) }, "NON", condition],
    [`quand rien n'est dit de ${critere}`, { criteres: taire(criteres, critere) }, "INCONNU", condition],
  ]);

/** The ages on either side of a limit, in years. */
export const autourDeLAge = (condition: string, { min, max }: { min?: number; max?: number }): Ecart[] => [
  ...(min === undefined
    ? []
    : ([
        [`à ${min - 1} ans`, { age: min - 1 }, "NON", condition],
        [`à ${min} ans`, { age: min }, "OUI", condition],
      ] as const)),
  ...(max === undefined
    ? []
    : ([
        [`à ${max} ans`, { age: max }, "OUI", condition],
        [`à ${max + 1} ans`, { age: max + 1 }, "NON", condition],
      ] as const)),
];
