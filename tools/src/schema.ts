import { join } from "node:path";
import { buildSchema, findBreakingChanges } from "graphql";
import { ecrireFichiers, fichiersPerimes, lireOuRien } from "./fichiers-generes.ts";
import { imprimerSchema } from "./imprimer-schema.ts";
import { racine } from "./racine.ts";

// `npm run schema`: prints schema/ from the code. `-- --check`: fails on a difference or an unannounced breaking change.
// `-- --annoncer`: takes today's API as the announced one, once CHANGELOG.md tells what breaks.

const dossier = join(racine, "schema");
const options = process.argv.slice(2);
const fichiers = await imprimerSchema();
const api = fichiers.get("api.graphql") ?? "";

if (options.includes("--annoncer")) ecrireFichiers(dossier, new Map([["annonce.graphql", api]]));
if (!options.includes("--check")) ecrireFichiers(dossier, fichiers);

const problemes = [
  ...fichiersPerimes(dossier, fichiers).map(
    (nom) => `schema/${nom} n'est pas celui du code : « npm run schema », puis relire la différence.`,
  ),
  ...rupturesNonAnnoncees().map((rupture) => `Rupture que CHANGELOG.md n'annonce pas : ${rupture}`),
];
for (const probleme of problemes) console.error(probleme);
process.exitCode = problemes.length === 0 ? 0 : 1;

/** Breaking changes since `schema/annonce.graphql` that CHANGELOG.md does not tell, word for word. */
function rupturesNonAnnoncees(): readonly string[] {
  const annonce = lireOuRien(join(dossier, "annonce.graphql"));
  if (annonce === "") return ["schema/annonce.graphql manque : « npm run schema -- --annoncer »"];
  const changelog = lireOuRien(join(racine, "CHANGELOG.md"));
  return findBreakingChanges(buildSchema(annonce), buildSchema(api))
    .map(({ description }) => description)
    .filter((description) => !changelog.includes(description));
}
