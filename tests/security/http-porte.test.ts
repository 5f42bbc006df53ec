import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type MaisonDeTest, ouvrirMaisonDeTest } from "../journeys/maison.fixture.ts";
import {
  attendreLeService,
  attendreRefus,
  brute,
  ecrire,
  envoyer,
  HOST,
  JSON_,
  poster,
  QUESTION,
} from "./http.fixture.ts";
import { CORPS_ILLISIBLES, ENTETES_ILLISIBLES } from "./messages-illisibles.fixture.ts";

const PERMISE = "https://dac.example";

let maison: MaisonDeTest;

beforeAll(async () => {
  maison = await ouvrirMaisonDeTest({ jeu: "vide", origines: [PERMISE] });
});
afterEach(() => attendreLeService(maison));
afterAll(() => maison.stop());

const POST = "POST /graphql HTTP/1.1";

describe("Ce qu'une page d'un autre site fait envoyer (CSRF)", () => {
  it.each([
    ["application/x-www-form-urlencoded", "query=%7B__typename%7D"],
    ["text/plain", QUESTION],
    ["multipart/form-data; boundary=x", '--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--'],
  ])("un formulaire %s est refusé", async (type, corps) => {
    attendreRefus(await poster(maison, corps, { "content-type": type }), 415);
  });

  it("un lien est refusé, et une écriture par GET l'est même avec la preuve d'une intention", async () => {
    const lien = (requete: string, headers = {}) =>
      envoyer(maison, { headers }, `/graphql?query=${encodeURIComponent(requete)}`);
    attendreRefus(await lien("{ __typename }"), 400);
    attendreRefus(await lien("mutation { __typename }"), 400);
    const prouvee = await lien("mutation { __typename }", { "apollo-require-preflight": "1" });
    expect([prouvee.statut, prouvee.entetes.get("allow")]).toEqual([405, "POST"]);
    expect((await lien("{ __typename }", { "apollo-require-preflight": "1" })).corps).toContain("Query");
  });

  it("seules les origines de la liste lisent les réponses, sans cookie", async () => {
    const origines = [PERMISE, "https://ailleurs.example", "null", `${PERMISE}.ailleurs.example`, "http://dac.example"];
    const lues = await Promise.all(origines.map((origin) => poster(maison, QUESTION, { origin })));
    const allow = lues.map(({ entetes }) => entetes.get("access-control-allow-origin"));
    expect(allow).toEqual([PERMISE, null, null, null, null]);
    expect(lues.map(({ entetes }) => entetes.get("access-control-allow-credentials"))).toEqual(allow.map(() => null));
    expect(lues.map(({ entetes }) => entetes.get("vary"))).toEqual(allow.map(() => "Origin"));
  });

  it("la demande préalable d'un navigateur est répondue, à l'origine permise seulement", async () => {
    const demander = (origin: string) =>
      envoyer(maison, {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type" },
      });
    const [permise, autre] = [await demander(PERMISE), await demander("https://ailleurs.example")];
    expect([permise.statut, permise.entetes.get("access-control-allow-origin")]).toEqual([204, PERMISE]);
    const admis = permise.entetes.get("access-control-allow-headers")?.split(", ");
    // What docs/editeurs.md asks of a software, a page may send too.
    expect(admis).toEqual(expect.arrayContaining(["authorization", "graphql-client-name", "graphql-client-version"]));
    expect(autre.entetes.get("access-control-allow-origin")).toBeNull();
  });
});

describe("Les méthodes et les adresses", () => {
  it.each(["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "QUERY", "CONNECT"])(
    "%s est refusée, et dit lesquelles le sont moins",
    async (methode) => {
      const recu = await ecrire(maison, brute(`${methode} /graphql HTTP/1.1`, [HOST, JSON_]));
      attendreRefus(recu, 405);
      expect(recu.entetes.get("allow")).toBe("GET, POST");
    },
  );

  it("HEAD ne fait rien exécuter", async () => {
    const { statut, corps } = await envoyer(maison, { method: "HEAD" }, "/graphql?query=%7B__typename%7D");
    expect([statut, corps]).toEqual([405, ""]);
  });

  it.each([
    "/graphiql",
    "/playground",
    "/console",
    "/voyager",
    "/.env",
    "/metrics",
    "//graphql",
    "/graphql/",
    "/graphiql/../package.json",
  ])("%s n'existe pas", async (chemin) => {
    attendreRefus(await ecrire(maison, brute(`GET ${chemin} HTTP/1.1`, [HOST], "")), 404);
  });

  it("/graphql ne montre aucune page, et rien de plus à qui se dit en débogage", async () => {
    attendreRefus(await envoyer(maison, { headers: { accept: "text/html" } }), 406);
    const trace = { "apollo-query-plan-experimental": "1", "apollo-federation-include-trace": "ftv1", "x-debug": "1" };
    const { corps } = await poster(maison, '{"query":"{ absent }","extensions":{"debug":true}}', trace);
    expect(Object.keys(JSON.parse(corps))).toEqual(["errors", "extensions"]);
    expect(Object.keys(JSON.parse(corps).extensions)).toEqual(["cost"]);
    expect(corps).not.toMatch(/stacktrace|queryPlan|ftv1|exception/);
  });
});

describe("Le type et le codage du corps", () => {
  it.each(["application/graphql", "application/xml", "application/json; charset=utf-16", "application/jsonp", ";;;"])(
    "%s est refusé",
    async (type) => {
      attendreRefus(await poster(maison, QUESTION, { "content-type": type }), 415);
    },
  );

  it.each(["gzip", "deflate", "br", "zstd", "identity", "gzip, gzip"])(
    "un corps codé en %s est refusé",
    async (codage) => {
      attendreRefus(await poster(maison, QUESTION, { "content-encoding": codage }), 415);
    },
  );

  it("une réponse d'un type que la passerelle n'écrit pas est refusée avant d'être calculée", async () => {
    const ecriture = JSON.stringify({ query: "mutation { __typename }" });
    attendreRefus(await poster(maison, ecriture, { accept: "text/event-stream" }), 406);
  });
});

describe("Les lots", () => {
  it.each([
    ["d'une opération", `[${QUESTION}]`],
    ["de cent opérations", `[${Array(100).fill(QUESTION).join()}]`],
    ["vides", "[]"],
    ["imbriqués", `[[${QUESTION}]]`],
  ])("%s sont refusés en entier", async (_cas, corps) => {
    attendreRefus(await poster(maison, corps), 400);
  });
});

describe("La taille", () => {
  it.each([110_000, 5_000_000])(
    "d'un corps de %i octets est refusée, et le client peut lire pourquoi",
    async (taille) => {
      attendreRefus(await poster(maison, JSON.stringify({ query: `{ __typename } #${"x".repeat(taille)}` })), 413);
    },
  );

  it("d'un corps sans longueur annoncée l'est aussi", async () => {
    const morceau = `${(200_000).toString(16)}\r\n${" ".repeat(200_000)}\r\n0\r\n\r\n`;
    const entetes = [POST, HOST, JSON_, "Transfer-Encoding: chunked", "Connection: close", "", morceau];
    attendreRefus(await ecrire(maison, entetes.join("\r\n")), 413);
  });

  it.each([
    ["d'une adresse", brute(`GET /graphql?query=${"a".repeat(20_000)} HTTP/1.1`, [HOST])],
    ["d'un en-tête", brute(POST, [HOST, JSON_, `X-Long: ${"a".repeat(20_000)}`])],
    ["de mille en-têtes", brute(POST, [HOST, JSON_, ...Array.from({ length: 3_000 }, (_, rang) => `X-${rang}: a`)])],
  ])("%s est refusée", async (_cas, octets) => {
    attendreRefus(await ecrire(maison, octets), 431);
  });
});

describe("Ce qui se lit mal, ou de deux façons", () => {
  it.each(CORPS_ILLISIBLES)("un corps : %s", async (_cas, corps) => {
    attendreRefus(await poster(maison, corps), 400);
  });

  it("un corps : de l'UTF-8 faux", async () => {
    attendreRefus(await poster(maison, Uint8Array.from([...Buffer.from('{"query":"'), 0xff, 0xfe, 0x22, 0x7d])), 400);
  });

  it("une vraie paire et un champ nommé constructor passent", async () => {
    const corps = '{"query":"{ __typename }","variables":{"a":"\\ud83d\\ude00","constructor":1,"toString":2}}';
    expect((await poster(maison, corps)).corps).toContain("Query");
  });

  it.each(ENTETES_ILLISIBLES)("des en-têtes : %s", async (_cas, entetes) => {
    attendreRefus(await ecrire(maison, brute(POST, entetes)), 400);
  });

  it.each(["POST /%ff HTTP/1.1", "MOT /graphql HTTP/1.1", "POST /graphql HTTP/3.7", "\x16\x03\x01\x02"])(
    "une ligne : %j",
    async (ligne) => {
      attendreRefus(await ecrire(maison, brute(ligne, [HOST, JSON_])), 400);
    },
  );

  it("un hôte qui n'en est pas un ne défait rien", async () => {
    const { statut, corps } = await ecrire(maison, brute(POST, ["Host: [a b", JSON_]));
    expect([statut, JSON.parse(corps)]).toMatchObject([200, { data: { __typename: "Query" } }]);
  });

  it("une attente inconnue", async () => {
    const { statut } = await ecrire(maison, brute(POST, [HOST, JSON_, "Expect: miracle"]));
    expect(statut).toBe(417);
  });
});
