import { join } from "node:path";
import { parseArgs } from "node:util";
import { ouvrirLaBase } from "./base/ouvrir-base.ts";
import { mesurerTout, QUESTIONS } from "./commande-annuaire.ts";
import { mesurerLImport } from "./commande-import.ts";
import { DOSSIER } from "./dossier.ts";
import { genererLAnnuaire } from "./generateur/generer.ts";
import { Desaccord } from "./mesure/accord.ts";

const USAGE = `npm run bench -- annuaire [--taille 0.05] [--rapide] [--question proches|nom2] [--refaire]
npm run bench -- import [--taille 0.05]
npm run bench -- generer|base [--taille 0.05]   fait les fichiers, ou la base, et les garde`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    taille: { type: "string", default: "1" },
    rapide: { type: "boolean", default: false },
    refaire: { type: "boolean", default: false },
    question: { type: "string" },
  },
});
const taille = Number(values.taille);
const annoncer = (phrase: string) => console.error(phrase);

const commandes: Readonly<Record<string, () => Promise<unknown>>> = {
  annuaire: () => {
    const questions = QUESTIONS.filter((nom) => values.question === undefined || values.question === nom);
    return mesurerTout({ taille, rapide: values.rapide, refaire: values.refaire, questions, annoncer });
  },
  import: () => mesurerLImport(taille, annoncer),
  generer: async () =>
    console.log(JSON.stringify(await genererLAnnuaire(join(DOSSIER, ".data"), taille, annoncer), null, 2)),
  base: async () => {
    const base = await ouvrirLaBase(join(DOSSIER, ".data"), { taille, refaire: values.refaire, annoncer });
    console.log(base.adminUrl);
    await base.stop();
  },
};

const commande = commandes[positionals[0] ?? ""];
if (commande === undefined || !(taille > 0 && taille <= 1)) {
  console.error(USAGE);
  process.exitCode = 1;
} else {
  try {
    await commande();
  } catch (error) {
    console.error(error instanceof Desaccord ? error.message : error);
    process.exitCode = 1;
  }
}
