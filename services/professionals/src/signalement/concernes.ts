import { agitPour, estAgence } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import { structuresDe } from "../declaration/cible.ts";
import type { LigneSignalement } from "./signalement.repository.ts";

/**
 * Which reports on this person are the actor's to read and to answer: all of them for an agency; for a structure, those on an
 * activity there, and those on the person who practises there.
 */
export async function concernesPar(
  { loaders, appel }: Contexte,
  professionnelId: string,
): Promise<(signalement: Pick<LigneSignalement, "situationId">) => boolean> {
  if (estAgence(appel.acteur)) return () => true;
  const situations = await loaders.situationsByProfessionnel.load(professionnelId);
  return ({ situationId }) => {
    const signalees = situations.filter(({ id }) => situationId === null || id === situationId);
    return structuresDe(signalees).some((id) => agitPour(appel.acteur, id));
  };
}
