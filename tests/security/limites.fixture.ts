import type { FormattedExecutionResult } from "graphql";
import { afterAll, beforeAll, expect } from "vitest";
import { type MaisonDeTest, ouvrirMaisonDeTest } from "../journeys/maison.fixture.ts";

interface Reponse {
  readonly statut: number;
  readonly entetes: Headers;
  readonly corps: FormattedExecutionResult;
}

/** What a request carries besides its document. */
interface Envoi {
  readonly jeton?: string;
  readonly variables?: object;
  readonly accept?: string;
  readonly extensions?: object;
  readonly documentId?: string;
}

/** A house for the attacks of one file, empty but for the communes, in one process. */
export function maisonAttaquee(limites: Parameters<typeof ouvrirMaisonDeTest>[0]["limites"] = {}) {
  let maison: MaisonDeTest;
  beforeAll(async () => {
    maison = await ouvrirMaisonDeTest({ jeu: "vide", limites });
  });
  afterAll(() => maison.stop());
  const demander = (query: string | undefined, envoi: Envoi = {}): Promise<Reponse> => poster(maison.url, query, envoi);
  return {
    configuration: () => maison.configuration,
    demander,
    /** Asks, then checks that an ordinary question is still answered. */
    attaquer: async (query: string, envoi: Envoi = {}): Promise<Reponse> => {
      const reponse = await demander(query, envoi);
      const ordinaire = await demander('{ commune(codeInsee: "69266") { nom } }');
      expect(ordinaire).toMatchObject({ statut: 200, corps: { data: { commune: { nom: "Villeurbanne" } } } });
      return reponse;
    },
  };
}

async function poster(
  url: string,
  query: string | undefined,
  { jeton, accept = "application/graphql-response+json", ...corps }: Envoi,
): Promise<Reponse> {
  const reponse = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept,
      ...(jeton === undefined ? {} : { authorization: `Bearer ${jeton}` }),
    },
    body: JSON.stringify({ query, ...corps }),
  });
  return {
    statut: reponse.status,
    entetes: reponse.headers,
    corps: (await reponse.json()) as FormattedExecutionResult,
  };
}

/** What an answer refuses for. */
export const refus = ({ errors = [] }: FormattedExecutionResult) => errors.map(({ extensions }) => extensions);
