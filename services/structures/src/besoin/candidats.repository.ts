import type { Sql } from "@coordination/database";
import type { TypeStructure } from "@coordination/vocabulaire";
import type { PublicPrioritaire, RegulationPrealable } from "../enums.type.ts";
import { dansLaBoite, distanceAuCentre } from "../proximite.ts";
import { COLONNES_STRUCTURE, enStructure, type LigneStructure } from "../structure/structure.repository.ts";
import type { Structure } from "../structure/structure.type.ts";

/** What is looked up for a need; `exclus` are the types asked for that may not be kept. */
export interface DemandeDeCandidats {
  readonly codeInsee: string;
  readonly rayonKm: number;
  readonly types: readonly TypeStructure[];
  readonly categories: readonly string[];
  readonly exclus: readonly TypeStructure[];
  readonly avecExclus: boolean;
  readonly medicobus: boolean;
  readonly jour: string;
  readonly limite: number;
}

export interface CandidatTrouve {
  readonly structure: Structure;
  readonly distanceKm: number;
  readonly parCategorie: boolean;
  readonly passage: {
    readonly jour: string;
    readonly commune: string;
    readonly publicsPrioritaires: PublicPrioritaire[];
  } | null;
  /** What it declared of its unscheduled care; null when it declared nothing. */
  readonly soinsNonProgrammes: {
    readonly regulationPrealable: RegulationPrealable | null;
    readonly publics: PublicPrioritaire[];
  } | null;
}

interface Ligne extends LigneStructure {
  distanceKm: number;
  parCategorie: boolean;
  jourDePassage: string | null;
  communeDePassage: string | null;
  publicsPrioritaires: PublicPrioritaire[] | null;
  regulationPrealable: RegulationPrealable | null;
  publicsNonProgrammes: PublicPrioritaire[] | null;
}

const JOURS_DE_PASSAGE = 30;

const RAYON = "$2::double precision";

/** A médicobus has no address that counts: its nearest passage of the coming days stands for it, the soonest among equals. */
const PASSAGES = `
  select distinct on (p.medicobus_id) p.medicobus_id as id, ${distanceAuCentre("c")} as distance,
         (p.debut at time zone 'Europe/Paris')::date as jour, c.nom as commune, m.publics_prioritaires
  from centre join commune c on ${dansLaBoite("c", RAYON)}
  join passage p on p.code_insee = c.code and p.fin >= $7::date::timestamp at time zone 'Europe/Paris'
    and p.debut < ($7::date + ${JOURS_DE_PASSAGE})::timestamp at time zone 'Europe/Paris'
  join medicobus m on m.structure_id = p.medicobus_id and m.statut = 'EN_SERVICE'
  where $6::boolean and ${distanceAuCentre("c")} <= $2
  order by p.medicobus_id, distance, p.debut`;

/**
 * The structures that could answer a need, in one statement: those that may be kept first, then the nearest, then by id.
 * A commune without a position finds nothing.
 */
export async function findCandidats(sql: Sql, demande: DemandeDeCandidats): Promise<CandidatTrouve[]> {
  const { codeInsee, rayonKm, types, categories, exclus, avecExclus, medicobus, jour, limite } = demande;
  const lignes = await sql.query<Ligne>(
    `with centre as (select latitude, longitude from commune where code = $1 and latitude is not null),
     passages as (${PASSAGES}),
     proches as (
       select s.id, s.type, ${distanceAuCentre("s")} as distance, false as par_categorie from centre join structure s on ${dansLaBoite("s", RAYON)}
       where s.type = any($3::text[]) and s.type <> 'MEDICOBUS' and s.ferme_le is null
       union all
       select s.id, s.type, ${distanceAuCentre("s")}, true from centre join structure s on ${dansLaBoite("s", RAYON)}
       where s.categorie = any($4::text[]) and not s.type = any($3::text[]) and s.type <> 'MEDICOBUS' and s.ferme_le is null),
     trouves as (
       select id, type, distance, par_categorie, null::date as jour, null::text as commune, null::text[] as publics from proches where distance <= $2
       union all
       select p.id, s.type, p.distance, false, p.jour, p.commune, p.publics_prioritaires
       from passages p join structure s using (id) where s.ferme_le is null),
     -- Chosen on what the indexes hold; the rest is read of those alone.
     choisis as (
       select *, type = any($5::text[]) as exclu from trouves where $8::boolean or not type = any($5::text[])
       order by exclu, distance, id limit $9::int)
     select ${COLONNES_STRUCTURE}, t.distance as "distanceKm", t.par_categorie as "parCategorie", t.jour as "jourDePassage",
            t.commune as "communeDePassage", t.publics as "publicsPrioritaires",
            n.regulation_prealable as "regulationPrealable", n.publics as "publicsNonProgrammes"
     from choisis t join structure s using (id) left join soins_non_programmes n on n.structure_id = s.id
     order by t.exclu, t.distance, s.id`,
    [codeInsee, rayonKm, types, categories, exclus, medicobus, jour, avecExclus, limite],
  );
  return lignes.map(enCandidat);
}

function enCandidat({
  distanceKm,
  parCategorie,
  jourDePassage,
  communeDePassage,
  publicsPrioritaires,
  regulationPrealable,
  publicsNonProgrammes,
  ...ligne
}: Ligne): CandidatTrouve {
  const passage =
    jourDePassage === null || communeDePassage === null
      ? null
      : { jour: jourDePassage, commune: communeDePassage, publicsPrioritaires: publicsPrioritaires ?? [] };
  const soinsNonProgrammes =
    publicsNonProgrammes === null ? null : { regulationPrealable, publics: publicsNonProgrammes };
  return { structure: enStructure(ligne), distanceKm, parCategorie, passage, soinsNonProgrammes };
}

/** The open SAS of the commune's département, nearest first; the distance is null when a position is not known. */
export async function findSasDe(
  sql: Sql,
  codeInsee: string,
): Promise<{ structure: Structure; distanceKm: number | null }[]> {
  const lignes = await sql.query<LigneStructure & { distanceKm: number | null }>(
    `select ${COLONNES_STRUCTURE}, ${distanceAuCentre("s")} as "distanceKm"
     from commune centre join structure s on s.departement = centre.departement and s.type = 'SAS' and s.ferme_le is null
     where centre.code = $1 order by "distanceKm", s.id`,
    [codeInsee],
  );
  return lignes.map(({ distanceKm, ...ligne }) => ({ structure: enStructure(ligne), distanceKm }));
}
