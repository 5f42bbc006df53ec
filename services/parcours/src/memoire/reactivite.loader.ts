import type { Database, Sql } from "@coordination/database";
import { type Acteur, professionnelDe } from "@coordination/server-kit";
import DataLoader from "dataloader";
import { lireEnTantQue, PORTEE_LIRE } from "../acces/session.ts";
import { cleDeLaCible, type Reactivite, reactiviteDe } from "../classement/memoire.rule.ts";
import type { Cible } from "../classement/voie.ts";
import { findMemoire, findSituationsDe } from "./memoire.repository.ts";
import { debutDeLaReactivite, estCoordinateur } from "./reactivite.rule.ts";

/** The activities and the structures of the directory whose reactivity this service knows. */
type Connue = Exclude<Cible, { genre: "EQUIPE" }>;

/**
 * How recipients answer, for those who may know it; null for the others, as for who answered too few referrals. Whose an activity
 * is comes from the referrals made to it, never from the reference: one statement for all, two for who reads only their own.
 */
export const createReactivites = (database: Database, acteur: Acteur | null, maintenant: Date) =>
  new DataLoader<Connue, Reactivite | null, string>(
    async (cibles) => {
      if (acteur === null || !acteur.scopes.includes(PORTEE_LIRE)) return cibles.map(() => null);
      const lues = await lireEnTantQue(database, acteur, async (sql, lecteur) => {
        const lisibles = await reserver(sql, lecteur, parGenre(cibles));
        if (lisibles.situations.length + lisibles.structures.length === 0) return [];
        const depuis = debutDeLaReactivite(maintenant);
        return findMemoire(sql, { ...lisibles, equipes: [], actes: [], codeInsee: "", depuis });
      });
      const parCle = new Map(lues.map((memoire) => [memoire.cle, reactiviteDe(memoire)]));
      return cibles.map((cible) => parCle.get(cleDeLaCible(cible)) ?? null);
    },
    { cacheKeyFn: cleDeLaCible },
  );

interface ParGenre {
  readonly situations: readonly string[];
  readonly structures: readonly string[];
}

const parGenre = (cibles: readonly Connue[]): ParGenre => ({
  situations: cibles.filter(({ genre }) => genre === "SITUATION").map(({ id }) => id),
  structures: cibles.filter(({ genre }) => genre === "STRUCTURE").map(({ id }) => id),
});

/** What this reader may read of these: everything for a coordinator, their own for the others. */
async function reserver(sql: Sql, lecteur: Acteur, { situations, structures }: ParGenre): Promise<ParGenre> {
  if (estCoordinateur(lecteur)) return { situations, structures };
  const lui = professionnelDe(lecteur);
  return {
    situations: lui === null || situations.length === 0 ? [] : await findSituationsDe(sql, lui, situations),
    structures: structures.filter((id) => lecteur.structures.includes(id)),
  };
}
