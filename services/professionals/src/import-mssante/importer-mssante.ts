import { basename } from "node:path";
import {
  copyDelimitedFile,
  type FermeturesPrevues,
  LIGNES_CITEES,
  type LignesParRaison,
  lireEntete,
  lireMillesime,
  RapportImport,
  refuserFermeturesExcessives,
} from "@coordination/importation";
import type pg from "pg";
import { BARRIERE, sqlFinessValide, sqlNombreFiness, sqlNombreRpps, sqlRppsValide } from "../import-rpps/sql.ts";
import { COLONNES, EXTRACTION_MSSANTE } from "./entete.ts";

/** How `boite_aux_lettres.source` names what this extraction says. */
const SOURCE = "Annuaire Santé (MSSanté)";

const REJETS = {
  colonnes: { code: "NOMBRE_DE_COLONNES", libelle: "la ligne n'a pas le nombre de colonnes de l'en-tête" },
  encodage: { code: "ENCODAGE_INVALIDE", libelle: "la ligne contient des octets qui ne sont pas de l'UTF-8" },
  adresse: { code: "ADRESSE_INVALIDE", libelle: "adresse de la boîte absente ou mal formée" },
  type: { code: "TYPE_INCONNU", libelle: "type de boîte inconnu" },
  titulaire: { code: "SANS_TITULAIRE", libelle: "ni RPPS ni FINESS valide : la boîte n'est à personne de l'annuaire" },
  double: { code: "LIGNE_EN_DOUBLE", libelle: "même boîte et même titulaire qu'une autre ligne du fichier" },
} as const;
const DEFAUTS = { NOMBRE_DE_COLONNES: REJETS.colonnes, ENCODAGE: REJETS.encodage } as const;

interface OptionsImportMssante {
  readonly fichier: string;
  /** Lets go a file that closes much of what stands. */
  readonly accepterLesFermetures?: boolean;
}

/**
 * Loads the extraction of MSSanté boxes, inside the caller's transaction, on an admin connection: one row per box and who
 * holds it. The same file again writes nothing; a box that its départements no longer list is closed, one that somebody
 * declared is not. Red-listed boxes are not in the extraction: whether a box is one is left as it stands.
 * @throws FormatInattendu (French) when the file is not this extraction, or would close too much.
 */
export async function importerMssante(
  client: pg.Client,
  { fichier, accepterLesFermetures = false }: OptionsImportMssante,
): Promise<RapportImport> {
  const rapport = new RapportImport({ format: "mssante", fichier: basename(fichier) });
  const millesime = await lireMillesime(fichier);
  await lireFichier(client, fichier, rapport);
  await client.query(LECTURE);
  await rendreCompte(client, rapport);
  const { rows } = await client.query<FermeturesPrevues>(FERMETURES_PREVUES, [SOURCE]);
  if (!accepterLesFermetures) refuserFermeturesExcessives(rows, "boîtes");
  const [ecarts] = (await client.query<{ inserees: number; modifiees: number; inchangees: number }>(ECARTS)).rows;
  await client.query(ECRITURE, [SOURCE, millesime]);
  const { rowCount } = await client.query(FERMETURE, [SOURCE, millesime]);
  rapport.compter({ ...(ecarts ?? { inserees: 0, modifiees: 0, inchangees: 0 }), fermees: rowCount ?? 0 });
  return rapport;
}

async function lireFichier(client: pg.Client, fichier: string, rapport: RapportImport): Promise<void> {
  await client.query(`drop table if exists pg_temp.mssante_brut, pg_temp.mssante_lu;
    create temp table mssante_brut (ligne int, ${COLONNES.map((colonne) => `${colonne} text collate "C"`).join(", ")}) on commit drop`);
  const lues = await copyDelimitedFile(client, fichier, {
    table: "pg_temp.mssante_brut",
    lireEntete: (champs) => {
      const { positions, nombreDeColonnes } = lireEntete(champs, EXTRACTION_MSSANTE);
      return { nombreDeColonnes, colonnes: Object.entries(positions).map(([nom, position]) => ({ nom, position })) };
    },
    onDefaut: (ligne, defaut) => rapport.rejeter(ligne, DEFAUTS[defaut].code, DEFAUTS[defaut].libelle),
  });
  rapport.lue(lues);
}

/** Codes of the published list J139 (TypeBAL-RASS). */
const TYPE = `case upper(type) when 'PER' then 'PERSONNELLE' when 'CAB' then 'CABINET' when 'ORG' then 'ORGANISATIONNELLE'
  when 'APP' then 'APPLICATIVE' end`;

/** A FINESS as it is, or in its national form « 1 » + FINESS; other identifiers (SIRET) name no structure of ours. */
const FINESS = "case when length(structure) = 10 and structure like '1%' then substr(structure, 2) else structure end";

const ADRESSE = "case when adresse ~ '^[^@[:space:]]+@[^@[:space:]]+[.][^@[:space:]]+$' then lower(adresse) end";

const LECTURE = `
  create temp table mssante_lu on commit drop as
  select *, case when adresse is null then 'adresse' when type is null then 'type'
      when professionnel_id is null and structure_id is null then 'titulaire'
      when row_number() over (partition by adresse, professionnel_id, structure_id order by type, departement, ligne) > 1 then 'double'
    end as motif
  from (
    select ligne, ${ADRESSE} as adresse, ${TYPE} as type,
      case when coalesce(typeIdentifiant, '8') = '8' and ${sqlRppsValide("nombre_rpps")} then '8' || rpps end as professionnel_id,
      case when ${sqlFinessValide("nombre_finess")} then '1' || finess end as structure_id,
      case when length(departement) < 2 then '0' || upper(departement) else upper(departement) end as departement
    from (
      select b.*, right(identifiant, 11) as rpps, ${sqlNombreRpps("identifiant")} as nombre_rpps,
        ${FINESS} as finess, ${sqlNombreFiness(`(${FINESS})`)} as nombre_finess
      from pg_temp.mssante_brut b ${BARRIERE}) brute
    ) lue;
  analyze pg_temp.mssante_lu`;

const MEME_BOITE = `b.adresse = l.adresse and b.professionnel_id is not distinct from l.professionnel_id
  and b.structure_id is not distinct from l.structure_id`;
const DIFFERE = "(b.type, b.departement_source) is distinct from (l.type, l.departement) or b.ferme_le is not null";

const ECARTS = `
  select count(*) filter (where b.adresse is null)::int as inserees,
    count(*) filter (where b.adresse is not null and (${DIFFERE}))::int as modifiees,
    count(*) filter (where b.adresse is not null and not (${DIFFERE}))::int as inchangees
  from pg_temp.mssante_lu l left join professionals.boite_aux_lettres b on ${MEME_BOITE} where l.motif is null`;

/** What somebody declared of the same box gives way: the national list says more. */
const ECRITURE = `
  insert into professionals.boite_aux_lettres as b (adresse, type, professionnel_id, structure_id, departement_source, source, millesime)
  select adresse, type, professionnel_id, structure_id, departement, $1, $2::date from pg_temp.mssante_lu where motif is null
  on conflict (adresse, professionnel_id, structure_id) do update
    set type = excluded.type, departement_source = excluded.departement_source, ferme_le = null, source = excluded.source,
      millesime = excluded.millesime, mis_a_jour_le = now()
    where (b.type, b.departement_source) is distinct from (excluded.type, excluded.departement_source) or b.ferme_le is not null`;

/** The boxes of this source that stand in the départements of the file. */
const COUVERTES = `b.source = $1 and b.ferme_le is null and coalesce(b.departement_source, '') in (
  select coalesce(departement, '') from pg_temp.mssante_lu where motif is null)`;
const DISPARUE = `not exists (select from pg_temp.mssante_lu l where l.motif is null and ${MEME_BOITE})`;

const FERMETURES_PREVUES = `
  select coalesce(b.departement_source, '') as departement, count(*)::int as ouvertes, (count(*) filter (where ${DISPARUE}))::int as fermees
  from professionals.boite_aux_lettres b where ${COUVERTES} group by 1`;

const FERMETURE = `
  update professionals.boite_aux_lettres b set ferme_le = $2::date, mis_a_jour_le = now() where ${COUVERTES} and ${DISPARUE}`;

async function rendreCompte(client: pg.Client, rapport: RapportImport): Promise<void> {
  const { rows } = await client.query<Omit<LignesParRaison, "libelle">>(`
    select motif as code, count(*)::int as nombre, (array_agg(ligne order by ligne))[1:${LIGNES_CITEES}] as lignes
    from pg_temp.mssante_lu where motif is not null group by motif`);
  for (const { code, nombre, lignes } of rows)
    rapport.rejeterLignes({ ...REJETS[code as keyof typeof REJETS], nombre, lignes });
}
