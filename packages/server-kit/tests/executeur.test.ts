import { describe, expect, it } from "vitest";
import { ouvrirCatalogue } from "./catalogue.fixture.ts";

const appel = { acteur: null, requestId: "r-test" };

describe("L'exécuteur d'un sous-graphe", () => {
  it("imprime un schéma de fédération 2, interface à clé comprise", async () => {
    const { sdl } = await ouvrirCatalogue();
    expect(sdl).toContain("specs.apollo.dev/federation/v2.9");
    expect(sdl).toContain('interface Ouvrage @key(fields: "id")');
    expect(sdl).toContain('type Roman implements Ouvrage @key(fields: "id")');
  });

  it("rend les références dans leur ordre, nulles quand elles sont absentes", async () => {
    const { executor } = await ouvrirCatalogue();
    const reponse = await executor.repondre(
      {
        query: "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Ouvrage { id __typename } } }",
        variables: {
          r: [
            { __typename: "Ouvrage", id: "2" },
            { __typename: "Ouvrage", id: "absent" },
            { __typename: "Ouvrage", id: "2" },
          ],
        },
      },
      appel,
    );
    const roman = { __typename: "Roman", id: "2" };
    expect(JSON.parse(JSON.stringify(reponse))).toEqual({ data: { _entities: [roman, null, roman] } });
  });

  it("montre une erreur du catalogue telle quelle, et un défaut seulement par sa référence", async () => {
    const { executor, journal } = await ouvrirCatalogue();
    const { errors = [] } = await executor.repondre({ query: "{ ouvrage { defaut saisie horsCatalogue } }" }, appel);
    const [defaut, saisie, horsCatalogue] = errors;
    expect(saisie).toMatchObject({
      message: "Le titre est vide.",
      extensions: { code: "BAD_USER_INPUT", champ: "titre" },
    });
    expect(defaut).toMatchObject({ extensions: { code: "INTERNAL_SERVER_ERROR" } });
    expect(horsCatalogue).toMatchObject({ extensions: { code: "INTERNAL_SERVER_ERROR" } });
    expect(JSON.stringify(errors)).not.toMatch(/mot de passe|détail interne/);
    expect(journal.join()).toContain(String(defaut?.extensions?.reference));
    expect(journal.join()).toContain("r-test");
  });

  it("refuse une opération que le schéma ne connaît pas, sans l'exécuter", async () => {
    const { executor } = await ouvrirCatalogue();
    const { errors, data } = await executor.repondre({ query: "{ inconnu }" }, appel);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.message).toContain("inconnu");
  });

  it.each<[string, string, Record<string, unknown>, string, string]>([
    ["écrite dans la requête", '{ ouvrage(commune: "69") { id } }', {}, "commune", "CodeInsee"],
    [
      "passée en variable",
      "query ($commune: CodeInsee) { ouvrage(commune: $commune) { id } }",
      { commune: "69" },
      "commune",
      "CodeInsee",
    ],
    ["un instant écrit dans la requête", '{ ouvrage(depuis: "hier") { id } }', {}, "depuis", "DateTime"],
    [
      "un instant passé en variable",
      "query ($depuis: DateTime) { ouvrage(depuis: $depuis) { id } }",
      { depuis: "2026-13-01T00:00:00Z" },
      "depuis",
      "DateTime",
    ],
  ])("nomme l'argument dont la valeur est fausse, %s", async (_cas, query, variables, champ, type) => {
    const { executor } = await ouvrirCatalogue();
    const { errors } = await executor.repondre({ query, variables }, appel);
    expect(errors).toEqual([
      {
        message: expect.stringMatching(`^Cette valeur n'est pas de type ${type}\\. `),
        extensions: { code: "BAD_USER_INPUT", champ },
      },
    ]);
  });
});
