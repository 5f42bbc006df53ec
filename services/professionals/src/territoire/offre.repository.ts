import type { Sql } from "@coordination/database";
import { RAYON_KM } from "@coordination/referentiels";
import { avecArrondissements } from "../recherche/arrondissements.ts";
import { coeurDe, dansLaBoite, distanceDe } from "../recherche/conditions.ts";
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

/** Radii tried one after the other until three people are found: in a city, they are in the same street. */
const RAYONS = [0.390625, 1.5625, 6.25, 12.5, 25, 50, 100, RAYON_KM.maximum];

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

const { sud, nord, ouest, est } = coeurDe("c", "d.rayon_km");
const AU_COEUR = "s.latitude between v.sud and v.nord and s.longitude between v.ouest and v.est";
const ICI = `s.profession = v.profession and ${SOIGNANTE} and v.rayon_km = 0 and s.code_insee = any(v.codes)`;
const AUTOUR = `s.profession = v.profession and ${SOIGNANTE} and v.rayon_km > 0 and ${dansLaBoite("v", "v.rayon_km")}
        and (${AU_COEUR} or ${distanceDe("v")} <= v.rayon_km)`;
const ACCEPTE = "s.etat is not null and s.nouveaux_patients = 'OUI'";

/** How many people one profession has there: indexes alone tell it, whichever way it is asked. */
const compter = (condition: string) => `
    select count(*) as personnes from (
      select s.professionnel_id from situation s where ${ICI} and ${condition}
      union
      select s.professionnel_id from situation s where ${AUTOUR} and ${condition}) a`;

/**
 * One profession at a time, whose people are side by side in the indexes; without professions, all those that somebody
 * practises, each found after the one before. Who accepts new patients is read in the index of what is declared, a tenth of
 * the other.
 */
const OFFRES = `
  with recursive connue as (
    select min(s.profession) as profession from situation s where s.ferme_le is null
    union all
    select (select min(s.profession) from situation s where s.ferme_le is null and s.profession > connue.profession)
    from connue where connue.profession is not null
  ),
  voulue as materialized (
    select d.demande, d.codes, d.rayon_km, c.latitude, c.longitude, d.professions is not null as demandee, profession,
      ${sud} as sud, ${nord} as nord, ${ouest} as ouest, ${est} as est
    from jsonb_to_recordset($1::jsonb) as d (demande int, code_insee text, codes text[], professions text[], rayon_km float8)
    left join commune_connue c on c.code_insee = d.code_insee
    cross join lateral (select distinct unnest(coalesce(d.professions, array(
      select connue.profession from connue where connue.profession is not null)))) p (profession)
  )
  select v.demande, v.profession, la.personnes as nombre, ouverts.personnes as "acceptantNouveauxPatients",
         coalesce(plus_proche.distances, '{}') as "plusProches"
  from voulue v cross join lateral (${compter("true")}) la cross join lateral (${compter(ACCEPTE)}) ouverts
  left join lateral (
    select trois.distances from unnest('{${RAYONS.join(",")}}'::float8[]) with ordinality rayon (km, rang) cross join lateral (
      select array_agg(distance order by distance) as distances from (
        select min(${distanceDe("v")}) as distance from situation s
        where s.profession = v.profession and ${dansLaBoite("v", "rayon.km")} and ${SOIGNANTE} and ${distanceDe("v")} <= rayon.km
        group by s.professionnel_id order by 1 limit 3) personnes) trois
    where cardinality(trois.distances) = 3 or rayon.rang = ${RAYONS.length} limit 1) plus_proche on true
  where v.demandee or la.personnes > 0
  order by v.demande, v.profession`;
