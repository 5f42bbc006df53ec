import { readdirSync, readFileSync } from "node:fs";
import { composeServices } from "@apollo/composition";
import { parse } from "graphql";
import { describe, expect, it } from "vitest";

const dossier = new URL("../../schema/subgraphs/", import.meta.url);

describe("La composition des quatre sous-graphes", () => {
  it("ne donne aucun avertissement", () => {
    const subgraphs = readdirSync(dossier).map((nom) => ({
      name: nom.replace(".graphql", ""),
      typeDefs: parse(readFileSync(new URL(nom, dossier), "utf8")),
      url: "http://sous-graphe.invalid",
    }));
    const { errors, hints } = composeServices(subgraphs);
    expect(errors).toBeUndefined();
    expect(subgraphs).toHaveLength(4);
    expect(hints?.filter(({ definition }) => definition.level.name === "WARN").map(String)).toEqual([]);
  });
});
