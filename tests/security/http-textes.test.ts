import { randomUUID } from "node:crypto";
import { demanderJeton, type NomDeProfil } from "@coordination/identite-locale";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { FormattedExecutionResult } from "graphql";
import { demanderParHttp, type MaisonDeTest, ouvrirMaisonDeTest } from "../journeys/maison.fixture.ts";
import { attendreLeService } from "./http.fixture.ts";

let maison: MaisonDeTest;
let coordinatrice: string;
let medecin: string;
let etrangere: string;

beforeAll(async () => {
  maison = await ouvrirMaisonDeTest({ jeu: "demo" });
  [coordinatrice, medecin, etrangere] = await Promise.all([
    jetonDe("coordinatrice-dac"),
    jetonDe("medecin-generaliste"),
    jetonDe("infirmiere"),
  ]);
}, 240_000);
afterAll(() => maison.stop());

const jetonDe = async (profil: NomDeProfil): Promise<string> => {
  const { issuer, configuration } = maison;
  return (await demanderJeton({ issuer, dataDir: configuration.dataDir, profil })).jeton;
};

/** Every text that the four subgraphs search in. */
const RECHERCHES = `query Recherches($texte: String!) {
  structures(first: 5, recherche: $texte) { edges { node { nom } } }
  communes(first: 5, recherche: $texte) { nom }
  professionnels(first: 5, recherche: $texte) { edges { node { nom } } }
  professions(recherche: $texte) { code }
  savoirFaire(recherche: $texte) { code }
  actes(recherche: $texte) { code }
  delegations(first: 5, filtre: { recherche: $texte }) { edges { node { code } } }
}`;

interface Trouve {
  readonly structures: { readonly edges: readonly unknown[] };
}

/** Every identifier by which the four subgraphs find one thing. */
const IDENTIFIANTS = `query Identifiants($id: ID!) {
  structure(id: $id) { id } region(code: $id) { code } departement(code: $id) { code }
  professionnel(id: $id) { id } situation(id: $id) { id }
  delegation(code: $id) { code } equipeProtocole(id: $id) { id }
  parcours(id: $id) { id } besoin(id: $id) { id } orientation(id: $id) { id }
}`;

/** What means something in SQL, in its text search or in a pattern. */
const INJECTIONS = [
  "zzqx' OR '1'='1' --",
  "zzqx'; DROP TABLE structures.structure; --",
  "1) UNION SELECT usename, passwd FROM pg_shadow --",
  "\\'; SELECT pg_sleep(30); --",
  "zzqx%",
  "_zzqx_%",
  "E'\\\\x00' zzqx",
  "zzqx:*",
  "zzqx & | ! <-> ((",
  "!!zzqx",
  "'zzqx':A | a:*",
  '{"$ne": null}',
  "*)(uid=*",
];

/** What means something elsewhere, or has no letter at all. */
const AUTRES_TEXTES = [
  "%",
  "_",
  "%%%_%%%",
  "\\",
  "$1",
  "$$ || version() || $$",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  '<!ENTITY x SYSTEM "file:///etc/passwd">',
  "../../etc/passwd",
  "{{7*7}}",
  "\u202e\u200b\ufeff\ufffe",
  "\u0001\u001f\u007f",
  "zzqx🏃🏊",
  "İıſß",
];
const LONGS = [
  "a".repeat(90_000),
  "mai ".repeat(20_000),
  "é".repeat(40_000),
  "%_".repeat(40_000),
  "🏊".repeat(20_000),
  "a\u0301".repeat(25_000),
];
const MOTIFS = ["(a+)+$", "(.*)*x", "^(([a-z])+.)+[A-Z]([a-z])+$", "(?=(a+))a*b\\1", "[a-z"].map((motif) =>
  motif.concat("a".repeat(5_000)),
);

const INTERNE =
  /\bat \w+[ .(]|stack|node_modules|\/work|\/src\/|\.ts\b|\.js\b|select |insert |pg_|postgres|relation |subgraph|serviceName|mikro|DatabaseError|subgraphs?|professionals|delegations-|Apollo/i;
const CODES = ["BAD_USER_INPUT", "NOT_FOUND", "FORBIDDEN", "COST_EXCEEDED"];

/** Only typed refusals, and nothing of the inside: the request is taken away, since its own words may come back. */
function attendreSansFuite({ errors = [] }: FormattedExecutionResult, texte: string): void {
  expect(errors.map(({ extensions }) => extensions?.code).filter((code) => !CODES.includes(String(code)))).toEqual([]);
  expect(JSON.stringify(errors).replaceAll(JSON.stringify(texte).slice(1, -1), "")).not.toMatch(INTERNE);
}

/** The letters and digits of a text, and nothing else. */
const mots = (texte: string): string => texte.replace(/[^\p{L}\p{N}]+/gu, " ").trim();

const demander = async (query: string, variables: object, jeton: string) =>
  (await demanderParHttp(maison, query, { variables, jeton })).corps;

describe("Un texte hostile", () => {
  it("n'est pas un mot ordinaire, qui trouve", async () => {
    const { data } = await demander(RECHERCHES, { texte: "villeurbanne" }, coordinatrice);
    expect(data).toMatchObject({ communes: [{ nom: "Villeurbanne" }] });
    expect((data as unknown as Trouve).structures.edges.length).toBeGreaterThan(0);
  });

  it.each(INJECTIONS)("%j ne cherche que ses mots", async (texte) => {
    const recherche = await demander(RECHERCHES, { texte }, coordinatrice);
    expect(recherche.errors).toBeUndefined();
    expect(recherche.data).toEqual((await demander(RECHERCHES, { texte: mots(texte) }, coordinatrice)).data);
    attendreSansFuite(await demander(IDENTIFIANTS, { id: texte }, coordinatrice), texte);
    await attendreLeService(maison);
  });

  it.each(AUTRES_TEXTES)("%j ne désigne rien, et ne défait rien", async (texte) => {
    const identifiants = await demander(IDENTIFIANTS, { id: texte }, coordinatrice);
    attendreSansFuite(await demander(RECHERCHES, { texte }, coordinatrice), texte);
    attendreSansFuite(identifiants, texte);
    expect(Object.values(identifiants.data ?? {}).filter((trouve) => trouve !== null)).toEqual([]);
    await attendreLeService(maison);
  });

  it.each([...LONGS, ...MOTIFS].map((texte) => [texte.slice(0, 20), texte] as const))(
    "%j, très long, reçoit sa réponse",
    async (_debut, texte) => {
      attendreSansFuite(await demander(RECHERCHES, { texte }, coordinatrice), texte);
      attendreSansFuite(await demander(IDENTIFIANTS, { id: texte }, coordinatrice), texte);
      await attendreLeService(maison);
    },
  );

  it("un nom d'alias ou de variable ne change pas la forme des réponses", async () => {
    const query = `query ($constructor: CodeInsee!, $toString: Int!) {
      __proto__: commune(codeInsee: $constructor) { __proto__: nom constructor: codeInsee }
      hasOwnProperty: structures(first: $toString) { __proto__: edges { __proto__: node { __proto__: nom } } }
    }`;
    const { data, errors } = await demander(query, { constructor: "69266", toString: 1 }, coordinatrice);
    expect(errors).toBeUndefined();
    const recu = Object.entries(data ?? {}).map(([nom, valeur]) => [nom, Object.entries(valeur as object)]);
    expect(recu).toEqual([
      [
        "__proto__",
        [
          ["__proto__", "Villeurbanne"],
          ["constructor", "69266"],
        ],
      ],
      ["hasOwnProperty", [["__proto__", expect.any(Array)]]],
    ]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe("L'identifiant d'autrui", () => {
  const DEMANDE = {
    codeInsee: "69266",
    demandeur: { nature: "PROFESSIONNEL_DE_VILLE", nom: "Dr Demandeur" },
    personneInformee: true,
    accordPersonne: "OUI",
    motif: "retour à domicile",
    difficulte: "personne ne passe",
    autresActeurs: true,
    usager: {
      nomNaissance: "INVENTEE",
      prenoms: ["Alix"],
      dateNaissance: "1950-11-22",
      sexe: "FEMININ",
      sansMedecinTraitant: "NON",
      ald: "OUI",
      isole: "INCONNU",
      lieuDeVie: "DOMICILE",
    },
  };
  const LECTURES = [
    "query ($id: ID!) { parcours(id: $id) { id } }",
    "query ($id: ID!) { exporterDossier(parcoursId: $id) { __typename } }",
    "query ($id: ID!) { tracesAcces(parcoursId: $id, first: 5) { edges { node { __typename } } } }",
    'mutation ($id: ID!, $cle: ID!) { ajouterNote(parcoursId: $id, texte: "vu", cleIdempotence: $cle) { id } }',
  ];

  it("ne se distingue pas d'un identifiant que rien ne porte", async () => {
    const ouvrir =
      "mutation ($cle: ID!, $input: DemanderAppuiInput!) { demanderAppui(cleIdempotence: $cle, input: $input) { id } }";
    const { data, errors } = await demander(ouvrir, { cle: randomUUID(), input: DEMANDE }, medecin);
    expect(errors).toBeUndefined();
    const { id } = { ...data }.demanderAppui as { id: string };
    for (const query of LECTURES) {
      const reponses = await Promise.all(
        [id, randomUUID(), randomUUID()].map((cherche) =>
          demander(query, { id: cherche, cle: randomUUID() }, etrangere),
        ),
      );
      const [existant, absent, autreAbsent] = reponses.map((reponse) => JSON.stringify(reponse));
      expect(existant).toBe(absent);
      expect(absent).toBe(autreAbsent);
      expect(existant).not.toContain(id);
      // Whoever has the right gets an answer to the same question.
      expect((await demander(query, { id, cle: randomUUID() }, coordinatrice)).errors).toBeUndefined();
    }
  });
});
