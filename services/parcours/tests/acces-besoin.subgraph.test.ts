import { countStatements } from "@coordination/database";
import { type Acteur, createIdentifiantsOpaques } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BESOIN, ENTITE, SIMULER, saisie } from "./questions.ts";
import { coordinatrice, ouvrirAToulouse, SECRET, type SousGrapheDeTest } from "./sous-graphe.ts";

let parcours: SousGrapheDeTest;
beforeAll(async () => {
  parcours = await ouvrirAToulouse();
});
afterAll(() => parcours.fermer());

async function identifiant(): Promise<string> {
  const { data } = await parcours.demander(SIMULER, { criteres: saisie });
  return (data?.simulerBesoin as { id: string } | undefined)?.id ?? "";
}

describe("Un identifiant qui ne vaut rien est celui d'un besoin absent", () => {
  const criteres = { codeInsee: "31555", professions: ["10"] };
  const autreDe = (ecart: { secret?: string; kind?: string; version?: number; ttlSeconds?: number }) =>
    createIdentifiantsOpaques<object>({
      secret: SECRET,
      kind: "besoin-simule",
      version: 1,
      ttlSeconds: 60,
      ...ecart,
    }).encoder(criteres);

  it.each<[string, () => Promise<string>]>([
    ["inventé", async () => "n-importe-quoi"],
    ["vide", async () => ""],
    ["tronqué", async () => (await identifiant()).slice(0, -4)],
    ["retouché", async () => retoucher(await identifiant())],
    ["expiré", () => autreDe({ ttlSeconds: -1 })],
    ["d'une autre version", () => autreDe({ version: 2 })],
    ["d'un autre genre", () => autreDe({ kind: "possibilite" })],
    ["d'une autre installation", () => autreDe({ secret: "un-autre-secret-assez-long-pour-servir" })],
  ])("%s", async (_cas, fabriquer) => {
    const id = await fabriquer();
    expect(await parcours.demander(BESOIN, { id })).toEqual({ data: { besoin: null } });
    const reference = await parcours.demander(ENTITE, { representations: [{ __typename: "Besoin", id }] });
    expect(reference).toEqual({ data: { _entities: [null] } });
  });

  const retoucher = (id: string): string => {
    const [entete, cle, iv, contenu = "", sceau] = id.split(".");
    return [entete, cle, iv, (contenu.startsWith("A") ? "B" : "A") + contenu.slice(1), sceau].join(".");
  };
});

describe("Rien n'est public", () => {
  const sansDroit: Acteur = { ...coordinatrice, scopes: ["annuaire:lire"] };
  const refus = async (acteur: Acteur | null, code: string) => {
    const id = await identifiant();
    const questions: [string, Record<string, unknown>][] = [
      [SIMULER, { criteres: saisie }],
      [BESOIN, { id }],
      [ENTITE, { representations: [{ __typename: "Besoin", id }] }],
    ];
    for (const [query, variables] of questions) {
      const { result, statements } = await countStatements(() => parcours.demander(query, variables, acteur));
      expect(result.errors?.map(({ extensions }) => extensions?.code)).toEqual([code]);
      expect(JSON.stringify(result.data ?? null)).not.toContain(id);
      expect(statements).toEqual([]);
    }
  };

  it("sans identité", () => refus(null, "UNAUTHENTICATED"));
  it("sans la portée parcours:lire", () => refus(sansDroit, "FORBIDDEN"));
});
