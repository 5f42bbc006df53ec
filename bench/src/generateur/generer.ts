import { createWriteStream, existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createHasard, ENTETE_RPPS, enteteFiness, lignePosition, ligneRpps, ligneStructure } from "@coordination/tools";
import { lireLaGrille } from "./communes.ts";
import { tirerActivites } from "./personnes.ts";
import { type StructureTiree, tirerCpts, tirerStructures } from "./structures.ts";
import { garderUnePart } from "./territoire.ts";

/** Changes with whatever changes the files, so that files and databases of another version are made again. */
export const VERSION_DU_GENERATEUR = 1;

const GRAINE = 20261122;
const MILLESIME = "2026-11-01";
/** The country: what `taille` 1 makes. */
const NATIONAL = { activites: 2_000_000, structures: 109_000, populationDUneCpts: 20_000 };
/** Ranks of invented FINESS numbers below it are for structures, above it for CPTS. */
const PREMIER_RANG_DES_CPTS = 50_000;

/** The generated files, and how much they hold. */
export interface FichiersGeneres {
  readonly dossier: string;
  readonly rpps: string;
  readonly finess: string;
  /** CPTS and their communes, as JSON: no published file says them. */
  readonly territoires: string;
  readonly activites: number;
  readonly personnes: number;
  readonly structures: number;
}

/** The territory of a CPTS, as `territoires` holds them. */
export interface TerritoireGenere {
  readonly finess: string;
  readonly communes: readonly string[];
}

/**
 * Makes, or finds again, the published-format files of a directory of `taille` times the country's size in `data`.
 * Same version, same size: same files, byte for byte.
 */
export async function genererLAnnuaire(
  data: string,
  taille: number,
  annoncer: (phrase: string) => void,
): Promise<FichiersGeneres> {
  const dossier = join(data, `annuaire-v${VERSION_DU_GENERATEUR}-${taille}`);
  const resume = join(dossier, "resume.json");
  if (existsSync(resume)) return JSON.parse(await readFile(resume, "utf8"));
  annoncer(`Génération d'un annuaire de personnes inventées, ${taille} fois la France…`);
  await mkdir(dossier, { recursive: true });
  const hasard = createHasard(GRAINE);
  const communes = garderUnePart(lireLaGrille(), taille);
  const structures = tirerStructures(communes, Math.round(NATIONAL.structures * taille), hasard);
  const cpts = tirerCpts(
    communes,
    { populationMinimale: NATIONAL.populationDUneCpts, premierRang: PREMIER_RANG_DES_CPTS },
    hasard,
  );
  const fichiers = {
    dossier,
    rpps: join(dossier, "PS_LibreAcces_Personne_activite_202611010000.txt"),
    finess: join(dossier, "etalab-cs1100507-stock-20261101-0000.csv"),
    territoires: join(dossier, "territoires.json"),
  };
  const toutes = [...structures, ...cpts.map(({ structure }) => structure)];
  await ecrire(fichiers.finess, lignesFiness(toutes));
  const territoires = cpts.map(({ structure: { finess }, communes: siennes }) => ({ finess, communes: siennes }));
  await writeFile(fichiers.territoires, JSON.stringify(territoires satisfies TerritoireGenere[]));
  const activites = Math.round(NATIONAL.activites * taille);
  const compte = { personnes: 0 };
  await ecrire(fichiers.rpps, lignesRpps(tirerActivites(communes, structures, activites, hasard), compte));
  const generes = { ...fichiers, activites, personnes: compte.personnes, structures: toutes.length };
  await writeFile(`${resume}.partiel`, JSON.stringify(generes, null, 2));
  await rename(`${resume}.partiel`, resume);
  return generes;
}

function* lignesFiness(structures: readonly StructureTiree[]): Generator<string> {
  yield enteteFiness(MILLESIME);
  for (const structure of structures) yield ligneStructure(structure, MILLESIME);
  for (const structure of structures) yield lignePosition(structure, MILLESIME);
}

function* lignesRpps(activites: ReturnType<typeof tirerActivites>, compte: { personnes: number }): Generator<string> {
  yield ENTETE_RPPS;
  let precedente = "";
  for (const activite of activites) {
    if (activite.rpps !== precedente) compte.personnes += 1;
    precedente = activite.rpps;
    yield ligneRpps(activite);
  }
}

const LIGNES_PAR_MORCEAU = 1_000;

async function ecrire(fichier: string, lignes: Iterable<string>): Promise<void> {
  function* morceaux(): Generator<string> {
    let tampon: string[] = [];
    for (const ligne of lignes) {
      tampon.push(ligne);
      if (tampon.length < LIGNES_PAR_MORCEAU) continue;
      yield `${tampon.join("\n")}\n`;
      tampon = [];
    }
    if (tampon.length > 0) yield `${tampon.join("\n")}\n`;
  }
  await pipeline(Readable.from(morceaux()), createWriteStream(fichier));
}
