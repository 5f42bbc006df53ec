import { saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../contexte.ts";
import type { CriteresBesoinInput } from "./criteres.input.ts";
import type { CriteresBesoin } from "./criteres.type.ts";
import { normaliserCriteres } from "./normaliser-criteres.rule.ts";
import { controlerCriteres } from "./saisie-criteres.rule.ts";

/** Criteria that may be searched, in their one form; `prefixe` is where they stand in the arguments. Throws BAD_USER_INPUT. */
export async function exigerCriteres(
  saisie: CriteresBesoinInput,
  { communesConnues }: Pick<Contexte, "communesConnues">,
  prefixe = "",
): Promise<CriteresBesoin> {
  const fausse = controlerCriteres(saisie);
  if (fausse !== null) throw saisieInvalide(`${prefixe}${fausse.champ}`, fausse.explication);
  if (!(await communesConnues.load(saisie.codeInsee))) {
    throw saisieInvalide(`${prefixe}criteres.codeInsee`, "Aucune commune ne porte ce code INSEE.");
  }
  return normaliserCriteres(saisie);
}
