import { findHabilitation } from "@coordination/referentiels";
import type { LigneHabilitation } from "./habilitation.repository.ts";
import type { Habilitation } from "./habilitation.type.ts";

/** The catalogue asks to belong to a declared team as it asks for a training. */
const EQUIPE = "EQUIPE_PROTOCOLE_";

/** The name of an authorisation; one that we do not know yet is called by its code, made readable. */
export function libelleHabilitation(code: string): string {
  if (code.startsWith(EQUIPE)) return `Membre d'une équipe déclarée pour le protocole ${code.slice(EQUIPE.length)}`;
  const lisible = code.toLowerCase().replaceAll("_", " ");
  return findHabilitation(code)?.libelle ?? lisible.charAt(0).toUpperCase() + lisible.slice(1);
}

/** An authorisation as the API shows it. */
export const decrireHabilitation = ({ code, depuis, jusquA, organisme, source }: LigneHabilitation): Habilitation => ({
  code,
  libelle: libelleHabilitation(code),
  depuis,
  jusquA,
  organisme,
  source,
});
