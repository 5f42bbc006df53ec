import { existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { lister, type Mode, publier, retirer, tenir } from "@coordination/gateway";
import { buildSchema, GraphQLError, parse, validate } from "graphql";
import pg from "pg";
import { ouvrirBase } from "./base.ts";
import { executer, UsageError } from "./commande.ts";
import { lireConfiguration } from "./configuration.ts";
import { lireOuRien } from "./fichiers-generes.ts";
import { racine } from "./racine.ts";

// `npm run operations -- publish FILE | list | withdraw SHA256 | mode CLIENT audit|exige|libre`, also while the gateway runs.

const USAGE = `npm run -s operations -- publish FICHIER.graphql
npm run -s operations -- list
npm run -s operations -- withdraw EMPREINTE
npm run -s operations -- mode CLIENT audit|exige|libre`;

const AIDE = `${USAGE}

Le registre des documents de confiance : un client les demande par « documentId », sans les envoyer.

  publish FICHIER    vérifie le document contre le schéma, le publie et donne son « documentId »
  list               tous les documents, les retirés aussi
  withdraw EMPREINTE retire un document : il est refusé dans les dix secondes
  mode CLIENT …      audit : ce que ce logiciel envoie sans l'avoir publié est compté ; exige : c'est refusé ; libre : rien.
                     CLIENT est le « client_id » des jetons ; « anonyme » pour qui n'en présente pas`;

const MODES: Readonly<Record<string, Mode | null>> = { audit: "AUDIT", exige: "EXIGE", libre: null };

const COMMANDES: Readonly<Record<string, (pool: pg.Pool, arguments_: readonly string[]) => Promise<string>>> = {
  publish: async (pool, [fichier = ""]) => {
    const { nom, document } = lireDocument(fichier);
    return `sha256:${await publier(pool, nom, document)}  ${nom}`;
  },
  list: async (pool) => {
    const operations = await lister(pool);
    return operations
      .map(({ empreinte, nom, retireeLe }) => `sha256:${empreinte}  ${nom}${retireeLe === null ? "" : "  (retiré)"}`)
      .join("\n");
  },
  withdraw: async (pool, [donnee = ""]) => {
    const empreinte = donnee.replace(/^sha256:/, "");
    if (!(await retirer(pool, empreinte))) throw new UsageError(`Aucun document publié sous « ${donnee} ».`);
    return `sha256:${empreinte}  retiré`;
  },
  mode: async (pool, [client = "", mot = ""]) => {
    const mode = MODES[mot];
    if (client === "" || mode === undefined) throw new UsageError(USAGE);
    await tenir(pool, client, mode);
    return `${client}  ${mot}`;
  },
};

await executer(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { help: { type: "boolean", default: false } },
  });
  if (values.help) {
    console.log(AIDE);
    return;
  }
  const [nom = "", ...arguments_] = positionals;
  const commande = Object.hasOwn(COMMANDES, nom) ? COMMANDES[nom] : undefined;
  if (commande === undefined) throw new UsageError(USAGE);
  const base = await ouvrirBase(lireConfiguration(process.env));
  const pool = new pg.Pool({ connectionString: base.urls.passerelle, max: 1 });
  try {
    console.log(await commande(pool, arguments_));
  } finally {
    await pool.end();
    await base.stop();
  }
});

/** The document of a file, valid for the public schema. Throws UsageError otherwise. */
function lireDocument(fichier: string): { nom: string; document: string } {
  // npm runs scripts from the project's folder: a relative path is the one that the person typed.
  const chemin = resolve(process.env.INIT_CWD ?? ".", fichier);
  if (fichier === "" || !existsSync(chemin)) throw new UsageError(`Fichier introuvable : « ${fichier} ».\n${USAGE}`);
  const document = readFileSync(chemin, "utf8");
  const schema = buildSchema(lireOuRien(join(racine, "schema", "api.graphql")));
  const fautes = fautesDe(() => validate(schema, parse(document)));
  if (fautes.length > 0) throw new UsageError(`Document refusé :\n${fautes.map((faute) => `  ${faute}`).join("\n")}`);
  return { nom: basename(chemin), document };
}

function fautesDe(valider: () => readonly GraphQLError[]): string[] {
  try {
    return valider().map(({ message }) => message);
  } catch (error) {
    if (error instanceof GraphQLError) return [error.message];
    throw error;
  }
}
