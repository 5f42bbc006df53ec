import { saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../contexte.ts";
import { exigerMedecinTraitant } from "./medecin-traitant.ts";
import { controlerUsager } from "./saisir-usager.rule.ts";
import type { UsagerInput } from "./usager.input.ts";

/**
 * Checks the description of a person, which stands at `champ` in the arguments, and that the directory knows their doctor. Never inside a
 * transaction. Throws BAD_USER_INPUT, NOT_FOUND, SUBGRAPH_UNAVAILABLE.
 */
export async function exigerUsager(contexte: Contexte, usager: UsagerInput, champ: string): Promise<void> {
  const fausse = controlerUsager(usager, contexte.aujourdhui);
  if (fausse !== null) throw saisieInvalide(`${champ}.${fausse.champ}`, fausse.explication);
  await exigerMedecinTraitant(contexte, usager, `${champ}.medecinTraitantId`);
}
