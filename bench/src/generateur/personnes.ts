import { type Hasard, type PersonneDemo, rppsInvente } from "@coordination/tools";
import { createTirageDAdresse } from "./adresses.ts";
import type { CommuneDeLaGrille } from "./communes.ts";
import { createTirageDIdentite } from "./noms.ts";
import { CABINETS, type GenreDePersonne, LIEUX, type Lieu, PERSONNES } from "./recensement-personnes.ts";
import type { StructureTiree } from "./structures.ts";
import { createTirage } from "./tirage.ts";

/** One person in twenty has a second activity: 2,000,000 activities of 1,900,000 people. */
const PART_AVEC_SECONDE_ACTIVITE = 0.0526;
const PART_AVEC_TELEPHONE = 0.6;
/** Offices stand where people live, but a little more in towns than people do. */
const ATTRAIT_DES_VILLES = 1.04;

type Activite = Pick<PersonneDemo, "structure" | "commune" | "secteur" | "voie">;

/** Draws activities, one after the other, until there are `nombre` of them; those of one person follow each other. */
export function* tirerActivites(
  communes: readonly CommuneDeLaGrille[],
  structures: readonly StructureTiree[],
  nombre: number,
  hasard: Hasard,
): Generator<PersonneDemo> {
  const tirerGenre = createTirage(PERSONNES, ({ milliers }) => milliers, hasard);
  const tirerIdentite = createTirageDIdentite(hasard);
  const savoirFaire = createTirageDeSavoirFaire(hasard);
  const exercer = createTirageDActivite(communes, structures, hasard);
  let [ecrites, rang] = [0, 0];
  while (ecrites < nombre) {
    const genre = tirerGenre();
    const personne = { rpps: rppsInvente(rang++), ...tirerIdentite(), ...savoirFaire(genre), ...telephone(hasard) };
    const premiere = exercer(genre, null);
    yield { ...personne, ...premiere, coordination: false };
    ecrites += 1;
    if (ecrites < nombre && hasard.chance(PART_AVEC_SECONDE_ACTIVITE)) {
      yield { ...personne, ...exercer(genre, premiere.commune.departement), coordination: hasard.chance(0.03) };
      ecrites += 1;
    }
  }
}

function createTirageDeSavoirFaire(hasard: Hasard) {
  const tirages = new Map(
    PERSONNES.map((genre) => [
      genre,
      genre.savoirFaire.length === 0
        ? () => ["", 0] as const
        : createTirage(genre.savoirFaire, ([, poids]) => poids, hasard),
    ]),
  );
  return (genre: GenreDePersonne): Pick<PersonneDemo, "profession" | "libelleProfession" | "savoirFaire"> => {
    const [code] = tirages.get(genre)?.() ?? [""];
    return {
      profession: genre.profession,
      libelleProfession: genre.libelle,
      savoirFaire: code === "" ? null : code,
    };
  };
}

/** Numbers of the range that the regulator keeps for fiction. */
const telephone = (hasard: Hasard): { readonly telephone?: string } =>
  hasard.chance(PART_AVEC_TELEPHONE) ? { telephone: `019900${String(hasard.entier(10_000)).padStart(4, "0")}` } : {};

/** Draws where someone practises: near home for an office, in a structure of the département for an employee. */
function createTirageDActivite(
  communes: readonly CommuneDeLaGrille[],
  structures: readonly StructureTiree[],
  hasard: Hasard,
): (genre: GenreDePersonne, departement: string | null) => Activite {
  const nationale = createTirage(communes, ({ population }) => population ** ATTRAIT_DES_VILLES / 10, hasard);
  const parDepartement = new Map(
    [...Map.groupBy(communes, ({ departement }) => departement)].map(([code, siennes]) => [
      code,
      createTirage(siennes, ({ population }) => population ** ATTRAIT_DES_VILLES / 10, hasard),
    ]),
  );
  const structureDe = createTirageDeStructure(structures, hasard);
  const secteurDeCabinet = createTirage(CABINETS, ([, poids]) => poids, hasard);
  const adresser = createTirageDAdresse(hasard);
  return (genre, departement) => {
    const commune = (departement === null ? nationale : (parDepartement.get(departement) ?? nationale))();
    const lieu = lieuDe(genre, hasard);
    const structure = lieu === null ? null : structureDe(lieu, commune.departement);
    if (lieu === null || structure === null) {
      return { structure: null, commune, secteur: secteurDeCabinet()[0], voie: adresser() };
    }
    const { commune: siege, voie } = structure;
    return { structure, commune: siege, secteur: LIEUX[lieu].secteur, voie: { libelle: "", ...voie } };
  };
}

function lieuDe({ lieux }: GenreDePersonne, hasard: Hasard): Lieu | null {
  const sort = hasard.entier(1_000_000) / 1_000_000;
  let cumul = 0;
  for (const [lieu, chance] of lieux) {
    cumul += chance;
    if (sort < cumul) return lieu;
  }
  return null;
}

/** A structure of the kind in the département, big ones more often; null where there is none. */
function createTirageDeStructure(structures: readonly StructureTiree[], hasard: Hasard) {
  const lieuDeCategorie = new Map(
    Object.entries(LIEUX).flatMap(([lieu, { categories }]) =>
      categories.map((categorie) => [categorie, lieu] as const),
    ),
  );
  const groupes = Map.groupBy(
    structures,
    ({ categorie, commune }) => `${lieuDeCategorie.get(categorie) ?? ""} ${commune.departement}`,
  );
  const tirages = new Map(
    [...groupes].map(([cle, siennes]) => [cle, createTirage(siennes, ({ taille }) => taille, hasard)]),
  );
  return (lieu: Lieu, departement: string): StructureTiree | null => tirages.get(`${lieu} ${departement}`)?.() ?? null;
}
