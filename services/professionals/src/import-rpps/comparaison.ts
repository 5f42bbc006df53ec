import { type FermeturesPrevues, LIGNES_CITEES, type LignesParRaison } from "@coordination/importation";
import type pg from "pg";
import { sqlListe } from "./sql.ts";

/** An import writes its own rows only: a declared situation has an owner, and no file speaks of it. */
export const sqlDuFichier = (situation: string): string =>
  `${situation}.source = 'RPPS' and ${situation}.declaree_le is null`;

/**
 * Names each activity of `import_rpps_lu` (its key's hash, and its rank by address among those of the same key) and says
 * what it does to the directory, in `import_rpps_situation` (INSEREE, MODIFIEE, INCHANGEE); the same of people, in
 * `import_rpps_personne`. Exact repetitions of a line are left out.
 */
export async function comparer(client: pg.Client): Promise<void> {
  // Keys that come more than once are few: only their lines are ranked.
  await client.query(`
    create unlogged table professionals.import_rpps_rang as
    with repetee as (
      select cle from professionals.import_rpps_lu where motif is null group by cle having count(*) > 1
    ),
    numerotee as (
      select ligne, cle, adresse, code_postal, empreinte,
        row_number() over (partition by cle, empreinte order by ligne) as exemplaire
      from professionals.import_rpps_lu join repetee using (cle) where motif is null
    )
    select ligne, exemplaire, row_number() over (partition by cle, exemplaire = 1 order by adresse, code_postal, empreinte) as rang
    from numerotee`);
  await client.query("analyze professionals.import_rpps_rang");
  await client.query(`
    create unlogged table professionals.import_rpps_situation as
    select n.ligne, n.professionnel_id, n.id,
      case when s.id is null then 'INSEREE' when s.empreinte <> n.empreinte or s.ferme_le is not null then 'MODIFIEE'
           else 'INCHANGEE' end as ecart
    from (
      select l.ligne, '8' || l.rpps as professionnel_id, l.empreinte,
        l.cle || case when r.rang > 1 then '-' || r.rang else '' end as id
      from professionals.import_rpps_lu l left join professionals.import_rpps_rang r using (ligne)
      where l.motif is null and coalesce(r.exemplaire, 1) = 1
    ) n left join professionals.situation s on s.id = n.id`);
  await client.query(`
    create unlogged table professionals.import_rpps_personne as
    select l.id, l.rpps, l.civilite, l.nom, l.prenom,
      case when p.id is null then 'INSEREE'
           when p.ferme_le is not null or (p.civilite, p.nom, p.prenom) is distinct from (l.civilite, l.nom, l.prenom) then 'MODIFIEE'
           else 'INCHANGEE' end as ecart
    from (select distinct on (rpps) '8' || rpps as id, rpps, civilite, nom, prenom from professionals.import_rpps_lu
          where motif is null order by rpps, nom, prenom, civilite) l
    left join professionals.professionnel p on p.id = l.id`);
  await client.query("analyze professionals.import_rpps_situation; analyze professionals.import_rpps_personne");
}

interface Ecarts {
  readonly inserees: number;
  readonly modifiees: number;
  readonly inchangees: number;
  readonly personnes: number;
}

/** A line whose person alone changed (a corrected name) counts as modified. */
export async function compterEcarts(client: pg.Client): Promise<Ecarts> {
  const { rows } = await client.query<Ecarts>(`
    select inserees, modifiees + autrement as modifiees, inchangees - autrement as inchangees, personnes
    from (select count(*) filter (where ecart = 'INSEREE')::int as inserees,
                 count(*) filter (where ecart = 'MODIFIEE')::int as modifiees,
                 count(*) filter (where ecart = 'INCHANGEE')::int as inchangees
          from professionals.import_rpps_situation) s,
      (select count(*)::int as autrement from professionals.import_rpps_situation r
       join professionals.import_rpps_personne p on p.id = r.professionnel_id and p.ecart <> 'INCHANGEE'
       where r.ecart = 'INCHANGEE') a,
      (select count(*)::int as personnes from professionals.import_rpps_personne where ecart <> 'INCHANGEE') p`);
  return rows[0] ?? { inserees: 0, modifiees: 0, inchangees: 0, personnes: 0 };
}

/** Lines left out, and those with something to know, by reason. */
export async function lignesParCode(
  client: pg.Client,
  code: string,
  relation: string,
): Promise<Omit<LignesParRaison, "libelle">[]> {
  const { rows } = await client.query<{ code: string; nombre: number; lignes: number[] }>(`
    select ${code} as code, count(*)::int as nombre, (array_agg(ligne order by ligne))[1:${LIGNES_CITEES}] as lignes
    from ${relation} group by 1`);
  return rows;
}

/**
 * Activities that the file no longer lists, in the départements it covers only: a regional file says nothing of the
 * others. They go to `import_rpps_disparue`, and are counted by département beside those that stand open. A person whom
 * they leave without an open activity, declared ones included, goes to `import_rpps_personne_fermee`. Nothing is closed of
 * somebody whose line could not be read: the file still lists them. `illisibles` are RPPS numbers.
 */
export async function chercherDisparues(
  client: pg.Client,
  illisibles: readonly string[],
): Promise<FermeturesPrevues[]> {
  await client.query(`
    create unlogged table professionals.import_rpps_illisible as
    select '8' || rpps as professionnel_id from professionals.import_rpps_lu where motif in ('nom', 'profession')
    union select '8' || rpps from unnest(${sqlListe(client, illisibles)}) rpps;
    analyze professionals.import_rpps_illisible;
    create unlogged table professionals.import_rpps_departement as
    select distinct coalesce(departement_source, '') as departement from professionals.import_rpps_lu where motif is null;
    create unlogged table professionals.import_rpps_disparue as
    select s.id, s.professionnel_id, coalesce(s.departement_source, '') as departement from professionals.situation s
    where ${COUVERTES} and not exists (select from professionals.import_rpps_situation r where r.id = s.id)
      and not exists (select from professionals.import_rpps_illisible i where i.professionnel_id = s.professionnel_id);
    analyze professionals.import_rpps_disparue;
    create unlogged table professionals.import_rpps_personne_fermee as
    select distinct d.professionnel_id as id from professionals.import_rpps_disparue d
    where not exists (select from professionals.import_rpps_situation r where r.professionnel_id = d.professionnel_id)
      and not exists (
        select from professionals.situation s where s.professionnel_id = d.professionnel_id and s.ferme_le is null
          and not exists (select from professionals.import_rpps_disparue autre where autre.id = s.id));
    analyze professionals.import_rpps_personne_fermee`);
  const { rows } = await client.query<FermeturesPrevues>(`
    select departement, ouvertes, coalesce(fermees, 0) as fermees from (
      select coalesce(s.departement_source, '') as departement, count(*)::int as ouvertes
      from professionals.situation s where ${COUVERTES} group by 1) o
    left join (
      select departement, count(*)::int as fermees from professionals.import_rpps_disparue group by 1) d using (departement)`);
  return rows;
}

/** What stands open (`s`) in the départements of the file. */
const COUVERTES = `s.ferme_le is null and ${sqlDuFichier("s")}
  and coalesce(s.departement_source, '') in (select departement from professionals.import_rpps_departement)`;
