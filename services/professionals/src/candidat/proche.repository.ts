import type { Sql } from "@coordination/database";
import { dansLaBoite } from "../recherche/conditions.ts";
import {
  COLONNES_SITUATION,
  JOINTURES_SITUATION,
  type LigneSituation,
  situationEnVigueur,
} from "../situation/situation.repository.ts";

/** One way to answer: these professions, each with the know-hows that it must have (null: any). */
export interface VoieDeRecherche {
  readonly professions: readonly { readonly code: string; readonly savoirFaire: readonly string[] | null }[];
  /** Kinds of places that the text admits: activities in a known one come first; null: anywhere. */
  readonly lieux: readonly string[] | null;
  /** At most this many; null: as many as the request wants. */
  readonly maximum: number | null;
}

/** The nearest activities around a commune, along several ways; `limite` for all of them together. */
export interface DemandeDeProches {
  readonly codeInsee: string;
  readonly rayonKm: number;
  readonly voies: readonly VoieDeRecherche[];
  readonly limite: number;
  /** Breaks ties between equal distances: always the same for a need, different from one need to another. */
  readonly graine: string;
}

/** A near activity: the rank of its request and of its way, and how far it is. */
export interface Proche extends LigneSituation {
  readonly demande: number;
  readonly voie: number;
  readonly distanceKm: number;
}

/**
 * The nearest activities that care for patients, for every way of every request, in one statement: an index-only box on
 * (profession, strip of latitude, longitude), ring after ring, the nearest of each way; the ways then take turns (rank in the way,
 * then distance), so that none starves another; those outside the admitted places come after them; the rows of the table are read last, for the chosen ones only.
 * One place of one person comes once in a way: the activity whose availability is declared stands for its doubles.
 * Returns at most `limite` + 1 rows a request, in order.
 */
export function findProches(sql: Sql, demandes: readonly DemandeDeProches[], aujourdhui: string): Promise<Proche[]> {
  const lignes = demandes.flatMap(({ codeInsee, rayonKm, voies, limite, graine }, demande) =>
    voies.flatMap(({ professions, lieux, maximum }, voie) =>
      professions.map(({ code, savoirFaire }) => ({
        demande,
        voie,
        profession: code,
        savoir_faire: savoirFaire,
        lieux,
        maximum,
        code_insee: codeInsee,
        rayon_km: rayonKm,
        limite,
        graine,
      })),
    ),
  );
  return lignes.length === 0
    ? Promise.resolve([])
    : sql.query<Proche>(PLUS_PROCHES, [JSON.stringify(lignes), aujourdhui]);
}

const DISTANCE = "distance_km(centre.latitude, centre.longitude, s.latitude, s.longitude)";

/** Each is twice as wide as the one before: in a dense city the first ones are enough, and the others are never read. */
const ANNEAUX = 7;

const PLUS_PROCHES = `
  with cherchee as (
    select v.*, c.latitude, c.longitude
    from jsonb_to_recordset($1::jsonb) as v (demande int, voie int, profession text, savoir_faire text[], lieux text[], maximum int,
                                             code_insee text, rayon_km float8, limite int, graine bigint)
    join commune_connue c on c.code_insee = v.code_insee
  ),
  proche as (
    select centre.demande, centre.voie, centre.limite, lieu.ids, lieu.distance, lieu.hasard,
           lieu.admis,
           row_number() over (partition by centre.demande, centre.voie, lieu.admis order by lieu.distance, lieu.hasard) as rang
    from cherchee centre cross join lateral (
      select trouve.* from (
        select admis, case rang when 1 then -1 else 0.5 ^ (${ANNEAUX + 1} - rang) end as de, 0.5 ^ (${ANNEAUX} - rang) as a
        from (values (true), (false)) phase (admis) cross join generate_series(1, ${ANNEAUX}) rang
        -- In one relation, or the planner could turn the two loops inside out.
        order by admis desc, rang offset 0) anneau
      cross join lateral (
        select array_agg(s.id) as ids, ${DISTANCE} as distance, hashtextextended(min(s.id), centre.graine) as hasard, anneau.admis
        from situation s
        where s.profession = centre.profession and s.ferme_le is null and s.soignante and ${situationEnVigueur("$2::date")}
          and ${dansLaBoite("centre", "(centre.rayon_km * anneau.a)")}
          and ${DISTANCE} > centre.rayon_km * anneau.de and ${DISTANCE} <= centre.rayon_km * anneau.a
          and (centre.savoir_faire is null or s.savoir_faire = any(centre.savoir_faire))
          and case when centre.lieux is null then anneau.admis else anneau.admis = exists (
            select from structure_connue lieu where lieu.id = s.structure_id and lieu.type = any(centre.lieux) offset 0) end
        group by s.professionnel_id, s.structure_id, s.latitude, s.longitude
        order by distance, hasard limit coalesce(centre.maximum, centre.limite + 1)
      ) trouve
      where anneau.admis or centre.lieux is not null
      limit coalesce(centre.maximum, centre.limite + 1)
    ) lieu
  ),
  choisie as (
    select *, row_number() over (partition by demande order by admis desc, rang, distance, hasard, voie) as ordre from proche
  )
  select choisie.demande, choisie.voie, choisie.distance as "distanceKm", activite.*
  from choisie cross join lateral (
    select ${COLONNES_SITUATION}
    from situation s ${JOINTURES_SITUATION}
    where s.id = any(choisie.ids) order by s.etat is null, s.id limit 1
  ) activite
  where choisie.ordre <= choisie.limite + 1
  order by choisie.demande, choisie.ordre`;
