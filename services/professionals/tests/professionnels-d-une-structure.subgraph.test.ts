import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MSP, ouvrirAnnuaireDeRecherche, PHARMACIE } from "./annuaire-de-recherche.ts";
import type { AnnuaireDeTest } from "./annuaire-de-test.ts";

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaireDeRecherche();
});
afterAll(() => annuaire.fermer());

describe("Une structure", () => {
  const references = [MSP, PHARMACIE, "1999999999"].map((id) => ({ __typename: "Structure", id }));

  it("compte une fois chaque personne qui y soigne, en une requête SQL pour toutes", async () => {
    const selection = "... on Structure { effectifs { profession medecinsGeneralistes nombre } }";
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ${selection} } }`;
    const { data, nombre } = await annuaire.compter<{ _entities: { effectifs: object[] }[] }>(query, { r: references });
    expect(data._entities.map(({ effectifs }) => effectifs)).toEqual([
      [
        { profession: "10", medecinsGeneralistes: 1, nombre: 1 },
        { profession: "60", medecinsGeneralistes: 0, nombre: 1 },
      ],
      [{ profession: "21", medecinsGeneralistes: 0, nombre: 1 }],
      [],
    ]);
    expect(nombre).toBe(1);
  });

  it("rend ses professionnels par pages, en deux requêtes SQL pour toutes", async () => {
    const query = `query ($r: [_Any!]!, $after: String) { _entities(representations: $r) {
      ... on Structure { professionnels(first: 2, after: $after) { totalCount edges { node { nom } } pageInfo { hasNextPage endCursor } } } } }`;
    type Reponse = {
      _entities: { professionnels: { totalCount: number; edges: object[]; pageInfo: { endCursor: string } } }[];
    };
    const { data, nombre } = await annuaire.compter<Reponse>(query, { r: references });
    expect(data._entities.map(({ professionnels }) => professionnels)).toMatchObject([
      {
        totalCount: 3,
        edges: [{ node: { nom: "DUPONT" } }, { node: { nom: "Étienne" } }],
        pageInfo: { hasNextPage: true },
      },
      { totalCount: 1, edges: [{ node: { nom: "ABADIE" } }], pageInfo: { hasNextPage: false } },
      { totalCount: 0, edges: [] },
    ]);
    expect(nombre).toBe(2);
    const after = data._entities[0]?.professionnels.pageInfo.endCursor;
    const suite = await annuaire.demander<Reponse>(query, { r: [references[0]], after });
    expect(suite._entities[0]?.professionnels).toMatchObject({
      edges: [{ node: { nom: "ROUX" } }],
      pageInfo: { hasNextPage: false },
    });
  });
});
