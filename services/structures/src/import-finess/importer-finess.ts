import { stat } from "node:fs/promises";
import {
  copyRows,
  type FermeturesPrevues,
  RapportImport,
  refuserFermeturesExcessives,
} from "@coordination/importation";
import { typeDeStructure } from "@coordination/referentiels";
import type pg from "pg";
import { publierStructures } from "../publication.ts";
import { LecteurFiness, type LigneFiness } from "./lire-finess.ts";

interface OptionsImportFiness {
  readonly fichier: string;
  /** Lets go a file that closes much of what stands. */
  readonly accepterLesFermetures?: boolean;
}

/** How `structure.source` names what FINESS says. */
const SOURCE = "FINESS";

/**
 * Loads a FINESS extraction, inside the caller's transaction: new establishments are inserted, those whose row differs
 * are updated, and those that stood but are no longer in the file are closed at the date of the file.
 *
 * A file closes only inside the départements that it covers, that is those of its own rows: a regional extract says
 * nothing of the rest of France. What was declared about a structure (legal form, project, members…) is never touched.
 * A row without a position keeps the precise one that an earlier file gave it in the same commune; else it is placed at
 * the centre of its commune. The same file again writes nothing.
 *
 * Leaves `pg_temp.structures_publiees`.
 * @throws FormatInattendu (French) when the file is no FINESS extraction, or would close too much; Error when it cannot be
 * opened.
 */
export async function importerFiness(
  client: pg.Client,
  { fichier, accepterLesFermetures = false }: OptionsImportFiness,
): Promise<RapportImport> {
  const rapport = new RapportImport({ format: "finess", fichier });
  const lecteur = new LecteurFiness(fichier, rapport);
  await client.query(TABLE_DE_LECTURE);
  await copyRows(client, "pg_temp.finess_lu", COLONNES_LUES, enLignesCopy(lecteur.lignes()));
  await client.query(COMMUNES_D_HIER);
  await client.query("analyze pg_temp.finess_lu");
  const millesime = lecteur.millesime ?? (await dateDuFichier(fichier));
  await client.query(FICHES);
  await client.query("analyze pg_temp.finess_fiche");
  const { rows: prevues } = await client.query<FermeturesPrevues>(FERMETURES_PREVUES, [SOURCE]);
  if (!accepterLesFermetures) refuserFermeturesExcessives(prevues, "structures");
  const inserees = await client.query(INSERTION, [SOURCE, millesime]);
  const modifiees = await client.query(MODIFICATION, [SOURCE, millesime]);
  await client.query(CONFIRMATION, [millesime]);
  const fermees = await client.query<{ id: string }>(FERMETURE, [SOURCE, millesime]);
  const { rows } = await client.query<{ id: string }>("select id from pg_temp.finess_fiche");
  const [ins, mod] = [inserees.rowCount ?? 0, modifiees.rowCount ?? 0];
  rapport.compter({
    inserees: ins,
    modifiees: mod,
    fermees: fermees.rowCount ?? 0,
    inchangees: rows.length - ins - mod,
  });
  await publierStructures(
    client,
    [...rows, ...fermees.rows].map(({ id }) => id),
  );
  return rapport;
}

/** The last resort for a file that gives no date at all. */
const dateDuFichier = async (fichier: string): Promise<string> =>
  (await stat(fichier)).mtime.toISOString().slice(0, 10);

const COLONNES_DE_FICHE = [
  ...["finess_ej", "nom", "nom_long", "complement", "type", "categorie", "lignes", "code_postal", "ville"],
  ...["code_insee", "telephone", "siret", "ouverte_le"],
];
const COLONNES_LUES = ["etablissement", "finess", "latitude", "longitude", "precision_position", ...COLONNES_DE_FICHE];

type LigneCopy = readonly (string | number | boolean | null)[];

async function* enLignesCopy(lignes: AsyncIterable<LigneFiness>): AsyncGenerator<LigneCopy> {
  for await (const lue of lignes) yield enLigneCopy(lue);
}

function enLigneCopy(lue: LigneFiness): LigneCopy {
  const point =
    lue.position === null
      ? [null, null, null]
      : [lue.position.latitude, lue.position.longitude, lue.position.precision];
  if (lue.nature === "POSITION") return [false, lue.finess, ...point, ...COLONNES_DE_FICHE.map(() => null)];
  const { finess, finessEj, nom, nomLong, complement, categorie, lignes } = lue.fiche;
  const { codePostal, ville, codeInsee, telephone, siret, ouverteLe } = lue.fiche;
  const nommee = [finessEj, nom, nomLong, complement, typeDeStructure(categorie), categorie];
  return [
    true,
    finess,
    ...point,
    ...nommee,
    lignes.join("\n"),
    codePostal,
    ville,
    codeInsee,
    telephone,
    siret,
    ouverteLe,
  ];
}

const TABLE_DE_LECTURE = `
  drop table if exists pg_temp.finess_lu, pg_temp.finess_fiche;
  create temp table finess_lu (
    etablissement boolean, finess text, latitude double precision, longitude double precision, precision_position text, finess_ej text, nom text, nom_long text, complement text, type text, categorie text,
    lignes text, code_postal text, ville text, code_insee text, telephone text, siret text, ouverte_le date) on commit drop`;

/** A register may still write the code of a commune that has since become part of another. */
const COMMUNES_D_HIER = `
  update pg_temp.finess_lu l set code_insee = a.commune from structures.commune_ancienne a
  where a.code = l.code_insee and not exists (select from structures.commune c where c.code = l.code_insee)`;

/** One row per establishment, with the best position known and the print of all that is stored. */
const FICHES = `
  create temp table finess_fiche on commit drop as
  select f.*, md5(f::text) as empreinte
  from (
    select '1' || l.finess as id, l.finess, l.finess_ej, l.nom, l.nom_long,
           structures.nom_normalise(concat_ws(' ', l.nom, l.nom_long, l.complement, l.ville)) as nom_recherche,
           l.type, l.categorie, coalesce(string_to_array(nullif(l.lignes, ''), E'\\n'), '{}') as lignes, l.code_postal, l.ville,
           l.code_insee, l.telephone, l.siret, p.latitude, p.longitude, p.precision_position, l.ouverte_le
    from pg_temp.finess_lu l
    left join structures.commune c on c.code = l.code_insee
    left join structures.structure s on s.id = '1' || l.finess and s.code_insee = l.code_insee and s.precision_position in ('ADRESSE', 'RUE')
    left join pg_temp.finess_lu g on g.finess = l.finess and not g.etablissement
    left join lateral (
      select * from (values
        (1, l.latitude, l.longitude, l.precision_position), (2, g.latitude, g.longitude, g.precision_position),
        (3, s.latitude, s.longitude, s.precision_position), (4, c.latitude, c.longitude, c.precision_position)
      ) connues (rang, latitude, longitude, precision_position)
      where connues.latitude is not null order by rang limit 1) p on true
    where l.etablissement) f`;

const COLONNES = `finess, finess_ej, nom, nom_long, nom_recherche, type, categorie, lignes, code_postal, ville, code_insee,
  telephone, siret, latitude, longitude, precision_position, ouverte_le, empreinte`;

const INSERTION = `
  insert into structures.structure (id, ${COLONNES}, source, millesime)
  select id, ${COLONNES}, $1, $2::date from pg_temp.finess_fiche f
  where not exists (select from structures.structure s where s.id = f.id)`;

/** Also opens again what came back. */
const MODIFICATION = `
  update structures.structure s set (${COLONNES}, source, millesime, ferme_le, mis_a_jour_le) =
    (select ${COLONNES}, $1::text, $2::date, null::date, now() from pg_temp.finess_fiche f where f.id = s.id)
  where exists (select from pg_temp.finess_fiche f where f.id = s.id and (f.empreinte <> s.empreinte or s.ferme_le is not null))`;

/** A newer file that says the same confirms it: only the date of the source moves. */
const CONFIRMATION = `
  update structures.structure s set millesime = $1::date
  where s.millesime < $1::date and exists (select from pg_temp.finess_fiche f where f.id = s.id)`;

/** What stands open in the départements of the file. */
const COUVERTES = `s.source = $1 and s.ferme_le is null and s.departement in (
  select case when code_insee ~ '^9[78]' then left(code_insee, 3) else left(code_insee, 2) end from pg_temp.finess_fiche)`;

const FERMETURES_PREVUES = `
  select s.departement, count(*)::int as ouvertes, (count(*) filter (where f.id is null))::int as fermees
  from structures.structure s left join pg_temp.finess_fiche f on f.id = s.id
  where ${COUVERTES} group by s.departement`;

const FERMETURE = `
  update structures.structure s set ferme_le = $2::date, mis_a_jour_le = now()
  where ${COUVERTES} and not exists (select from pg_temp.finess_fiche f where f.id = s.id)
  returning s.id`;
