/** What a contestant is asked, and how its answer reads: the same for all, whatever its language. */
export interface Reponse {
  /** Who was found, in order. */
  readonly lignes: readonly Ligne[];
  readonly total: number | null;
  /** « champ=code » → how many; null when the question has no facet. */
  readonly facettes: Readonly<Record<string, number>> | null;
}

interface Ligne {
  readonly professionnel: string;
  readonly situation: string;
  readonly structure: string | null;
  readonly commune: string | null;
}

/** « General practitioners who accept new patients within 20 km, nearest first ». */
export interface ParametresProches {
  readonly codeInsee: string;
}

/** « A name of two words in a département, with facets ». */
export interface ParametresNom {
  readonly mots: readonly [string, string];
  readonly departement: string;
}

export const RAYON_KM = 20;
export const PREMIERS = 20;

/** An HTTP request, ready to be sent. */
export interface Demande {
  readonly path: string;
  readonly body: string;
}

/** One measured question, in the words of one contestant. */
export interface Formulation<Parametres> {
  demander(parametres: Parametres): Demande;
  /** Throws when the answer is an error. */
  lire(corps: string): Reponse;
}

/** Someone who answers the two questions from a process of its own. */
export interface Concurrent {
  readonly nom: string;
  /** As the page names it, with its version. */
  readonly libelle: string;
  /** The module that the process runs, beside this one. */
  readonly module: string;
  readonly proches: Formulation<ParametresProches>;
  readonly nom2: Formulation<ParametresNom>;
}

/** A question in GraphQL over POST: `lire` receives `data`. */
export function enGraphql<Parametres, Data>(
  query: string,
  variables: (parametres: Parametres) => object,
  lire: (data: Data) => Reponse,
): Formulation<Parametres> {
  return {
    demander: (parametres) => ({ path: "/graphql", body: JSON.stringify({ query, variables: variables(parametres) }) }),
    lire: (corps) => {
      const { data, errors } = JSON.parse(corps) as { data?: Data; errors?: { message: string }[] };
      if (data === undefined || data === null || errors !== undefined)
        throw new Error(errors?.map(({ message }) => message).join(" · ") ?? corps.slice(0, 300));
      return lire(data);
    },
  };
}
