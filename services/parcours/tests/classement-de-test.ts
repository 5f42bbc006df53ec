import type { Acteur } from "@coordination/server-kit";
import { expect } from "vitest";
import { KINE_ID } from "./cercles-de-test.ts";
import { medecin, msp } from "./exemples.ts";
import { saisie } from "./questions.ts";
import { coordinatrice, type SousGrapheDeTest } from "./sous-graphe.ts";

export interface PropositionLue {
  readonly retenue: boolean;
  readonly score: number;
  readonly reactivite: object | null;
  readonly motifs: { readonly code: string; readonly libelle: string }[];
}
const SITUATION_KINE = {
  ...medecin("SITUATION-KINE"),
  situation: { id: "SITUATION-KINE", profession: { code: "10" }, professionnel: { id: KINE_ID }, structure: null },
};

/** The ranking of these places and of the physiotherapist for a need, as the gateway asks for it. */
export async function proposerPour(
  sousGraphe: SousGrapheDeTest,
  id: string,
  structures: readonly string[],
  acteur: Acteur = coordinatrice,
) {
  const { data, errors } = await sousGraphe.demander(
    `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Besoin { propositions(ecartees: true, first: 100) { sourcesIndisponibles
       elements { retenue score reactivite { tauxAcceptation delaiMedianHeures } motifs { code libelle } destinataire { situation { id } structure { id } } } } } } }`,
    {
      representations: [
        {
          __typename: "Besoin",
          id,
          candidatsProfessionnels: { tronque: false, elements: [SITUATION_KINE] },
          candidatsStructures: { tronque: false, elements: structures.map((structure) => msp(structure)) },
          possibilites: [],
        },
      ],
    },
    acteur,
  );
  expect(errors).toBeUndefined();
  type Propositions = {
    readonly sourcesIndisponibles: string[];
    readonly elements: (PropositionLue & { destinataire: object })[];
  };
  const [besoin] = (data as { _entities: ({ propositions: Propositions } | null)[] })._entities;
  if (!besoin) throw new Error("nobody may read this need");
  return besoin.propositions;
}

/** What the ranking says of one of these places, or of the physiotherapist, for a need. */
export async function classerPour(
  sousGraphe: SousGrapheDeTest,
  id: string,
  structures: readonly string[],
  acteur: Acteur = coordinatrice,
): Promise<(candidat: string) => PropositionLue> {
  const { elements } = await proposerPour(sousGraphe, id, structures, acteur);
  return (candidat) => {
    const trouvee = elements.find(({ destinataire }) => JSON.stringify(destinataire).includes(`"${candidat}"`));
    if (trouvee === undefined) throw new Error(`${candidat} n'est pas dans la liste`);
    return trouvee;
  };
}

/** The identifier of a need that nobody has. */
export async function simulerBesoin(sousGraphe: SousGrapheDeTest, ecart: object = {}): Promise<string> {
  const { data } = await sousGraphe.demander(
    "query($criteres: CriteresBesoinInput!) { simulerBesoin(criteres: $criteres) { id } }",
    { criteres: { ...saisie, ...ecart } },
  );
  return (data as { simulerBesoin: { id: string } }).simulerBesoin.id;
}
