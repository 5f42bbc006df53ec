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
import { lireReseau } from "./lire-reseau.ts";
import { findCercle, findMemoire } from "./memoire.repository.ts";
import { debutDeLaReactivite, estCoordinateur } from "./reactivite.rule.ts";

/**
 * What the ranking knows besides the directory's candidates: earlier referrals, and for a need of a case, who follows the person already
 * and what their treating doctor belongs to. One transaction, whatever the number of candidates; none for a vital emergency, nor
 * when there is nobody to rank.
 */
export async function lireMemoire(
  contexte: Contexte,
  { criteres, dossierId }: Pick<Besoin, "criteres" | "dossierId">,
  sources: SourcesDuBesoin,
): Promise<MemoireLue> {
  const { database, acteur, maintenant } = contexte;
  const candidats = {
    situations: unique((sources.professionnels?.elements ?? []).map(({ situation }) => situation.id)),
    structures: unique((sources.structures?.elements ?? []).map(({ structure }) => structure.id)),
    equipes: unique((sources.possibilites ?? []).flatMap(({ equipes }) => equipes.map(({ equipe }) => equipe.id))),
  };
  if (criteres.urgence === "VITALE" || Object.values(candidats).every((ids) => ids.length === 0)) return RIEN;
  const { actes, codeInsee } = criteres;
  const depuis = debutDeLaReactivite(maintenant);
  const { memoires, suivi } = await lireEnTantQue(database, acteur, async (sql) => ({
    memoires: await findMemoire(sql, { ...candidats, actes, codeInsee, depuis }),
    suivi: dossierId === undefined ? PERSONNE : await quiSuit(sql, dossierId, contexte),
  }));
  // Outside the transaction: the directory may be slow.
  const { reseau, annuaireMuet } = await lireReseau(contexte, suivi.medecinTraitantId);
  return {
    memoire: {
      maintenant,
      parCible: new Map(memoires.map(({ cle, ...memoire }) => [cle, memoire])),
      litLaReactivite: droitALaReactivite(acteur, sources),
      cercle: new Set(suivi.cercle),
      reseau,
    },
    annuaireMuet,
  };
}

/** What was remembered, and whether the directory was silent about the treating doctor. */
interface MemoireLue {
  readonly memoire: MemoireDuClassement;
  readonly annuaireMuet: boolean;
}
const RIEN: MemoireLue = { memoire: SANS_MEMOIRE, annuaireMuet: false };

interface Suivi {
  readonly cercle: readonly string[];
  readonly medecinTraitantId: string | null;
}
const PERSONNE: Suivi = { cercle: [], medecinTraitantId: null };

/** Who follows the person of a case now: its circle, who has accepted, and their treating doctor. */
async function quiSuit(sql: Sql, dossierId: string, { coffre, maintenant }: Contexte): Promise<Suivi> {
  const cercle = await findCercle(sql, dossierId, maintenant);
  const [usager] = await findUsagersDesDossiers(sql, [dossierId]);
  if (usager === undefined) return { cercle, medecinTraitantId: null };
  const { medecinTraitantId = null } = coffre.dechiffrer(objetDeLUsager(usager.id), usager.chiffre) as Nominatif;
  return medecinTraitantId === null
    ? { cercle, medecinTraitantId }
    : { cercle: [...cercle, medecinTraitantId], medecinTraitantId };
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
