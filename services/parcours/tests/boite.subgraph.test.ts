import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BancDOrientations, ouvrirBancDOrientations } from "./banc-d-orientations.ts";
import { destinataire, KINE, orienter, ouvrirBesoin } from "./orientations-de-test.ts";
import { saisie } from "./questions.ts";

let banc: BancDOrientations;
beforeAll(async () => {
  banc = await ouvrirBancDOrientations();
});
afterAll(() => banc.fermer());

describe("La boîte des orientations", () => {
  it("montre à chacun les siennes, le plus urgent d'abord, sans doublon ni trou", async () => {
    const MSP_33 = destinataire("MSP-33");
    for (const urgence of ["PROGRAMMEE", "SOUS_24_H", "SOUS_72_H"]) {
      await orienter(banc.sousGraphe, await ouvrirBesoin(banc.sousGraphe, { ...saisie, urgence }), ["MSP-33"]);
    }
    const question =
      "query($sens: SensOrientation!, $after: String) { boiteOrientations(sens: $sens, first: 1, after: $after) { edges { node { urgence } } pageInfo { hasNextPage endCursor } } }";
    const urgences: string[] = [];
    let after: string | null = null;
    for (let suivante = true; suivante; ) {
      const reponse: { data?: Record<string, unknown> | null } = await banc.sousGraphe.demander(
        question,
        { sens: "RECUES", after },
        MSP_33,
      );
      const page = (
        reponse.data as {
          boiteOrientations: {
            edges: { node: { urgence: string } }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        }
      ).boiteOrientations;
      urgences.push(...page.edges.map(({ node }) => node.urgence));
      after = page.pageInfo.endCursor;
      suivante = page.pageInfo.hasNextPage;
    }
    expect(urgences).toEqual(["SOUS_24_H", "SOUS_72_H", "PROGRAMMEE"]);
    expect((await banc.sousGraphe.demander(question, { sens: "EMISES" }, MSP_33)).data).toMatchObject({
      boiteOrientations: { edges: [] },
    });
    expect(
      (await banc.sousGraphe.demander(question, { sens: "RECUES", after }, KINE)).errors?.[0]?.extensions,
    ).toMatchObject({ champ: "after" });
  });
});
