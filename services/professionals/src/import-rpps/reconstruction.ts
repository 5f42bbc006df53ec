import { colonnesDesAutres, creerTableNeuve, echanger, indexer, type TableNeuve } from "@coordination/importation";
import type pg from "pg";
import { sqlDuFichier } from "./comparaison.ts";
import { COLONNES_DE_SITUATION, SITUATIONS_A_ECRIRE, VALEURS_DE_SITUATION } from "./ecriture.ts";
import { apprendreLesMots, lireLesNoms, oublierLesNoms } from "./noms.ts";

const SUIVI = ["ferme_le", "source", "millesime", "mis_a_jour_le"] as const;
const LUES_DE_PERSONNE = ["id", "rpps", "civilite", "nom", "prenom"] as const;
const COLONNES_DE_PERSONNE = [...LUES_DE_PERSONNE, "mots", "famille", "reperes", ...SUIVI] as const;

/** The dates of an import, in SQL: of its file, and of what it writes. */
interface Dates {
  readonly millesime: string;
  readonly le: string;
}

/** What a row that the file writes has in the columns of every import. */
const suiviDuFichier = ({ millesime, le }: Dates) => ({
  ferme_le: "null",
  source: "'RPPS'",
  millesime,
  mis_a_jour_le: le,
});
/** What a row that stands (`a`) becomes; `f` is there when the file closes it. */
const suiviDeCeQuiReste = ({ millesime, le }: Dates) => ({
  ferme_le: `case when f.id is null then a.ferme_le else ${millesime} end`,
  mis_a_jour_le: `case when f.id is null then a.mis_a_jour_le else ${le} end`,
});

interface Cible {
  readonly table: TableNeuve;
  readonly colonnes: readonly string[];
  /** Columns that others declare, and what a new row has in them. */
  readonly autres: readonly { colonne: string; defaut: string }[];
}

/**
 * Writes the same as `ecrireEcarts`, by building the tables anew from the file and from what stands, then exchanging
 * them: rows go in without indexes, and those are built once. Ids do not change, so that cursors and what was declared
 * hold. What others wrote meanwhile is taken over under the lock of the exchange, which lasts until the transaction ends:
 * `ranger`, and all that may be done before it, comes before.
 */
export async function reconstruire(
  client: pg.Client,
  millesime: string,
  ranger: () => Promise<unknown>,
): Promise<void> {
  const horizon = await horizonDesEcritures(client);
  const personnes = await creerCible(client, "professionnel", COLONNES_DE_PERSONNE);
  const situations = await creerCible(client, "situation", ["id", ...COLONNES_DE_SITUATION, ...SUIVI]);
  const dates = { millesime: `${client.escapeLiteral(millesime)}::date`, le: await annoncer(client) };
  await remplirSituations(client, situations, dates);
  await lireLesNoms(client);
  await remplirPersonnes(client, personnes, dates, situations.table);
  const tables = [personnes.table, situations.table, ...(await apprendreLesMots(client))];
  await oublierLesNoms(client);
  for (const table of tables) await indexer(client, table);
  await ranger();
  await echanger(client, tables, async () => {
    await reprendreDeclarees(client, situations, personnes.table);
    for (const cible of [personnes, situations]) await reprendreColonnesDesAutres(client, cible, horizon);
  });
}

/** Tables built anew have no trigger yet: says that a write is under way, and gives the instant that dates it. */
async function annoncer(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ le: string }>("select professionals.annoncer_une_ecriture()::text as le");
  return `${client.escapeLiteral(rows[0]?.le ?? "")}::timestamptz`;
}

/** The oldest transaction that may still be writing when we start to read. */
async function horizonDesEcritures(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ horizon: string }>(
    "select pg_snapshot_xmin(pg_current_snapshot())::xid::text as horizon",
  );
  return rows[0]?.horizon ?? "0";
}

async function creerCible(client: pg.Client, nom: string, colonnes: readonly string[]): Promise<Cible> {
  const table = await creerTableNeuve(client, "professionals", nom);
  return { table, colonnes, autres: await colonnesDesAutres(client, table, colonnes) };
}

interface Lignes {
  /** How each of our columns is computed. */
  readonly valeurs: Readonly<Record<string, string>>;
  /** Whether the row may be new (`a` is then all null). */
  readonly nouvelles: boolean;
  readonly depuis: string;
}

async function verser(
  client: pg.Client,
  { table, colonnes, autres }: Cible,
  { valeurs, nouvelles, depuis }: Lignes,
): Promise<void> {
  const lues = [
    ...colonnes.map((colonne) => valeurs[colonne] ?? `a.${colonne}`),
    ...autres.map(({ colonne, defaut }) =>
      nouvelles ? `case when a.id is null then ${defaut} else a.${colonne} end` : `a.${colonne}`,
    ),
  ];
  const noms = [...colonnes, ...autres.map(({ colonne }) => colonne)].join(", ");
  await client.query(`insert into ${table.neuve} (${noms}) select ${lues.join(", ")} from ${depuis}`);
}

const PAR_NOM = (personne: string) => `order by ${personne}.nom collate "C", ${personne}.prenom collate "C"`;

/** Written in the order of the names, so that those who share the beginning of one are read together. */
async function remplirPersonnes(client: pg.Client, cible: Cible, dates: Dates, situations: TableNeuve): Promise<void> {
  // Nearly as many people as activities: the planner must know it.
  await client.query(`
    analyze ${situations.neuve} (professionnel_id);
    create unlogged table professionals.import_rpps_repere as
    select professionnel_id as id, array_remove(${REPERES}, null) as reperes from ${situations.neuve}
    where ferme_le is null group by professionnel_id;
    analyze professionals.import_rpps_repere`);
  const lues = {
    ...Object.fromEntries(LUES_DE_PERSONNE.map((colonne) => [colonne, `p.${colonne}`])),
    mots: "n.mots || q.mots",
    famille: "n.famille",
    reperes: "coalesce(r.reperes, '{}')",
  };
  const duFichier: Lignes = {
    valeurs: { ...lues, ...suiviDuFichier(dates) },
    nouvelles: true,
    depuis: `professionals.import_rpps_personne p left join professionals.professionnel a on a.id = p.id
      join professionals.import_rpps_nom n on n.nom = p.nom join professionals.import_rpps_prenom q on q.prenom = p.prenom
      left join professionals.import_rpps_repere r on r.id = p.id where p.ecart <> 'INCHANGEE' ${PAR_NOM("p")}`,
  };
  const quiRestent: Lignes = {
    valeurs: { ...suiviDeCeQuiReste(dates), reperes: "coalesce(r.reperes, '{}')" },
    nouvelles: false,
    depuis: `professionals.professionnel a left join professionals.import_rpps_personne_fermee f on f.id = a.id
      left join professionals.import_rpps_repere r on r.id = a.id
      where not exists (select from professionals.import_rpps_personne p where p.id = a.id and p.ecart <> 'INCHANGEE')
      ${PAR_NOM("a")}`,
  };
  for (const lignes of [duFichier, quiRestent]) await verser(client, cible, lignes);
  await client.query("drop table professionals.import_rpps_repere");
}

async function remplirSituations(client: pg.Client, cible: Cible, dates: Dates): Promise<void> {
  const lues = Object.fromEntries(
    COLONNES_DE_SITUATION.map((colonne, rang) => [colonne, VALEURS_DE_SITUATION[rang] ?? ""]),
  );
  const duFichier: Lignes = {
    valeurs: { id: "r.id", ...lues, ...suiviDuFichier(dates) },
    nouvelles: true,
    depuis: `${SITUATIONS_A_ECRIRE} left join professionals.situation a on a.id = r.id where r.ecart <> 'INCHANGEE'`,
  };
  const quiRestent: Lignes = {
    valeurs: suiviDeCeQuiReste(dates),
    nouvelles: false,
    depuis: `professionals.situation a left join professionals.import_rpps_disparue f on f.id = a.id
      where ${sqlDuFichier("a")}
        and not exists (select from professionals.import_rpps_situation r where r.id = a.id and r.ecart <> 'INCHANGEE')`,
  };
  for (const lignes of [duFichier, quiRestent]) await verser(client, cible, lignes);
}

/** What the trigger of activities adds one by one, for all of a person's; nearly everybody has one activity. */
const REPERES = `case when count(*) = 1 then array[min(departement collate "C"), 'p' || min(profession collate "C")]
  else array_agg(departement) || array_agg('p' || profession) end`;

/** Declared situations are not of the file: they are taken as they are at the last moment, and mark their people. */
async function reprendreDeclarees(
  client: pg.Client,
  { table, colonnes, autres }: Cible,
  personnes: TableNeuve,
): Promise<void> {
  const noms = [...colonnes, ...autres.map(({ colonne }) => colonne)].join(", ");
  await client.query(
    `insert into ${table.neuve} (${noms}) select ${noms} from professionals.${table.nom} a where not (${sqlDuFichier("a")})`,
  );
  await client.query(
    `update ${personnes.neuve} p set reperes = p.reperes || s.reperes from (
       select professionnel_id as id, array_remove(${REPERES}, null) as reperes from professionals.${table.nom} a
       where ferme_le is null and not (${sqlDuFichier("a")}) group by professionnel_id) s
     where s.id = p.id and not p.reperes @> s.reperes`,
  );
}

/** What others declared on a row while we were building. A row written since has a transaction as young as the horizon. */
async function reprendreColonnesDesAutres(client: pg.Client, { table, autres }: Cible, horizon: string): Promise<void> {
  if (autres.length === 0) return;
  const valeurs = autres.map(({ colonne }) => `${colonne} = a.${colonne}`).join(", ");
  await client.query(
    `update ${table.neuve} n set ${valeurs} from professionals.${table.nom} a
     where a.id = n.id and age(a.xmin) <= age(${client.escapeLiteral(horizon)}::xid)`,
  );
}
