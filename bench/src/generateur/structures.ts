import { finessInvente, type Hasard, type StructureDemo } from "@coordination/tools";
import { createTirageDAdresse } from "./adresses.ts";
import type { CommuneDeLaGrille } from "./communes.ts";
import { CPTS, type GenreDeStructure, STRUCTURES } from "./recensement-structures.ts";
import { createTirage } from "./tirage.ts";

/** Half a kilometre, roughly, around the centre of a commune. */
const DISPERSION = 0.012;

/** A structure and how many people work in it, against others of its kind. */
export interface StructureTiree extends StructureDemo {
  readonly taille: number;
}

/** A CPTS, and the communes of its territory. */
export interface CptsTiree {
  readonly structure: StructureTiree;
  readonly communes: readonly string[];
}

/** Draws `nombre` structures, CPTS apart: establishments where people live, big ones rarer. */
export function tirerStructures(
  communes: readonly CommuneDeLaGrille[],
  nombre: number,
  hasard: Hasard,
): StructureTiree[] {
  const numeroter = createNumerotation();
  const tirerCommune = createTirage(communes, ({ population }) => population, hasard);
  const tirerGenre = createTirage(STRUCTURES, ({ centaines }) => centaines, hasard);
  const adresser = createTirageDAdresse(hasard);
  return Array.from({ length: nombre }, () => {
    const [commune, genre] = [tirerCommune(), tirerGenre()];
    const voie = adresser();
    const nom = nommer(genre, commune, voie.nom, hasard);
    return etablir({ commune, genre, nom, voie, numeroter, hasard });
  });
}

/** One CPTS for each grouping of communes above a size: memberships are voluntary, so the country is not covered. */
export function tirerCpts(
  communes: readonly CommuneDeLaGrille[],
  { populationMinimale, premierRang }: { populationMinimale: number; premierRang: number },
  hasard: Hasard,
): CptsTiree[] {
  const numeroter = createNumerotation(premierRang);
  const adresser = createTirageDAdresse(hasard);
  const groupes = Map.groupBy(communes, ({ epci, departement }) => epci || `sans ${departement}`);
  return [...groupes.values()].flatMap((groupe) => {
    const population = groupe.reduce((total, commune) => total + commune.population, 0);
    const siege = groupe.reduce((grande, commune) => (commune.population > grande.population ? commune : grande));
    if (population < populationMinimale) return [];
    const nom = `CPTS ${siege.nom.toUpperCase()}`;
    const genre = { ...CPTS, centaines: 0, noms: [] };
    const structure = etablir({ commune: siege, genre, nom, voie: adresser(), numeroter, hasard });
    return [{ structure, communes: groupe.map(({ codeInsee }) => codeInsee) }];
  });
}

interface AEtablir {
  readonly commune: CommuneDeLaGrille;
  readonly genre: GenreDeStructure;
  readonly nom: string;
  readonly voie: StructureDemo["voie"];
  readonly numeroter: (departement: string) => string;
  readonly hasard: Hasard;
}

function etablir({ commune, genre, nom, voie, numeroter, hasard }: AEtablir): StructureTiree {
  const ecart = () => (hasard.entier(2001) / 1000 - 1) * DISPERSION;
  const finess = numeroter(commune.departement);
  const { categorie, libelle, taille = 1 } = genre;
  return {
    finess,
    finessJuridique: finess,
    nom,
    categorie,
    libelleCategorie: libelle,
    commune,
    voie,
    latitude: commune.latitude + ecart(),
    longitude: commune.longitude + ecart(),
    taille: taille * (0.4 + hasard.entier(1000) / 500),
  };
}

/** « PHARMACIE DU MARCHE », « CLINIQUE SAINT-ROCH », « EHPAD LES TILLEULS LYON ». */
function nommer(genre: GenreDeStructure, commune: CommuneDeLaGrille, voie: string, hasard: Hasard): string {
  const debut = hasard.parmi(genre.noms);
  const sort = hasard.entier(3);
  if (sort === 0) return `${debut} ${voie}`;
  if (sort === 1) return `${debut} DE ${commune.nom.toUpperCase()}`;
  return `${debut} ${voie} ${commune.nom.toUpperCase()}`;
}

/** Numbers follow each other in each département; overseas, all share « 97 ». */
function createNumerotation(premier = 0): (departement: string) => string {
  const rangs = new Map<string, number>();
  return (departement) => {
    const prefixe = departement.slice(0, 2);
    const rang = rangs.get(prefixe) ?? premier;
    rangs.set(prefixe, rang + 1);
    return finessInvente(prefixe, rang);
  };
}
