import { copyRows, FormatInattendu, RapportImport } from "@coordination/importation";
import type pg from "pg";
import readXlsxFile, { type SheetData } from "read-excel-file/node";
import { COLONNES_LUES, lireApl } from "./lire-apl.ts";

const FEUILLE = /^APL (\d{4})$/;

/**
 * Loads the DREES workbook of accessibility to general practitioners, inside the caller's transaction: the sheet of
 * `millesime`, or the latest one. What it no longer says of a commune stays, under its vintage. Throws FormatInattendu when
 * the file is no such workbook or has no such sheet.
 */
export async function importerApl(
  client: pg.Client,
  { fichier, millesime }: { fichier: string; millesime?: number | undefined },
): Promise<RapportImport> {
  const rapport = new RapportImport({ format: "apl", fichier });
  const feuille = await ouvrirFeuille(fichier, millesime);
  await client.query(CHARGEMENT);
  const lues = await copyRows(client, "pg_temp.apl_lues", COLONNES_LUES, lireApl(feuille.donnees, rapport));
  const inconnues = await rejeterCommunesInconnues(client, rapport);
  const source = `DREES, accessibilité potentielle localisée aux médecins généralistes, millésime ${feuille.millesime}`;
  const { rows } = await client.query<{ inseree: boolean }>(ECRITURE, [feuille.millesime, source]);
  const inserees = rows.filter(({ inseree }) => inseree).length;
  rapport.compter({
    inserees,
    modifiees: rows.length - inserees,
    fermees: 0,
    inchangees: lues - inconnues - rows.length,
  });
  return rapport;
}

interface Feuille {
  readonly millesime: number;
  readonly donnees: SheetData;
}

async function ouvrirFeuille(fichier: string, millesime: number | undefined): Promise<Feuille> {
  const feuilles = (await lireClasseur(fichier)).flatMap(({ sheet, data }): Feuille[] => {
    const annee = FEUILLE.exec(sheet.trim())?.[1];
    return annee === undefined ? [] : [{ millesime: Number(annee), donnees: data }];
  });
  const annees = feuilles.map((feuille) => feuille.millesime);
  const voulue = millesime ?? Math.max(...annees);
  const feuille = feuilles.find((candidate) => candidate.millesime === voulue);
  if (feuille !== undefined) return feuille;
  throw new FormatInattendu(
    annees.length === 0
      ? "Ce classeur n'a aucune feuille « APL » suivie d'une année."
      : `Ce classeur n'a pas de feuille « APL ${voulue} » ; il a : ${annees.join(", ")}.`,
  );
}

async function lireClasseur(fichier: string) {
  try {
    return await readXlsxFile(fichier);
  } catch (cause) {
    throw new FormatInattendu("Ce fichier n'est pas un classeur .xlsx lisible.", { cause });
  }
}

const CHARGEMENT = `
  drop table if exists pg_temp.apl_lues;
  create temp table apl_lues (
    ligne integer, code text, valeur numeric, valeur_sans_plus_de_65_ans numeric, population_standardisee numeric,
    population_totale numeric) on commit drop`;

/** Only what differs is written; the answer says of each row whether it is new. */
const ECRITURE = `
  insert into structures.apl (code_insee, millesime, valeur, valeur_sans_plus_de_65_ans, population_standardisee,
    population_totale, source)
  select l.code, $1, l.valeur, l.valeur_sans_plus_de_65_ans, l.population_standardisee, l.population_totale, $2
  from pg_temp.apl_lues l
  on conflict (code_insee, millesime) do update set
    (valeur, valeur_sans_plus_de_65_ans, population_standardisee, population_totale, source) =
    (excluded.valeur, excluded.valeur_sans_plus_de_65_ans, excluded.population_standardisee, excluded.population_totale,
     excluded.source)
  where (apl.valeur, apl.valeur_sans_plus_de_65_ans, apl.population_standardisee, apl.population_totale, apl.source)
    is distinct from (excluded.valeur, excluded.valeur_sans_plus_de_65_ans, excluded.population_standardisee,
      excluded.population_totale, excluded.source)
  returning xmax = 0 as inseree`;

/** A commune that merged since the workbook was made: its row is left out and told. Returns how many. */
async function rejeterCommunesInconnues(client: pg.Client, rapport: RapportImport): Promise<number> {
  const { rows } = await client.query<{ ligne: number }>(
    `delete from pg_temp.apl_lues l where not exists (select from structures.commune c where c.code = l.code) returning l.ligne`,
  );
  for (const { ligne } of rows) {
    rapport.rejeter(ligne, "COMMUNE_INCONNUE", "commune inconnue, ou fondue dans une autre depuis ce millésime");
  }
  return rows.length;
}
