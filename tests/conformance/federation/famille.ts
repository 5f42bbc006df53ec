/** A subgraph of an imagined house: its federation schema and what answers. */
export interface SousGraphe {
  readonly sdl: string;
  readonly resolvers: Readonly<Record<string, object>>;
}

/** A question, and the only right answer. */
interface Cas {
  readonly quoi: string;
  readonly requete: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly data: unknown;
  /** True when errors must come with the data; none may by default. */
  readonly erreurs?: boolean;
  /** Why Apollo's own gateway answers otherwise, when it does. */
  readonly apolloDiffere?: string;
  /** Why Apollo's own gateway cannot be compared: its answer depends on which subgraph answers first. */
  readonly apolloHesite?: string;
}

/** What federation promises in one respect, over subgraphs made for it. */
export interface Famille {
  readonly titre: string;
  readonly sousGraphes: Readonly<Record<string, SousGraphe>>;
  readonly cas: readonly Cas[];
}

const IMPORTS = "key shareable external requires provides override inaccessible interfaceObject extends tag".split(" ");

/** A federation 2 schema, every directive imported. */
export const fed2 = (sdl: string): string =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: [${IMPORTS.map((nom) => `"@${nom}"`)}])\n${sdl}`;

type Objet = Readonly<Record<string, unknown>>;

/** Finds the entity that a reference designates by any of the fields named, and keeps what the reference brought. */
export const parCle =
  (entites: readonly Objet[], ...cles: readonly string[]) =>
  (reference: Objet): Objet | null => {
    const cle = cles.find((nom) => reference[nom] !== undefined && reference[nom] !== null);
    if (cle === undefined) return null;
    const entite = entites.find((candidate) => JSON.stringify(candidate[cle]) === JSON.stringify(reference[cle]));
    return entite === undefined ? null : { ...reference, ...entite };
  };
