import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { compter, redigerAttribution } from "./attribution.ts";
import { lireReference, mesurer } from "./mesure.ts";
import { construireTables } from "./table.ts";

/** Gzip writes neither name nor date here; byte 9 tells the system that packed it, and would differ between machines. */
function comprimer(texte: string): Buffer {
  const archive = gzipSync(texte, { level: 9 });
  archive[9] = 255;
  return archive;
}

/**
 * `npm run communes [-- --sortie DOSSIER] [--reference CSV]`: rebuilds the shipped national tables.
 * Run from the root of the repository. The notice quotes measured errors, so it is rewritten only beside a reference.
 */
const { values } = parseArgs({
  options: {
    sortie: { type: "string", default: "services/structures/data" },
    reference: { type: "string", default: "../shared/data/communes-occitanie.csv" },
  },
});

const tables = await construireTables();
const sortie = resolve(values.sortie);
writeFileSync(join(sortie, "communes.csv.gz"), comprimer(tables.communes));
writeFileSync(join(sortie, "departements.csv"), tables.departements);
writeFileSync(join(sortie, "regions.csv"), tables.regions);
writeFileSync(join(sortie, "communes-anciennes.csv"), tables.anciennes);
console.log(`${tables.territoire.communes.size} communes écrites dans ${sortie}`);
console.table(compter(tables));
console.log(`Lieux refusés, trop loin des voisines : ${tables.positions.refusees.join(", ")}`);

if (existsSync(values.reference)) {
  const mesures = mesurer(tables.positions, lireReference(values.reference));
  console.table(mesures);
  writeFileSync(join(sortie, "ATTRIBUTION.md"), redigerAttribution(tables, mesures));
} else {
  console.log(`Pas de référence (${values.reference}) : ATTRIBUTION.md est laissé tel quel.`);
}
