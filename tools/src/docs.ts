import { join } from "node:path";
import { ecrireFichiers, fichiersPerimes } from "./fichiers-generes.ts";
import { imprimerDocs } from "./imprimer-docs.ts";
import { racine } from "./racine.ts";

// `npm run docs`: prints the generated pages of docs/ from the code. `-- --check`: fails on a difference.

const dossier = join(racine, "docs");
const fichiers = imprimerDocs();
if (!process.argv.includes("--check")) ecrireFichiers(dossier, fichiers);
const perimes = fichiersPerimes(dossier, fichiers);
for (const nom of perimes)
  console.error(`docs/${nom} n'est pas celui du code : « npm run docs », puis relire la différence.`);
process.exitCode = perimes.length === 0 ? 0 : 1;
