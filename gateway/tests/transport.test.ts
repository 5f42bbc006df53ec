import { serveSubgraph } from "@coordination/server-kit";
import { afterEach, describe, expect, it } from "vitest";
import { httpTransport, inProcessTransport } from "../src/index.ts";
import { demander, type PasserelleDeTest, sceau, silencieux, startDistribuee, startEnProcessus } from "./passerelle.ts";
import { PANNES, startServeurDeTest } from "./sous-graphe-defaillant.ts";
import { createSousGraphes } from "./sous-graphes.ts";

const CHAINE = "{ choses(ids: [1, 22]) { __typename id nom poids livraison } }";
const SANS_POIDS = {
  choses: [
    { __typename: "Livre", id: "1", nom: "Livre 1", poids: null, livraison: "poids inconnu" },
    { __typename: "Livre", id: "22", nom: "Livre 22", poids: null, livraison: "poids inconnu" },
  ],
};
const STOCKS_INDISPONIBLES = {
  message: "Le service « stocks » ne répond pas.",
  path: ["choses", 0, "poids"],
  extensions: { code: "SUBGRAPH_UNAVAILABLE", service: "stocks" },
};

const UNE_HEURE_MS = 3_600_000;

const aArreter: { stop(): Promise<void> }[] = [];
const gardee = <Chose extends { stop(): Promise<void> }>(chose: Chose): Chose => {
  aArreter.push(chose);
  return chose;
};

afterEach(async () => {
  for (const chose of aArreter.splice(0)) await chose.stop();
});

describe.each<[string, () => Promise<PasserelleDeTest>]>([
  ["en processus", () => startEnProcessus()],
  ["par HTTP", () => startDistribuee()],
])("La passerelle, sous-graphes %s", (_mode, start) => {
  it("répond à une question qui traverse les trois sous-graphes", async () => {
    const { data, errors } = await gardee(await start()).demander(CHAINE);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      choses: [
        { __typename: "Livre", id: "1", nom: "Livre 1", poids: 100, livraison: "pour 100 g" },
        { __typename: "Livre", id: "22", nom: "Livre 22", poids: 200, livraison: "pour 200 g" },
      ],
    });
  });

  it("continue le plan quand une entité est absente d'un sous-graphe", async () => {
    const { data, errors } = await gardee(await start()).demander(
      '{ choses(ids: ["absent", "1"]) { id poids livraison } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      choses: [
        { id: "absent", poids: null, livraison: "poids inconnu" },
        { id: "1", poids: 100, livraison: "pour 100 g" },
      ],
    });
  });

  it("résout 500 références en une fois, dans l'ordre", async () => {
    const ids = Array.from({ length: 500 }, (_, rang) => String(rang * 7));
    const query = "query ($ids: [ID!]!) { choses(ids: $ids) { poids livraison } }";
    const { data } = await gardee(await start()).demander(query, { variables: { ids } });
    expect(data?.choses).toEqual(ids.map((id) => ({ poids: id.length * 100, livraison: `pour ${id.length * 100} g` })));
  });

  it("transmet les alias sans les confondre", async () => {
    const { data } = await gardee(await start()).demander("{ chose(id: 1) { masse: poids titre: nom livraison } }");
    expect(data).toEqual({ chose: { masse: 100, titre: "Livre 1", livraison: "pour 100 g" } });
  });
});

describe("Un sous-graphe qui fait défaut", () => {
  it.each(Object.entries(PANNES))("qui %s ne coûte que sa part, et une seule erreur", async (_panne, repondre) => {
    const { url } = gardee(await startServeurDeTest(repondre));
    const { data, errors } = await gardee(await startDistribuee({ stocks: url })).demander(CHAINE);
    expect(data).toEqual(SANS_POIDS);
    expect(errors).toEqual([STOCKS_INDISPONIBLES]);
  });

  it("tué ne coûte que sa part, puis sert de nouveau dès son retour", async () => {
    const { executors } = await createSousGraphes();
    const ouvrir = (port: number) =>
      serveSubgraph(executors.stocks, { sceau, host: "127.0.0.1", port, logger: silencieux });
    const premier = await ouvrir(0);
    const passerelle = gardee(await startDistribuee({ stocks: `${premier.url}/graphql` }));
    expect((await passerelle.demander(CHAINE)).errors).toEqual([]);
    await premier.stop();
    const sans = await passerelle.demander(CHAINE);
    expect(sans.data).toEqual(SANS_POIDS);
    expect(sans.errors).toEqual([STOCKS_INDISPONIBLES]);
    gardee(await ouvrir(Number(new URL(premier.url).port)));
    expect((await passerelle.demander(CHAINE)).errors).toEqual([]);
  });

  it("servi par deux processus, est demandé à l'un puis à l'autre, et à celui qui reste quand l'un meurt", async () => {
    const { executors } = await createSousGraphes();
    const recus: number[] = [];
    const ouvrir = async (rang: number) => {
      const executor = {
        ...executors.stocks,
        repondre: (...demande: Parameters<typeof executors.stocks.repondre>) => {
          recus.push(rang);
          return executors.stocks.repondre(...demande);
        },
      };
      return serveSubgraph(executor, { sceau, host: "127.0.0.1", port: 0, logger: silencieux });
    };
    const [un, deux] = [await ouvrir(1), gardee(await ouvrir(2))];
    const passerelle = gardee(await startDistribuee({ stocks: [`${un.url}/graphql`, `${deux.url}/graphql`] }));
    for (let fois = 0; fois < 4; fois += 1) expect((await passerelle.demander(CHAINE)).errors).toEqual([]);
    expect(recus.toSorted()).toEqual([1, 1, 2, 2]);
    await un.stop();
    for (let fois = 0; fois < 4; fois += 1) expect((await passerelle.demander(CHAINE)).errors).toEqual([]);
    expect(recus.slice(4)).toEqual([2, 2, 2, 2]);
  });

  it("à la racine rend ses champs nuls et laisse les autres", async () => {
    const { url } = gardee(await startServeurDeTest(PANNES["répond 500"]));
    const { data, errors } = await gardee(await startDistribuee({ stocks: url })).demander("{ inventaire camions }");
    expect(data).toEqual({ inventaire: null, camions: 2 });
    expect(errors).toEqual([{ ...STOCKS_INDISPONIBLES, path: ["inventaire"] }]);
  });

  it.each([401, 403])("qui refuse la passerelle par un état %i n'accuse pas le client", async (etat) => {
    const { url } = gardee(await startServeurDeTest((response) => response.writeHead(etat).end()));
    const { status, data, errors } = await gardee(await startDistribuee({ stocks: url })).demander(CHAINE);
    expect(status).toBe(200);
    expect(data).toEqual(SANS_POIDS);
    expect(errors).toEqual([STOCKS_INDISPONIBLES]);
  });

  it.each([
    [401, "UNAUTHENTICATED"],
    [403, "FORBIDDEN"],
  ])("étranger, qui refuse par un état %i, est rendu par %s", async (etat, code) => {
    const { url } = gardee(await startServeurDeTest((response) => response.writeHead(etat).end()));
    const transport = httpTransport({ urls: { stocks: url }, sceau: null });
    const appel = { acteur: null, requestId: "r" };
    await expect(transport.call("stocks", { query: "{ inventaire }", appel, restantMs: 60_000 })).rejects.toMatchObject(
      { code },
    );
    await transport.close();
  });

  it("qui ne rend que des erreurs les transmet, et le plan continue", async () => {
    const erreur = { message: "Non.", path: ["_entities", 1, "poids"], extensions: { code: "FORBIDDEN" } };
    const { url } = gardee(
      await startServeurDeTest((response) =>
        response
          .writeHead(200, { "content-type": "application/json" })
          .end(JSON.stringify({ data: null, errors: [erreur] })),
      ),
    );
    const { data, errors } = await gardee(await startDistribuee({ stocks: url })).demander(CHAINE);
    expect(data).toEqual(SANS_POIDS);
    expect(errors).toEqual([{ ...erreur, path: ["choses", 1, "poids"] }]);
  });

  it("dans le même processus est borné aussi", async () => {
    const { executors, sdl } = await createSousGraphes();
    const muet = { ...executors.stocks, repondre: () => new Promise<never>(() => {}) };
    const transport = inProcessTransport({ ...executors, stocks: muet }, { timeoutMs: 1_500 });
    const passerelle = gardee(await startEnProcessus({ transport, supergraphSdl: sdl({}) }));
    const { data, errors } = await passerelle.demander(CHAINE);
    expect(data).toEqual(SANS_POIDS);
    expect(errors).toEqual([STOCKS_INDISPONIBLES]);
  });
});

describe("Un sous-graphe du même processus, quand la demande n'a plus de temps", () => {
  it("n'est plus attendu, et les suivants ne sont pas demandés", async () => {
    const { executors, sdl } = await createSousGraphes();
    const demandes: string[] = [];
    const muet = (nom: "stocks" | "livraisons") => ({
      ...executors[nom],
      repondre: () => {
        demandes.push(nom);
        return new Promise<never>(() => {});
      },
    });
    const muets = { ...executors, stocks: muet("stocks"), livraisons: muet("livraisons") };
    const transport = inProcessTransport(muets, { timeoutMs: UNE_HEURE_MS });
    const passerelle = gardee(await startEnProcessus({ transport, supergraphSdl: sdl({}), delaiDeDemandeMs: 1_500 }));
    const { data, errors } = await passerelle.demander("{ choses(ids: [1]) { id poids livraison } }");
    expect(data).toEqual({ choses: [{ id: "1", poids: null, livraison: null }] });
    expect(errors.map(({ extensions }) => extensions)).toEqual(
      ["stocks", "livraisons"].map((service) => ({ code: "SUBGRAPH_UNAVAILABLE", service })),
    );
    expect(demandes).toEqual(["stocks"]);
  });
});

describe("Un sous-graphe appelé sans passer par la passerelle", () => {
  it.each([
    "{ _service { sdl } }",
    '{ _entities(representations: [{ __typename: "Chose", id: "1" }]) { __typename } }',
    "{ inventaire }",
  ])("refuse %s", async (query) => {
    const { urls } = gardee(await startDistribuee());
    const url = urls.stocks ?? "";
    const pourUnAutre = await sceau.signer("catalogue", { acteur: null, requestId: "r" }, JSON.stringify({ query }));
    expect((await demander(url, { query })).status).toBe(401);
    expect((await demander(url, { query, headers: { "x-jeton-interne": "faux" } })).status).toBe(401);
    const autrePorte = await demander(url, { query, headers: { "x-jeton-interne": pourUnAutre } });
    expect(autrePorte.status).toBe(401);
    expect(autrePorte.data).toBeUndefined();
  });
});
