import { etatsSuivants } from "../../src/etats/table.ts";
import { PASSAGES_DE_L_ORIENTATION } from "../../src/orientation/etats.ts";
import type { SousGrapheDeTest } from "../sous-graphe.ts";

/** An event, or a line to publish, and the referral that it tells of. */
export interface Dit {
  readonly type: string;
  readonly orientationId: string | null;
}

/** The story of a case, and what of it is to be published: each in its order. */
export async function lireHistoire(
  sousGraphe: SousGrapheDeTest,
  dossierId: string,
): Promise<{ readonly histoire: readonly Dit[]; readonly aPublier: readonly Dit[] }> {
  const histoire = await sousGraphe.interroger<Dit>(
    `select type, orientation_id as "orientationId" from parcours.evenement where dossier_id = '${dossierId}' order by id`,
  );
  const aPublier = await sousGraphe.interroger<Dit>(
    `select type, charge ->> 'orientationId' as "orientationId" from parcours.a_publier where dossier_id = '${dossierId}' order by id`,
  );
  return { histoire, aPublier };
}

const PREFIXE = "ORIENTATION_";
/** The next of a cascade is born sent: this is not a passage. */
const NAISSANCE = "ORIENTATION_SUIVANTE";

/**
 * Where its story alone takes a referral, from its sending: each event that tells of it is a passage of the table, in order. An
 * event too few leaves it behind, an event too many has no passage to take.
 */
export function rejouer(histoire: readonly Dit[], id: string): string {
  return histoire
    .filter(({ type, orientationId }) => orientationId === id && type !== NAISSANCE)
    .reduce((etat, { type }) => {
      const passage = PASSAGES_DE_L_ORIENTATION.find(
        ({ action, de }) => `${PREFIXE}${action}` === type && (de as readonly string[]).includes(etat),
      );
      return passage === undefined ? `${type} de ${etat}` : (etatsSuivants(passage, etat as never)[0] ?? etat);
    }, "ENVOYEE");
}
