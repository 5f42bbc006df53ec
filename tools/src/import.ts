import { existsSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { ouvrirBase } from "./base.ts";
import { estFormatImportable, FORMATS_IMPORTABLES, importerFichier } from "./chargement.ts";
import { executer, UsageError } from "./commande.ts";
import { lireConfiguration } from "./configuration.ts";

// `npm run import -- communes|finess|apl|rpps|mssante FILE [options]`, also while the server runs.

const USAGE = `npm run import -- ${FORMATS_IMPORTABLES.join("|")} FICHIER [--millesime AAAA (apl)] [--report RAPPORT.json] [--accepter-les-fermetures]`;

const AIDE = `${USAGE}

Charge un fichier publié, même pendant que l'API répond : tout ou rien, et rien si le même fichier est déjà là.

  communes   table des communes, ou CSV de centres de communes
  finess     extraction des établissements (etalab-cs1100507-stock ou etalab-cs1100502-stock)
  apl        classeur DREES de l'accessibilité potentielle localisée
  rpps       extraction PS_LibreAcces_Personne_activite de l'Annuaire Santé
  mssante    extraction Extraction_Correspondance_MSSante de l'Annuaire Santé

  --millesime AAAA             l'année à lire d'un classeur qui en a plusieurs (apl) ; la dernière par défaut
  --report RAPPORT.json        écrit aussi le compte rendu de chaque ligne dans ce fichier
  --accepter-les-fermetures    accepte un fichier qui ferme plus de 10 % de ce qu'il couvre (50 lignes ou moins passent
                               toujours) ; sans cette option il est refusé comme tronqué, et rien n'est écrit
  --help                       cette aide`;

await executer(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      report: { type: "string" },
      millesime: { type: "string" },
      "accepter-les-fermetures": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(AIDE);
    return;
  }
  const [format = "", fichier = ""] = positionals;
  if (!estFormatImportable(format)) throw new UsageError(`Format inconnu : « ${format} ».\n${USAGE}`);
  const millesime = lireMillesime(format, values.millesime);
  // npm runs scripts from the project's folder: a relative path is the one that the person typed.
  const chemin = resolve(process.env.INIT_CWD ?? ".", fichier);
  if (fichier === "" || !existsSync(chemin)) throw new UsageError(`Fichier introuvable : « ${fichier} ».\n${USAGE}`);
  const base = await ouvrirBase(lireConfiguration(process.env));
  try {
    const rapport = await importerFichier(base.adminUrl, format, chemin, {
      millesime,
      accepterLesFermetures: values["accepter-les-fermetures"],
    });
    console.log(rapport.enTexte());
    if (values.report !== undefined) {
      writeFileSync(resolve(process.env.INIT_CWD ?? ".", values.report), `${JSON.stringify(rapport, null, 2)}\n`);
    }
  } finally {
    await base.stop();
  }
});

/** The year asked, of a workbook that holds several. Throws UsageError. */
function lireMillesime(format: string, ecrit: string | undefined): number | undefined {
  if (ecrit === undefined) return undefined;
  if (format !== "apl") throw new UsageError(`--millesime ne sert qu'au format « apl ».\n${USAGE}`);
  if (!/^\d{4}$/.test(ecrit)) throw new UsageError(`Millésime attendu sur quatre chiffres : « ${ecrit} ».\n${USAGE}`);
  return Number(ecrit);
}
