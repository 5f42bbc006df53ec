import type { Sql } from "@coordination/database";
import { type Acteur, interdit, saisieInvalide } from "@coordination/server-kit";
import type { ActeurEcrit } from "../acces/acteur-ecrit.ts";
import { type CibleReferencee, findReferencesDe, insererReferences } from "./reference.repository.ts";
import { controlerReferences, type Reference } from "./reference.rule.ts";

/** Throws BAD_USER_INPUT naming the reference that cannot be one. */
export function exigerReferences(champ: string, references: readonly Reference[]): void {
  const fausse = controlerReferences(references);
  if (fausse !== null) throw saisieInvalide(`${champ}${fausse.champ}`, fausse.explication);
}

interface References {
  readonly champ: string;
  readonly references: readonly Reference[];
}

/**
 * Gives a case, a sending, or a received referral, the numbers of the software that speaks. Given again, they change nothing. Call inside
 * the transaction. Throws FORBIDDEN for a token that names no software, BAD_USER_INPUT on a number that designates another.
 */
export async function poserReferences(
  tx: Sql,
  { clientId }: Acteur,
  cible: Omit<CibleReferencee, "clientId">,
  { champ, references }: References,
  auteur: ActeurEcrit,
): Promise<void> {
  if (references.length === 0) return;
  if (clientId === null) throw interdit("un logiciel identifié (client_id)");
  await insererReferences(tx, { clientId, ...cible }, references, auteur);
  const siennes = new Set((await findReferencesDe(tx, { clientId, ...cible })).map(cleDe));
  const prise = references.findIndex((reference) => !siennes.has(cleDe(reference)));
  if (prise !== -1) {
    const autre = cible.cote === "DEMANDEUR" || cible.cote === "EQUIPE" ? "un autre dossier" : "une autre orientation";
    throw saisieInvalide(`${champ}.${prise}`, `Pour ce logiciel, cette référence désigne déjà ${autre}.`);
  }
}

const cleDe = ({ systeme, identifiant }: Reference): string => JSON.stringify([systeme, identifiant]);
