import { Trace } from "@apollo/usage-reporting-protobuf";
import { describe, expect, it } from "vitest";
import { ouvrirCatalogue } from "./catalogue.fixture.ts";

const appel = { acteur: null, requestId: "r-test" };
const query =
  "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Ouvrage { id } } ouvrage { i: id saisie } }";
const variables = { r: [{ __typename: "Ouvrage", id: "2" }] };

describe("La trace d'un sous-graphe", () => {
  it("dit de chaque champ son type et ses instants, à sa place, à qui la demande", async () => {
    const { executor } = await ouvrirCatalogue();
    const { extensions, errors } = await executor.repondre({ query, variables, traceFederee: true }, appel);
    expect(errors).toHaveLength(1);
    const { root, durationNs } = Trace.decode(Buffer.from(String(extensions?.ftv1), "base64"));
    expect(durationNs).toBeGreaterThan(0);
    const [entites, ouvrage] = root?.child ?? [];
    expect(entites).toMatchObject({ responseName: "_entities", parentType: "Query", type: "[_Entity]!" });
    expect(entites?.child).toMatchObject([{ index: 0, child: [{ responseName: "id", parentType: "Roman" }] }]);
    expect(ouvrage?.child?.map(({ responseName, type }) => [responseName, type])).toEqual([
      ["i", "ID!"],
      ["saisie", "String"],
    ]);
    for (const noeud of ouvrage?.child ?? []) expect(noeud.endTime).toBeGreaterThanOrEqual(Number(noeud.startTime));
  });

  it("ne se mêle pas des réponses qui ne la demandent pas", async () => {
    const { executor } = await ouvrirCatalogue();
    expect(await executor.repondre({ query, variables }, appel)).not.toHaveProperty("extensions");
  });
});
