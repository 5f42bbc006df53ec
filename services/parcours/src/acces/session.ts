import type { Database, Sql } from "@coordination/database";
import { type Acteur, ecrireUneFois, exigerPortee, professionnelDe } from "@coordination/server-kit";

export const PORTEE_LIRE = "parcours:lire";
export const PORTEE_ECRIRE = "parcours:ecrire";

/** Tells the database who acts in this transaction: its row-level security decides again what they may see. */
async function sePresenter(tx: Sql, acteur: Acteur): Promise<void> {
  await tx.query(
    `select set_config('parcours.sub', $1, true), set_config('parcours.structures', $2, true),
            set_config('parcours.professionnel', $3, true)`,
    [acteur.sub, acteur.structures.join(","), professionnelDe(acteur) ?? ""],
  );
}

/** Reads as this actor. Throws UNAUTHENTICATED, or FORBIDDEN without the scope. */
export function lireEnTantQue<T>(
  database: Database,
  acteur: Acteur | null,
  lire: (sql: Sql, lecteur: Acteur) => Promise<T>,
): Promise<T> {
  const lecteur = exigerPortee(acteur, PORTEE_LIRE);
  return database.transaction(async (tx) => {
    await sePresenter(tx, lecteur);
    return lire(tx, lecteur);
  });
}

/** One write as its client asked for it. */
export interface Demande {
  readonly operation: string;
  readonly cle: string;
  readonly input: unknown;
  readonly aBlanc: boolean;
}

/** What a write takes from the context of its request. */
interface Ecrivain {
  readonly database: Database;
  readonly acteur: Acteur | null;
  readonly loaders: { oublier(): void };
}

/**
 * Writes as this actor, once per key. What the request had read before is forgotten: another write of the same request, or what it
 * then reads, sees the cases as they now are. Throws as `ecrireUneFois` does, UNAUTHENTICATED, or FORBIDDEN without the scope.
 */
export async function ecrireEnTantQue<T>(
  { database, acteur, loaders }: Ecrivain,
  demande: Demande,
  ecrire: (tx: Sql, acteur: Acteur) => Promise<T>,
): Promise<T> {
  const auteur = exigerPortee(acteur, PORTEE_ECRIRE);
  const rendu = await ecrireUneFois(database, { acteur: auteur, ...demande }, async (tx) => {
    await sePresenter(tx, auteur);
    return ecrire(tx, auteur);
  });
  loaders.oublier();
  return rendu;
}
