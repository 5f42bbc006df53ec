import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PasserelleDeTest, type Reponse, startEnProcessus } from "./passerelle.ts";

let passerelle: PasserelleDeTest;
beforeAll(async () => {
  passerelle = await startEnProcessus();
});
afterAll(() => passerelle.stop());

const query = "{ moi }";
const VOULU = { "apollo-require-preflight": "1" };
const lire = (parametres: Record<string, string>, headers: Record<string, string> = VOULU) =>
  fetch(`${passerelle.url}/graphql?${new URLSearchParams(parametres)}`, { headers });
const ecrire = (corps: object) =>
  fetch(`${passerelle.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(corps),
  });
const EMPREINTE = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: "0" } });

describe("Une requête HTTP qui ne peut être exécutée", () => {
  it.each<[string, () => Promise<Response>, number, string, string]>([
    [
      "une écriture par GET",
      () => lire({ query: "mutation { __typename }" }),
      405,
      "méthode",
      "Une requête GET ne porte qu'une lecture : une écriture s'envoie par POST.",
    ],
    [
      "des variables illisibles",
      () => lire({ query, variables: "{" }),
      400,
      "variables",
      "variables doit être un objet JSON.",
    ],
    [
      "des variables en liste",
      () => lire({ query, variables: "[]" }),
      400,
      "variables",
      "variables doit être un objet JSON.",
    ],
    [
      "des extensions illisibles",
      () => lire({ query, extensions: "x" }),
      400,
      "extensions",
      "extensions doit être un objet JSON.",
    ],
    [
      "un GET d'un autre type",
      () => lire({ query }, { ...VOULU, "content-type": "text/xml" }),
      415,
      "content-type",
      "Une requête GET n'a pas de corps d'un autre type que application/json.",
    ],
    [
      "le GET d'un formulaire",
      () => lire({ query }, { "content-type": "text/plain" }),
      400,
      "requête",
      "Une requête GET doit porter l'en-tête apollo-require-preflight : un lien ne suffit pas.",
    ],
    ...(
      [
        ["aucun document par GET", () => lire({})],
        ["un corps vide", () => ecrire({})],
        ["un document vide", () => ecrire({ query: "" })],
        ["un document nul", () => ecrire({ query: null, variables: {} })],
      ] as const
    ).map(([quoi, envoyer]): [string, () => Promise<Response>, number, string, string] => [
      quoi,
      envoyer,
      400,
      "query",
      "La requête ne porte aucun document GraphQL : query manque.",
    ]),
    [
      "une empreinte par GET",
      () => lire({ query, extensions: EMPREINTE }),
      400,
      "extensions",
      "La requête doit être envoyée en entier.",
    ],
  ])("%s : la réponse dit en français pourquoi, et où", async (_quoi, envoyer, statut, champ, message) => {
    const reponse = await envoyer();
    const { errors } = (await reponse.json()) as Pick<Reponse, "errors">;
    expect(errors).toEqual([{ message, extensions: { code: "BAD_USER_INPUT", champ } }]);
    expect(reponse.status).toBe(statut);
    expect(reponse.headers.get("allow")).toBe(statut === 405 ? "POST" : null);
  });
});
