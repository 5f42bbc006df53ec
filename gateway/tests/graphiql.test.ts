import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PasserelleDeTest, startEnProcessus } from "./passerelle.ts";

const REQUETE_PAR_DEFAUT = '# "Qui" suis-je ? <script>\nquery Moi { moi }\n';
let passerelle: PasserelleDeTest;

beforeAll(async () => {
  passerelle = await startEnProcessus({ graphiql: true, requeteParDefaut: REQUETE_PAR_DEFAUT });
});

afterAll(async () => {
  await passerelle.stop();
});

describe("GraphiQL", () => {
  it("est servi en entier par la même origine, ouvert sur la requête donnée", async () => {
    const page = await fetch(`${passerelle.url}/`);
    const html = await page.text();
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(html).not.toMatch(/https?:|\/\/cdn/);
    expect(html).toContain("# &quot;Qui&quot; suis-je ? &lt;script&gt;");
    const adresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, adresse]) => adresse ?? "");
    const fichiers = adresses.filter((adresse) => adresse !== "data:,");
    expect(fichiers).toHaveLength(6);
    for (const fichier of fichiers) {
      const reponse = await fetch(new URL(fichier, passerelle.url));
      expect([fichier, reponse.status, reponse.headers.get("content-type")]).toEqual([
        fichier,
        200,
        fichier.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8",
      ]);
      const contenu = await reponse.text();
      const dAilleurs = fichier.endsWith(".css")
        ? /url\((?!["']?(?:data:|#)).{0,40}|@import.{0,40}/g
        : /importScripts/g;
      expect(contenu.match(dAilleurs)).toBeNull();
    }
  });

  it("n'ouvre pas les autres fichiers des paquets", async () => {
    expect((await fetch(`${passerelle.url}/graphiql/package.json`)).status).toBe(404);
    expect((await fetch(`${passerelle.url}/graphiql/..%2fpackage.json`)).status).toBe(404);
  });

  it("n'existe pas quand il n'est pas demandé", async () => {
    const sans = await startEnProcessus();
    expect((await fetch(`${sans.url}/`)).status).toBe(404);
    await sans.stop();
  });

  it("lit la documentation du schéma par introspection", async () => {
    const { data } = await passerelle.demander('{ __type(name: "Livre") { description } }');
    expect(data).toEqual({ __type: { description: "Un livre." } });
  });

  it("lit aussi ce que le planificateur ne connaît pas du langage, à côté d'une question", async () => {
    const question =
      "query ($nom: String!) { type: __type(name: $nom) { ...Forme } __schema { queryType { name } } chose(id: 1) { nom } } fragment Forme on __Type { name isOneOf }";
    const { data, errors } = await passerelle.demander(question, { variables: { nom: "Livre" } });
    expect(errors).toEqual([]);
    expect(data).toEqual({
      type: { name: "Livre", isOneOf: null },
      __schema: { queryType: { name: "Query" } },
      chose: { nom: "Livre 1" },
    });
  });
});
