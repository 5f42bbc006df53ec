import { finessInvente, rppsInvente } from "./cles.ts";
import { type CommuneDemo, createTirageDeCommune } from "./communes-demo.ts";
import type { StructureDemo } from "./fichier-finess.ts";
import type { PersonneDemo } from "./fichier-rpps.ts";
import type { Hasard } from "./hasard.ts";
import { NOMS, PRENOMS_FEMININS, PRENOMS_MASCULINS, VOIES } from "./mots.ts";
import { PERSONNES_NOMMEES } from "./personnes-nommees.ts";
import { type GenreDePersonne, PERSONNES, PHARMACIENS_PAR_OFFICINE, STRUCTURES } from "./recensement.ts";
import { STRUCTURES_NOMMEES } from "./structures-nommees.ts";

/** Named structures take the first hundred invented numbers of a département. */
const PREMIER_RANG_TIRE = 100;
const SECTEURS = {
  cabinet: ["SA07", "Cabinet individuel"],
  msp: ["SA52", "Maison de santé ou Pôle de santé"],
  centre: ["SA05", "Centre de santé"],
  officine: ["SA33", "Pharmacie d'officine"],
  coordination: ["SA57", "Structure de coop avec mission coordination soins"],
} as const;
/** Half a kilometre in degrees of latitude, roughly: how far from the centre an address may stand in a small commune. */
const DISPERSION = 0.012;

export interface Territoire {
  readonly structures: readonly StructureDemo[];
  readonly personnes: readonly PersonneDemo[];
}

/** Draws the whole territory. Same communes, same draw, same result. */
export function peupler(communes: readonly CommuneDemo[], hasard: Hasard): Territoire {
  const structures = [...structuresNommees(communes, hasard), ...structuresTirees(communes, hasard)];
  const personnes = [
    ...personnesNommees(communes, structures, hasard),
    ...personnesTirees(communes, structures, hasard),
  ];
  return { structures, personnes };
}

const habitants = (communes: readonly CommuneDemo[]): number =>
  communes.reduce((total, { population }) => total + population, 0);

function adresse(hasard: Hasard): PersonneDemo["voie"] {
  const [code, libelle, nom] = hasard.parmi(VOIES);
  return { numero: 1 + hasard.entier(120), code, libelle, nom };
}

function situer(
  commune: CommuneDemo,
  hasard: Hasard,
): Pick<StructureDemo, "latitude" | "longitude" | "commune" | "voie"> {
  const ecart = () => (hasard.entier(2001) / 1000 - 1) * DISPERSION;
  return {
    commune,
    voie: adresse(hasard),
    latitude: commune.latitude + ecart(),
    longitude: commune.longitude + ecart(),
  };
}

function structuresNommees(communes: readonly CommuneDemo[], hasard: Hasard): StructureDemo[] {
  return STRUCTURES_NOMMEES.map(({ finess, nom, categorie, libelleCategorie, codeInsee }) => ({
    finess,
    finessJuridique: finess,
    nom,
    categorie,
    libelleCategorie,
    ...situer(exigerCommune(communes, codeInsee), hasard),
  }));
}

function structuresTirees(communes: readonly CommuneDemo[], hasard: Hasard): StructureDemo[] {
  const tirer = createTirageDeCommune(communes, hasard);
  let rang = PREMIER_RANG_TIRE;
  return STRUCTURES.flatMap((genre) => {
    const nombre = Math.round((habitants(communes) / 100_000) * genre.pour100000);
    return Array.from({ length: nombre }, () => {
      const commune = tirer();
      const finess = finessInvente(commune.departement, rang++);
      const nom = `${hasard.parmi(genre.noms)} ${hasard.parmi(VOIES)[2]} ${commune.nom.toUpperCase()}`;
      return {
        finess,
        finessJuridique: finess,
        nom,
        categorie: genre.categorie,
        libelleCategorie: genre.libelle,
        ...situer(commune, hasard),
      };
    });
  });
}

function exigerCommune(communes: readonly CommuneDemo[], codeInsee: string): CommuneDemo {
  const commune = communes.find((candidate) => candidate.codeInsee === codeInsee);
  if (commune === undefined) throw new Error(`La commune ${codeInsee} manque à la table des communes.`);
  return commune;
}

function personnesNommees(
  communes: readonly CommuneDemo[],
  structures: readonly StructureDemo[],
  hasard: Hasard,
): PersonneDemo[] {
  return Object.values(PERSONNES_NOMMEES).map((personne) => {
    const nommee = STRUCTURES_NOMMEES.find(({ cle }) => cle === personne.structure);
    const structure = structures.find(({ finess }) => finess === nommee?.finess) ?? null;
    const secteur = personne.coordination
      ? SECTEURS.coordination
      : structure === null
        ? SECTEURS.cabinet
        : SECTEURS.msp;
    return {
      ...personne,
      secteur,
      structure,
      commune: exigerCommune(communes, personne.codeInsee),
      voie: structureVoie(structure, hasard),
    };
  });
}

function structureVoie(structure: StructureDemo | null, hasard: Hasard): PersonneDemo["voie"] {
  if (structure === null) return adresse(hasard);
  const libelle = VOIES.find(([code, , nom]) => code === structure.voie.code && nom === structure.voie.nom)?.[1] ?? "";
  return { ...structure.voie, libelle };
}

function personnesTirees(
  communes: readonly CommuneDemo[],
  structures: readonly StructureDemo[],
  hasard: Hasard,
): PersonneDemo[] {
  const tirer = createTirageDeCommune(communes, hasard);
  const deCategorie = (categorie: string) => structures.filter((structure) => structure.categorie === categorie);
  const [msp, centres, officines] = [deCategorie("603"), deCategorie("124"), deCategorie("620")];
  let rang = PREMIER_RANG_TIRE;
  const creer = (genre: Pick<GenreDePersonne, "profession" | "libelle" | "savoirFaire">, lieu: Lieu): PersonneDemo => ({
    rpps: rppsInvente(rang++),
    ...identite(hasard),
    profession: genre.profession,
    libelleProfession: genre.libelle,
    savoirFaire: genre.savoirFaire.length === 0 ? null : hasard.parmi(genre.savoirFaire),
    coordination: false,
    ...lieu,
    voie: structureVoie(lieu.structure, hasard),
  });
  const lieuDe = (genre: GenreDePersonne): Lieu => {
    if (hasard.chance(genre.enMsp)) return dansUne(hasard.parmi(msp), SECTEURS.msp);
    if (hasard.chance(genre.enCentre)) return dansUne(hasard.parmi(centres), SECTEURS.centre);
    return { structure: null, commune: tirer(), secteur: SECTEURS.cabinet };
  };
  const soignants = PERSONNES.flatMap((genre) =>
    Array.from({ length: Math.round((habitants(communes) / 100_000) * genre.pour100000) }, () =>
      creer(genre, lieuDe(genre)),
    ),
  );
  const pharmaciens = officines.flatMap((officine) =>
    Array.from({ length: PHARMACIENS_PAR_OFFICINE + hasard.entier(3) }, () =>
      creer({ profession: "21", libelle: "Pharmacien", savoirFaire: [] }, dansUne(officine, SECTEURS.officine)),
    ),
  );
  return [...soignants, ...pharmaciens];
}

type Lieu = Pick<PersonneDemo, "structure" | "commune" | "secteur">;

const dansUne = (structure: StructureDemo, secteur: PersonneDemo["secteur"]): Lieu => ({
  structure,
  commune: structure.commune,
  secteur,
});

function identite(hasard: Hasard): Pick<PersonneDemo, "civilite" | "prenom" | "nom"> {
  const nom = hasard.parmi(NOMS);
  return hasard.chance(0.58)
    ? { civilite: "MME", prenom: hasard.parmi(PRENOMS_FEMININS), nom }
    : { civilite: "M", prenom: hasard.parmi(PRENOMS_MASCULINS), nom };
}
