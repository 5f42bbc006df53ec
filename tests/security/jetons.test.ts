import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { demanderJeton } from "@coordination/identite-locale";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demanderParHttp, type MaisonDeTest, ouvrirMaisonDeTest } from "../journeys/maison.fixture.ts";
import { type Faussaire, ouvrirFaussaire } from "./jetons.fixture.ts";

const ORDINAIRE = '{ commune(codeInsee: "69266") { nom } }';
const MES_DOSSIERS = "{ mesParcours(first: 10) { edges { node { id } } } }";

let maison: MaisonDeTest;
let faux: Faussaire;
/** What an attacker would have us fetch; `visites` counts whether we did. */
let piege: Server;
let visites = 0;

beforeAll(async () => {
  maison = await ouvrirMaisonDeTest({ jeu: "vide" });
  faux = ouvrirFaussaire(maison);
  piege = createServer((_request, response) => {
    visites += 1;
    response.setHeader("content-type", "application/json").end(JSON.stringify({ keys: [faux.clePublique] }));
  });
  await new Promise<void>((resolve) => piege.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await maison.stop();
  await new Promise((resolve) => piege.close(resolve));
});

const adresseDuPiege = (): string => `http://127.0.0.1:${(piege.address() as AddressInfo).port}/jwks`;
const dans = (secondes: number): number => Math.floor(Date.now() / 1000) + secondes;
const monJeton = async (profil: string): Promise<string> => {
  const { issuer, configuration } = maison;
  return (await demanderJeton({ issuer, dataDir: configuration.dataDir, profil })).jeton;
};

/** After an attack, the anonymous and the honest are answered as before. */
async function repondToujours(): Promise<void> {
  expect((await demanderParHttp(maison, ORDINAIRE)).corps.data).toEqual({ commune: { nom: "Villeurbanne" } });
  const { statut, corps } = await demanderParHttp(maison, MES_DOSSIERS, { jeton: await monJeton("coordinatrice-dac") });
  expect({ statut, data: corps.data }).toEqual({ statut: 200, data: { mesParcours: { edges: [] } } });
}

type Fabrique = () => string | string[] | Promise<string>;
const SANS_VALEUR: [string, Fabrique][] = [
  ["signé d'une autre clé", () => faux.contrefait()],
  ["dont la signature est vidée", () => faux.pose("")],
  ["dont la signature est nulle", () => faux.pose(Buffer.alloc(64).toString("base64url"))],
  [
    "sans signature (alg none), sous toutes ses graphies",
    () => ["none", "None", "NONE", "nOnE"].map((alg) => faux.pose("", { alg })),
  ],
  ["alg none, une signature quelconque", () => faux.pose("AAAA", { alg: "none" })],
  ["dont la clé publique sert de secret (HS256)", () => faux.confond()],
  ["expiré", () => faux.signe({ claims: { iat: dans(-3600), exp: dans(-60) } })],
  ["pas encore valable", () => faux.signe({ claims: { nbf: dans(60) } })],
  ["sans expiration", () => faux.signe({ claims: { exp: undefined } })],
  ["dont l'expiration n'est pas un nombre", () => faux.signe({ claims: { exp: "demain" } })],
  ["d'une autre audience", () => faux.signe({ claims: { aud: "https://autre.example/api" } })],
  ["sans audience", () => faux.signe({ claims: { aud: undefined } })],
  ["d'un autre émetteur", () => faux.signe({ claims: { iss: "https://autre.example" } })],
  ["sans émetteur", () => faux.signe({ claims: { iss: undefined } })],
  ["d'identité (id_token)", () => faux.signe({ header: { typ: "JWT" }, claims: { nonce: "n" } })],
  ["sans type", () => faux.signe({ header: { typ: undefined } })],
  ["au sujet vide", () => faux.signe({ claims: { sub: "" } })],
  ["au sujet d'espaces", () => faux.signe({ claims: { sub: "   " } })],
  ["sans sujet", () => faux.signe({ claims: { sub: undefined } })],
  ["dont le sujet n'est pas un texte", () => [5, true, null, ["x"], {}].map((sub) => faux.signe({ claims: { sub } }))],
  ["au sujet illisible", () => ["a\u0000b", "\ud800", "x".repeat(256)].map((sub) => faux.signe({ claims: { sub } }))],
  ["qui désigne ses propres clés (jku)", () => faux.contrefait({ header: { jku: adresseDuPiege() } })],
  ["qui désigne son certificat (x5u)", () => faux.contrefait({ header: { x5u: adresseDuPiege() } })],
  ["qui porte sa propre clé (jwk)", () => faux.contrefait({ header: { jwk: faux.clePublique } })],
  ["qui porte son certificat (x5c)", () => faux.contrefait({ header: { x5c: ["MIIB"] } })],
  [
    "dont la clé est un chemin",
    () => ["../../../dev/null", "/dev/null", "' or 1=1 --", "|id"].map((kid) => faux.contrefait({ header: { kid } })),
  ],
  ["dont la clé n'est pas un texte", () => [1, {}, ["a"], null].map((kid) => faux.contrefait({ header: { kid } }))],
  ["qui demande une extension (crit)", () => faux.signe({ header: { crit: ["urgence"], urgence: 1 } })],
  ["au contenu non encodé (b64)", () => faux.signe({ header: { b64: false, crit: ["b64"] } })],
  ["démesuré", () => faux.signe({ claims: { structures: Array(600).fill("1690000017") } })],
  ["dont l'en-tête n'est pas du JSON", () => "bm9u.e30.AAAA"],
  [
    "dont un morceau est modifié",
    () => {
      const [entete, , signature] = faux.signe().split(".");
      const [, contenu] = faux.signe({ claims: { sub: "demo-maelle-fontanges" } }).split(".");
      return `${entete}.${contenu}.${signature}`;
    },
  ],
];

describe("Un jeton sans valeur est refusé, et le service répond toujours", () => {
  it.each(SANS_VALEUR)("%s", async (_defaut, fabriquer) => {
    for (const jeton of [await fabriquer()].flat()) {
      const { statut, corps } = await demanderParHttp(maison, ORDINAIRE, { jeton });
      expect({ statut, data: corps.data }).toEqual({ statut: 401, data: undefined });
      expect(corps.errors).toEqual([
        {
          message: expect.stringMatching(/^Le jeton présenté (est refusé|a expiré)\.$/),
          extensions: { code: "UNAUTHENTICATED" },
        },
      ]);
    }
    await repondToujours();
  });

  it("et rien de ce qu'un jeton désigne n'est visité", async () => {
    for (const nom of ["jku", "x5u", "iss"]) {
      await demanderParHttp(maison, ORDINAIRE, { jeton: faux.contrefait({ header: { [nom]: adresseDuPiege() } }) });
    }
    await demanderParHttp(maison, ORDINAIRE, { jeton: faux.contrefait({ claims: { iss: adresseDuPiege() } }) });
    expect(visites).toBe(0);
  });

  it("un jeton d'identité du vrai fournisseur n'est pas un jeton d'accès, même pour la bonne audience", async () => {
    const jeton = faux.signe({ header: { typ: "id+jwt" } });
    expect((await demanderParHttp(maison, ORDINAIRE, { jeton })).statut).toBe(401);
  });
});

describe("Un en-tête Authorization", () => {
  /** As bytes: a browser's client would merge them. */
  const envoyer = (lignes: readonly string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(maison.url);
      const corps = JSON.stringify({ query: ORDINAIRE });
      const entetes = [
        `host: ${hostname}:${port}`,
        "content-type: application/json",
        "connection: close",
        `content-length: ${corps.length}`,
      ];
      const socket = connect(Number(port), hostname);
      let recu = "";
      socket.setEncoding("latin1").on("data", (texte) => {
        recu += String(texte);
      });
      socket.on("end", () => resolve(recu.split("\r\n", 1)[0] ?? "")).on("error", reject);
      socket.write(["POST /graphql HTTP/1.1", ...entetes, ...lignes, "", corps].join("\r\n"));
    });

  it("donné deux fois est refusé, dans un ordre comme dans l'autre", async () => {
    const bon = `authorization: Bearer ${await monJeton("editeur")}`;
    const mauvais = `Authorization: Bearer ${faux.contrefait()}`;
    for (const lignes of [
      [bon, mauvais],
      [mauvais, bon],
      [bon, bon],
    ]) {
      expect(await envoyer(lignes)).toContain("400 Bad Request");
    }
    expect(await envoyer([bon])).toContain("200 OK");
    await repondToujours();
  });

  it("de deux jetons, d'un autre schéma ou sans jeton est refusé", async () => {
    const jeton = await monJeton("editeur");
    for (const valeur of [
      `Bearer ${jeton}, Bearer ${jeton}`,
      `Bearer ${jeton} ${jeton}`,
      `Basic ${jeton}`,
      jeton,
      "Bearer",
      "Bearer null",
    ]) {
      expect(await envoyer([`authorization: ${valeur}`])).toContain("401 Unauthorized");
    }
    await repondToujours();
  });
});

describe("Des revendications d'une autre forme ne donnent aucun droit", () => {
  const OUVRIR =
    '{ parcours(id: "00000000-0000-4000-8000-000000000001") { id } mesParcours(first: 1) { edges { node { id } } } }';
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ["un numéro RPPS en nombre", { rpps: 89900000012 }],
    ["un numéro RPPS en liste", { rpps: ["89900000012"] }],
    ["un numéro RPPS trop court, ou suivi d'autre chose", { rpps: "89900000012 or 1=1" }],
    ["des structures en texte", { structures: "1690000017" }],
    ["des structures qui n'en sont pas", { structures: [1, null, {}, ["1690000017"], "\u0000", "\ud800"] }],
    ["des listes énormes", { profils: Array(501).fill("x") }],
    ["des structures en objet qui se dit liste", { structures: { length: 1, 0: "1690000017" } }],
  ])("%s", async (_forme, claims) => {
    const { statut, corps } = await demanderParHttp(maison, OUVRIR, { jeton: faux.signe({ claims }) });
    expect(statut).toBe(200);
    expect(JSON.stringify(corps)).not.toMatch(/INTERNAL_SERVER_ERROR|invalid byte/);
    expect(corps.data).toMatchObject({ parcours: null });
    await repondToujours();
  });

  it.each([[["parcours:lire", "parcours:ecrire"]], [{ "parcours:lire": true }], [7], ["parcours:lire\u0000"]])(
    "%j n'est pas une portée : FORBIDDEN, avec le nom de celle qui manque",
    async (scope) => {
      const { corps } = await demanderParHttp(maison, MES_DOSSIERS, { jeton: faux.signe({ claims: { scope } }) });
      expect(corps.errors?.map(({ extensions }) => extensions?.code)).toEqual(["FORBIDDEN"]);
      expect(corps.errors?.[0]?.message).toContain("parcours:lire");
      await repondToujours();
    },
  );
});
