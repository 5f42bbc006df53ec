import type { Sql } from "@coordination/database";
import { type Acteur, professionnelDe } from "@coordination/server-kit";
import { lireEnTantQue } from "../acces/session.ts";
import type { Besoin } from "../besoin/besoin.type.ts";
import type { SourcesDuBesoin } from "../classement/faits.ts";
import { type MemoireDuClassement, SANS_MEMOIRE } from "../classement/memoire.rule.ts";
import type { Cible } from "../classement/voie.ts";
import type { Contexte } from "../contexte.ts";
import type { Nominatif } from "../usager/nominatif.ts";
import { findUsagersDesDossiers } from "../usager/usager.repository.ts";
import { objetDeLUsager } from "../usager/usager.ts";
import { findCercle, findMemoire } from "./memoire.repository.ts";
import { debutDeLaReactivite, estCoordinateur } from "./reactivite.rule.ts";

/**
 * What the ranking knows besides the directory: earlier referrals, and for a need of a case, who follows the person already. One
 * transaction, whatever the number of candidates; none for a vital emergency, nor when there is nobody to rank.
 */
export async function lireMemoire(
  contexte: Contexte,
  { criteres, dossierId }: Pick<Besoin, "criteres" | "dossierId">,
  sources: SourcesDuBesoin,
): Promise<MemoireDuClassement> {
  const { database, acteur, maintenant } = contexte;
  const candidats = {
    situations: unique((sources.professionnels?.elements ?? []).map(({ situation }) => situation.id)),
    structures: unique((sources.structures?.elements ?? []).map(({ structure }) => structure.id)),
    equipes: unique((sources.possibilites ?? []).flatMap(({ equipes }) => equipes.map(({ equipe }) => equipe.id))),
  };
  if (criteres.urgence === "VITALE" || Object.values(candidats).every((ids) => ids.length === 0)) return SANS_MEMOIRE;
  const { actes, codeInsee } = criteres;
  const depuis = debutDeLaReactivite(maintenant);
  const { memoires, cercle } = await lireEnTantQue(database, acteur, async (sql) => ({
    memoires: await findMemoire(sql, { ...candidats, actes, codeInsee, depuis }),
    cercle: dossierId === undefined ? [] : await quiSuit(sql, dossierId, contexte),
  }));
  return {
    maintenant,
    parCible: new Map(memoires.map(({ cle, ...memoire }) => [cle, memoire])),
    litLaReactivite: droitALaReactivite(acteur, sources),
    cercle: new Set(cercle),
  };
}

/** Who follows the person of a case now: its circle, who has accepted, and their treating doctor. */
async function quiSuit(sql: Sql, dossierId: string, { coffre, maintenant }: Contexte): Promise<string[]> {
  const cercle = await findCercle(sql, dossierId, maintenant);
  const [usager] = await findUsagersDesDossiers(sql, [dossierId]);
  if (usager === undefined) return cercle;
  const { medecinTraitantId } = coffre.dechiffrer(objetDeLUsager(usager.id), usager.chiffre) as Nominatif;
  return medecinTraitantId ? [...cercle, medecinTraitantId] : cercle;
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** Coordinators read everyone's; a professional, or a structure, its own. */
function droitALaReactivite(acteur: Acteur | null, { professionnels }: SourcesDuBesoin): (cible: Cible) => boolean {
  if (acteur === null) return () => false;
  if (estCoordinateur(acteur)) return () => true;
  const lui = professionnelDe(acteur);
  const siennes = new Set(
    (professionnels?.elements ?? [])
      .filter(({ situation }) => lui !== null && situation.professionnel?.id === lui)
      .map(({ situation }) => situation.id),
  );
  return ({ genre, id }) =>
    genre === "SITUATION" ? siennes.has(id) : genre === "STRUCTURE" && acteur.structures.includes(id);
}
