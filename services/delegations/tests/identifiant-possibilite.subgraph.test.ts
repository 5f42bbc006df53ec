import { countStatements } from "@coordination/database";
import { createIdentifiantsOpaques } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createIdentifiantsPossibilite } from "../src/possibilite/identifiant-possibilite.ts";
import { AUJOURDHUI, SECRET } from "./banc.ts";
import { type BancDePossibilites, ouvrirBancDePossibilites, type Possibilite } from "./banc-de-possibilites.ts";

let banc: BancDePossibilites;
beforeAll(async () => {
  banc = await ouvrirBancDePossibilites();
});
afterAll(() => banc.fermer());

describe("L'identifiant d'une possibilité", () => {
  const parIdentifiants = (...ids: string[]) =>
    banc.entites<Possibilite | null>(ids.map((id) => ({ __typename: "PossibiliteDelegation", id })));

  it("suffit à redonner la même réponse, version du texte et point de départ compris", async () => {
    const possibilite = await banc.selon("D01", { acte: "ANGINE", patient: { age: 30 }, le: "2022-09-01" });
    expect(await parIdentifiants(possibilite.id)).toEqual([possibilite]);
  });

  it("répond pour plusieurs en deux requêtes SQL", async () => {
    const rendues = await banc.quiPeut({ acte: "VACCINATION_GRIPPE", patient: { age: 72 } });
    const { result, statements } = await countStatements(() => parIdentifiants(...rendues.map(({ id }) => id)));
    expect(result).toEqual(rendues);
    expect(statements).toHaveLength(2);
  });

  it("ne dit rien de la personne à qui le lit", async () => {
    const { id } = await banc.selon("D10", { acte: "VACCINATION_GRIPPE", patient: { age: 72 } });
    const lisible = id.split(".").map((partie) => Buffer.from(partie, "base64url").toString("utf8"));
    expect(lisible.join(" ")).not.toMatch(/72|GRIPPE|69123/);
  });

  it("ne désigne plus rien quand il est faux, coupé, périmé, d'une autre version ou d'un autre secret", async () => {
    const { id } = await banc.selon("D10", { acte: "VACCINATION_GRIPPE", patient: { age: 72 } });
    const contenu = {
      delegation: { code: "D10", version: 1 },
      acte: "VACCINATION_GRIPPE",
      personne: { age: 72, ageMois: null, sexe: null, criteres: [] },
      le: AUJOURDHUI,
      lieu: { codeInsee: "69123", position: null },
      rayonKm: 10,
    };
    const autre = { secret: SECRET, kind: "possibilite", version: 2, ttlSeconds: 60 };
    const sansTexte = { ...contenu, delegation: { code: "D10", version: 99 } };
    const faux = [
      "n'importe quoi",
      id.slice(0, -3),
      id.replace(/\.(.)/, (_tout, lettre) => `.${lettre === "A" ? "B" : "A"}`),
      await createIdentifiantsPossibilite(SECRET, -1).encoder(contenu),
      await createIdentifiantsOpaques(autre).encoder(contenu),
      await createIdentifiantsPossibilite(`${SECRET}-autre`).encoder(contenu),
      await createIdentifiantsPossibilite(SECRET).encoder(sansTexte),
    ];
    expect(await parIdentifiants(...faux)).toEqual(faux.map(() => null));
    expect(await parIdentifiants(await createIdentifiantsPossibilite(SECRET).encoder(contenu))).not.toEqual([null]);
    expect(banc.journal).toEqual([]);
  });
});
