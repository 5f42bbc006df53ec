import { executerParHttp } from "@coordination/server-kit";
import { SignJWT } from "jose";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demander, type PasserelleDeTest, SECRET, sceau, startDistribuee, startEnProcessus } from "./passerelle.ts";
import { startServeurDeTest } from "./sous-graphe-defaillant.ts";

let passerelle: PasserelleDeTest;
const journal: string[] = [];
const logger = pino({ level: "info" }, { write: (ligne) => void journal.push(ligne) });

beforeAll(async () => {
  passerelle = await startEnProcessus({ logger });
});

afterAll(async () => {
  await passerelle.stop();
});

describe("Les erreurs de la passerelle", () => {
  it("d'un défaut ne montrent qu'une référence, que le journal retrouve", async () => {
    const { data, errors, texte } = await passerelle.demander("{ defaut camions }");
    expect(data).toEqual({ defaut: null, camions: 2 });
    expect(errors).toHaveLength(1);
    const [erreur] = errors;
    expect(erreur?.extensions).toEqual({ code: "INTERNAL_SERVER_ERROR", reference: expect.any(String) });
    expect(erreur?.message).toBe(`Erreur interne (référence ${erreur?.extensions.reference}).`);
    expect(texte).not.toMatch(/secret|srv|stack|serviceName|catalogue|TypeError/);
  });

  it("du catalogue passent avec leur phrase et leur champ, sans nom de sous-graphe", async () => {
    const { errors } = await passerelle.demander("{ refus faute }");
    expect(errors).toEqual([
      {
        message: "Votre identité ne donne pas ce droit. Il faut : la portée « test ».",
        path: ["refus"],
        extensions: { code: "FORBIDDEN" },
      },
      { message: "L'âge est faux.", path: ["faute"], extensions: { code: "BAD_USER_INPUT", champ: "age" } },
    ]);
  });

  it.each([
    ["de syntaxe", "{ moi", {}, "La requête GraphQL ne se lit pas : il faut un nom, et non la fin du document."],
    [
      "de schéma",
      "{ inconnu }",
      {},
      "La requête GraphQL ne correspond pas au schéma : Query n'a pas de champ inconnu.",
    ],
    [
      "d'opération absente",
      "query A { moi } query B { moi }",
      { champ: "operationName" },
      "operationName doit nommer l'une des opérations de la requête.",
    ],
    [
      "de variable",
      "query ($id: ID!) { chose(id: $id) { id } }",
      { champ: "id" },
      "Une variable de la requête est invalide : la variable $id, de type ID!, est obligatoire.",
    ],
  ])("%s sont des fautes de saisie", async (_faute, query, champ, phrase) => {
    const { errors, texte } = await passerelle.demander(query);
    expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: "BAD_USER_INPUT", ...champ }]);
    expect(errors[0]?.message).toBe(phrase);
    expect(texte).not.toContain("stack");
  });

  it("inattendues d'un sous-graphe ne sortent pas telles quelles", async () => {
    const erreur = { message: "ORA-00942 à http://10.0.0.3", path: ["inventaire"], extensions: { code: "ORACLE" } };
    const stocks = await startServeurDeTest((response) =>
      response
        .writeHead(200, { "content-type": "application/json" })
        .end(JSON.stringify({ data: { inventaire: null }, errors: [erreur] })),
    );
    const distribuee = await startDistribuee({ stocks: stocks.url }, { logger });
    const { errors, texte } = await distribuee.demander("{ inventaire }");
    await distribuee.stop();
    await stocks.stop();
    const reference = String(errors[0]?.extensions.reference);
    expect(errors[0]?.extensions).toEqual({ code: "INTERNAL_SERVER_ERROR", reference });
    expect(errors[0]?.path).toEqual(["inventaire"]);
    expect(texte).not.toMatch(/ORA|10\.0\.0\.3/);
    expect(journal.filter((ligne) => ligne.includes(reference) && ligne.includes("ORA-00942"))).toHaveLength(1);
  });
});

describe("La porte HTTP", () => {
  const poster = (body: string, headers: Record<string, string>) =>
    fetch(`${passerelle.url}/graphql`, { method: "POST", headers, body });

  it("rend l'identifiant de la requête, que le client ne choisit pas", async () => {
    const { headers } = await passerelle.demander("{ moi }", { headers: { "x-request-id": "a-moi" } });
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("refuse un corps trop grand, illisible, ou d'un autre type", async () => {
    const json = { "content-type": "application/json" };
    const reponses = await Promise.all([
      poster(JSON.stringify({ query: `{ moi } #${"x".repeat(110_000)}` }), json),
      poster("{", json),
      poster("query=x", { "content-type": "application/x-www-form-urlencoded" }),
    ]);
    expect(reponses.map(({ status }) => status)).toEqual([413, 400, 415]);
    for (const reponse of reponses) {
      expect(await reponse.json()).toEqual({
        errors: [{ message: expect.any(String), extensions: { code: "BAD_USER_INPUT", champ: "requête" } }],
      });
    }
  });

  it("refuse les lots et ce qu'un autre site peut faire envoyer", async () => {
    const lot = await poster('[{"query":"{ moi }"}]', { "content-type": "application/json" });
    const formulaire = await poster('{"query":"{ moi }"}', { "content-type": "text/plain" });
    const lien = await fetch(`${passerelle.url}/graphql?query={moi}`);
    expect([lot.status, formulaire.status, lien.status]).toEqual([400, 415, 400]);
  });

  it("ne montre pas le plan de requête", async () => {
    const { texte } = await passerelle.demander("{ moi }", { headers: { "apollo-query-plan-experimental": "1" } });
    expect(texte).not.toContain("Plan");
  });

  it("répond 404 en JSON à une adresse inconnue", async () => {
    expect((await fetch(`${passerelle.url}/rien`)).status).toBe(404);
  });
});

describe("La porte interne", () => {
  const appel = {
    acteur: { sub: "u-2", rpps: null, structures: [], profils: [], scopes: [], clientId: null },
    requestId: "r-1",
  };
  const operation = { query: "query Moi { moi }", operationName: "Moi", variables: {} };

  it("exécute l'opération d'un service au nom de son acteur, par HTTP comme en processus", async () => {
    const parHttp = executerParHttp({ url: `${passerelle.url}/interne/graphql`, sceau, timeoutMs: 10_000 });
    for (const executer of [parHttp, passerelle.executer]) {
      const { data, errors } = await executer(operation, appel);
      expect(errors).toBeUndefined();
      expect(JSON.parse(String(data?.moi)).sub).toBe("u-2");
    }
  });

  const expire = () =>
    new SignJWT({ ...appel })
      .setProtectedHeader({ alg: "HS256" })
      .setIssuer("coordination-interne")
      .setAudience("coordination/passerelle")
      .setExpirationTime("10s ago")
      .sign(new TextEncoder().encode(SECRET));

  it.each<[string, () => Promise<string | null>]>([
    ["sans jeton", async () => null],
    ["à un faux jeton", async () => "faux"],
    ["à un jeton expiré", expire],
    ["au jeton d'une autre porte", () => sceau.signer("catalogue", appel, JSON.stringify(operation))],
  ])("reste fermée %s", async (_cas, jeton) => {
    const valeur = await jeton();
    const { status, data, errors } = await demander(`${passerelle.url}/interne/graphql`, {
      ...operation,
      ...(valeur === null ? {} : { headers: { "x-jeton-interne": valeur } }),
    });
    expect(status).toBe(401);
    expect(data).toBeUndefined();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["UNAUTHENTICATED"]);
  });
});
