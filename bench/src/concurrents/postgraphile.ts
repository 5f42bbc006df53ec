import { type Concurrent, enGraphql, PREMIERS, RAYON_KM, type Reponse } from "./concurrent.ts";

interface Page {
  readonly trouvees: {
    readonly totalCount?: number;
    readonly nodes: readonly {
      readonly professionnel: { readonly id: string };
      readonly situation: {
        readonly rowId: string;
        readonly structure: { readonly nom: string } | null;
        readonly commune: { readonly nom: string } | null;
      };
    }[];
  };
  readonly compter?: { readonly nodes: readonly { champ: string; code: string; nombre: number }[] };
}

const PERSONNE_ET_LIEU = "professionnel { id: rowId nom prenom } situation { rowId structure { nom } commune { nom } }";

const PROCHES = `query Proches($codeInsee: String!) {
  trouvees: generalistesProches(codeInsee: $codeInsee, rayonKm: ${RAYON_KM}, first: ${PREMIERS}) {
    nodes { distanceKm ${PERSONNE_ET_LIEU} }
  }
}`;

const NOM = `query Nom($recherche: String!, $departement: String!) {
  trouvees: rechercher(recherche: $recherche, departement: $departement, first: ${PREMIERS}) {
    totalCount
    nodes { ${PERSONNE_ET_LIEU} }
  }
  compter(recherche: $recherche, departement: $departement) { nodes { champ code nombre } }
}`;

/** PostGraphile over the paired tables. */
export const postgraphile: Concurrent = {
  nom: "postgraphile",
  libelle: "PostGraphile 5, tables et fonctions équivalentes",
  module: "postgraphile.process.js",
  proches: enGraphql(PROCHES, ({ codeInsee }) => ({ codeInsee }), lire),
  nom2: enGraphql(NOM, ({ mots, departement }) => ({ recherche: mots.join(" "), departement }), lire),
};

function lire({ trouvees, compter }: Page): Reponse {
  return {
    lignes: trouvees.nodes.map(({ professionnel, situation }) => ({
      professionnel: professionnel.id,
      situation: situation.rowId,
      structure: situation.structure?.nom ?? null,
      commune: situation.commune?.nom ?? null,
    })),
    total: trouvees.totalCount ?? null,
    facettes:
      compter === undefined
        ? null
        : Object.fromEntries(compter.nodes.map(({ champ, code, nombre }) => [`${champ}=${code}`, nombre])),
  };
}
