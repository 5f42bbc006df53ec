import { withAdminClient } from "@coordination/database";
import * as delegations from "@coordination/delegations";
import { type RapportImport, validerClesEtrangeres } from "@coordination/importation";
import * as parcours from "@coordination/parcours";
import * as professionals from "@coordination/professionals";
import * as structures from "@coordination/structures";
import type pg from "pg";

interface OptionsDImport {
  /** Of a workbook of several years, the one to read; the latest by default. */
  readonly millesime?: number | undefined;
  /** Lets go a file that closes much of what stands, which is otherwise taken for a truncated one. */
  readonly accepterLesFermetures?: boolean;
}
type Importeur = (client: pg.Client, demande: OptionsDImport & { readonly fichier: string }) => Promise<RapportImport>;
type Projection = (client: pg.Client) => Promise<void>;

interface Format {
  readonly importer: Importeur;
  readonly projeter: readonly Projection[];
  /** The large tables that it writes. */
  readonly tables: readonly string[];
  /** Whether the importer leaves their statistics too: tables built anew are read with them as soon as they are there. */
  readonly analysees?: boolean;
}

/** Each published format: who reads it, and who keeps a projection of what it says. */
const FORMATS = {
  communes: {
    importer: structures.importerCommunes,
    projeter: [professionals.projeterCommunes, delegations.projeterCommunes, parcours.projeterCommunes],
    tables: ["structures.commune", "professionals.commune_connue", "professionals.situation"],
  },
  finess: {
    importer: structures.importerFiness,
    projeter: [professionals.projeterStructures, delegations.projeterStructures],
    tables: ["structures.structure", "professionals.structure_connue", "professionals.situation"],
  },
  apl: {
    importer: structures.importerApl,
    projeter: [],
    tables: ["structures.apl"],
  },
  rpps: {
    importer: professionals.importerRpps,
    projeter: [],
    tables: ["professionals.professionnel", "professionals.situation", "professionals.mot_de_nom"],
    analysees: true,
  },
  mssante: {
    importer: professionals.importerMssante,
    projeter: [],
    tables: ["professionals.boite_aux_lettres"],
  },
} as const satisfies Record<string, Format>;

export type FormatImportable = keyof typeof FORMATS;

export const estFormatImportable = (format: string): format is FormatImportable => format in FORMATS;

export const FORMATS_IMPORTABLES = Object.keys(FORMATS);

/** One load at a time; readers never wait for it. */
const VERROU_DE_CHARGEMENT = 7_204_118_553;

/**
 * Loads a published file: importer and projections in one transaction, so that readers see the old directory or the new.
 * Throws when the file cannot be read at all; a row that cannot be read is in the report.
 */
export async function importerFichier(
  adminUrl: string,
  format: FormatImportable,
  fichier: string,
  options: OptionsDImport = {},
): Promise<RapportImport> {
  const { importer, projeter, tables, analysees = false }: Format = FORMATS[format];
  const rapport = await enTransaction(adminUrl, async (client) => {
    const resultat = await importer(client, { ...options, fichier });
    if (!resultat.sansChangement) for (const projection of projeter) await projection(client);
    return resultat;
  });
  if (!rapport.sansChangement) {
    await withAdminClient(adminUrl, async (client) => {
      // Index-only searches need the visibility map, and the planner its statistics, as soon as the load is done.
      await client.query(`vacuum (analyze ${!analysees}) ${tables.join(", ")}`);
      // A large RPPS load exchanges tables: their foreign keys are checked now, while everybody reads and writes.
      await validerClesEtrangeres(client, "professionals");
    });
  }
  return rapport;
}

/** Runs a load on an administrator's connection, alone, all or nothing. */
export const enTransaction = <Resultat>(
  adminUrl: string,
  travail: (client: pg.Client) => Promise<Resultat>,
): Promise<Resultat> =>
  withAdminClient(adminUrl, async (client) => {
    await client.query("begin");
    try {
      await client.query("select pg_advisory_xact_lock($1)", [VERROU_DE_CHARGEMENT]);
      const resultat = await travail(client);
      await client.query("commit");
      return resultat;
    } catch (error) {
      await client.query("rollback");
      throw error;
    }
  });
