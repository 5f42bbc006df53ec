import { join } from "node:path";
import { parseArgs } from "node:util";
import { DOSSIER } from "./dossier.ts";
import { genererLAnnuaire } from "./generateur/generer.ts";

// `npm run bench -- generer [--taille 0.05]`

const USAGE = "npm run bench -- generer [--taille 0.05]";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { taille: { type: "string", default: "1" } },
});
const taille = Number(values.taille);
const annoncer = (phrase: string) => console.error(phrase);

if (positionals[0] === "generer" && taille > 0 && taille <= 1) {
  const fichiers = await genererLAnnuaire(join(DOSSIER, ".data"), taille, annoncer);
  console.log(JSON.stringify(fichiers, null, 2));
} else {
  console.error(USAGE);
  process.exitCode = 1;
}
