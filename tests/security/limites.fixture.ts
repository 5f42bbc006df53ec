import { afterAll, beforeAll, expect } from "@jest/globals";
import type { FormattedExecutionResult } from "graphql";
import { demanderParHttp, type MaisonDeTest, ouvrirMaisonDeTest } from "../journeys/maison.fixture.ts";

interface Reponse {
  readonly statut: number;
  readonly corps: FormattedExecutionResult;
}

/** A house for the attacks of one file, empty but for the communes, in one process. */
export function maisonAttaquee(limites: Parameters<typeof ouvrirMaisonDeTest>[0]["limites"] = {}) {
  let maison: MaisonDeTest;
  beforeAll(async () => {
    maison = await ouvrirMaisonDeTest({ jeu: "vide", limites });
  });
  afterAll(() => maison.stop());
  const demander = (query: string, options: { jeton?: string; variables?: object } = {}): Promise<Reponse> =>
    demanderParHttp(maison, query, options);
  return {
    url: () => maison.url,
    configuration: () => maison.configuration,
    demander,
    /** Asks, then checks that an ordinary question is still answered. */
    attaquer: async (query: string, options: { jeton?: string; variables?: object } = {}): Promise<Reponse> => {
      const reponse = await demander(query, options);
      const ordinaire = await demander('{ commune(codeInsee: "69266") { nom } }');
      expect(ordinaire).toMatchObject({ statut: 200, corps: { data: { commune: { nom: "Villeurbanne" } } } });
      return reponse;
    },
  };
}

/** The codes and limits that an answer refuses for. */
export const refus = ({ errors = [] }: FormattedExecutionResult) => errors.map(({ extensions }) => extensions);
