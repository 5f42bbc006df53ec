import type { Sql } from "@coordination/database";
import { RAYON_KM } from "@coordination/referentiels";
import { avecArrondissements } from "../recherche/arrondissements.ts";
import { dansLaBoite, distanceDe } from "../recherche/conditions.ts";
import { situationEnVigueur } from "../situation/situation.repository.ts";

/** What is asked of one commune; without professions, those that are found. */
export interface DemandeOffre {
  readonly codeInsee: string;
  readonly professions: readonly string[] | null;
  readonly rayonKm: number;
}

/** What one commune has of one profession; the distances of the three nearest people, fewer when there are fewer. */
export interface LigneOffre {
  readonly demande: number;
  readonly profession: string;
  readonly nombre: number;
  readonly acceptantNouveauxPatients: number;
  readonly plusProches: readonly number[];
}

/** Radii tried one after the other until three people are found. */
const RAYONS = [3.125, 6.25, 12.5, 25, 50, 100, RAYON_KM.maximum];

const SOIGNANTE = `s.ferme_le is null and s.soignante and ${situationEnVigueur("$2::date")}`;

/**
 * What these communes have, in one statement: people in the commune itself (radius 0) or in the disc around its centre, then
 * the three nearest of each profession, in wider and wider discs that stop as soon as they are found.
 */
export const countOffres = (sql: Sql, demandes: readonly DemandeOffre[], aujourdhui: string): Promise<LigneOffre[]> =>
  sql.query<LigneOffre>(OFFRES, [
    JSON.stringify(
      demandes.map(({ codeInsee, professions, rayonKm }, demande) => ({
        demande,
        code_insee: codeInsee,
        codes: avecArrondissements([codeInsee]),
        professions,
        rayon_km: rayonKm,
      })),
    ),
    aujourdhui,
  ]);

/** What the index of positions holds: the rows of a whole city are not read. */
const ACTIVITE = "s.profession, s.professionnel_id, s.id";
const ADMISE = "(centre.professions is null or s.profession = any(centre.professions))";
const DANS_LE_DISQUE = `centre.rayon_km > 0 and ${dansLaBoite("centre", "centre.rayon_km")} and ${ADMISE}
        and ${distanceDe("centre")} <= centre.rayon_km`;
const ACCEPTE = "s.etat is not null and s.nouveaux_patients = 'OUI'";

/** Who accepts new patients is read in the index of what is declared, a tenth of the other. */
const OFFRES = `
  with centre as materialized (
    select d.*, c.latitude, c.longitude
    from jsonb_to_recordset($1::jsonb) as d (demande int, code_insee text, codes text[], professions text[], rayon_km float8)
    left join commune_connue c on c.code_insee = d.code_insee
  ),
  proche as (
    select centre.demande, a.* from centre cross join lateral (
      select ${ACTIVITE}, coalesce(${ACCEPTE}, false) as accepte from situation s
      where centre.rayon_km = 0 and s.code_insee = any(centre.codes) and ${SOIGNANTE} and ${ADMISE}
      union all
      select ${ACTIVITE}, false from situation s where ${SOIGNANTE} and ${DANS_LE_DISQUE}) a
  ),
  ouverte as materialized (
    select centre.demande, s.id from centre cross join situation s
    where s.ferme_le is null and ${ACCEPTE} and ${DANS_LE_DISQUE}
  ),
  personne as (
    select p.demande, p.profession, p.professionnel_id, bool_or(p.accepte or o.id is not null) as accepte
    from proche p left join ouverte o on o.demande = p.demande and o.id = p.id
    group by p.demande, p.profession, p.professionnel_id
  ),
  compte as (
    select demande, profession, count(*) as nombre, count(*) filter (where accepte) as acceptant
    from personne group by demande, profession
  ),
  voulue as (
    select demande, profession from compte
    union select demande, unnest(professions) from centre
  )
  select v.demande, v.profession, coalesce(c.nombre, 0) as nombre, coalesce(c.acceptant, 0) as "acceptantNouveauxPatients",
         coalesce(plus_proche.distances, '{}') as "plusProches"
  from voulue v join centre on centre.demande = v.demande
  left join compte c on c.demande = v.demande and c.profession = v.profession
  left join lateral (
    select trois.distances from unnest('{${RAYONS.join(",")}}'::float8[]) with ordinality rayon (km, rang) cross join lateral (
      select array_agg(distance order by distance) as distances from (
        select min(${distanceDe("centre")}) as distance from situation s
        where s.profession = v.profession and ${dansLaBoite("centre", "rayon.km")} and ${SOIGNANTE} and ${distanceDe("centre")} <= rayon.km
        group by s.professionnel_id order by 1 limit 3) personnes) trois
    where cardinality(trois.distances) = 3 or rayon.rang = ${RAYONS.length} limit 1) plus_proche on true
  order by v.demande, v.profession`;
