import { type Concurrent, enGraphql, PREMIERS, RAYON_KM, type Reponse } from "./concurrent.ts";

interface Page {
  readonly professionnels: {
    readonly totalCount?: number;
    readonly facettes?: readonly { champ: string; valeurs: readonly { code: string; nombre: number }[] }[];
    readonly edges: readonly {
      readonly node: { readonly id: string };
      readonly situation: {
        readonly id: string;
        readonly structure: { readonly nom: string } | null;
        readonly commune: { readonly nom: string } | null;
      } | null;
    }[];
  };
}

const PERSONNE_ET_LIEU = "node { id nom prenom } situation { id structure { nom } commune { nom } }";

const PROCHES = `query Proches($codeInsee: CodeInsee!) {
  professionnels(filtre: { medecinGeneraliste: true, nouveauxPatients: true }, proximite: { codeInsee: $codeInsee, rayonKm: ${RAYON_KM} }, tri: DISTANCE, first: ${PREMIERS}) {
    edges { distanceKm ${PERSONNE_ET_LIEU} }
  }
}`;

const NOM = `query Nom($recherche: String!, $departement: ID!) {
  professionnels(recherche: $recherche, filtre: { departements: [$departement] }, first: ${PREMIERS}) {
    totalCount
    facettes { champ valeurs { code nombre } }
    edges { ${PERSONNE_ET_LIEU} }
  }
}`;

/** Our gateway, in one process with its subgraphs. */
export const maison: Concurrent = {
  nom: "maison",
  libelle: "Notre passerelle, en un processus",
  module: "maison.process.js",
  proches: enGraphql(PROCHES, ({ codeInsee }) => ({ codeInsee }), lire),
  nom2: enGraphql(NOM, ({ mots, departement }) => ({ recherche: mots.join(" "), departement }), lire),
};

function lire({ professionnels }: Page): Reponse {
  const { edges, facettes, totalCount } = professionnels;
  return {
    lignes: edges.map(({ node, situation }) => ({
      professionnel: node.id,
      situation: situation?.id ?? "",
      structure: situation?.structure?.nom ?? null,
      commune: situation?.commune?.nom ?? null,
    })),
    total: totalCount ?? null,
    facettes:
      facettes === undefined
        ? null
        : Object.fromEntries(
            facettes.flatMap(({ champ, valeurs }) => valeurs.map(({ code, nombre }) => [`${champ}=${code}`, nombre])),
          ),
  };
}
