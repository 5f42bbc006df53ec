import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { UnsecuredJWT } from "jose";
import { createIdentity } from "../src/index.ts";
import { AUDIENCE, type Emetteur, startEmetteur } from "./emetteur.ts";
import { type PasserelleDeTest, silencieux, startDistribuee, startEnProcessus } from "./passerelle.ts";
import { startServeurDeTest } from "./sous-graphe-defaillant.ts";

let emetteur: Emetteur;
let passerelles: Record<string, PasserelleDeTest>;

beforeAll(async () => {
  emetteur = await startEmetteur();
  const identity = createIdentity({ ...emetteur, audience: AUDIENCE, logger: silencieux });
  passerelles = {
    "en processus": await startEnProcessus({ identity }),
    "par HTTP": await startDistribuee({}, { identity }),
  };
});

afterAll(async () => {
  await Promise.all([...Object.values(passerelles), emetteur].map((chose) => chose.stop()));
});

const quiSuisJe = async (mode: string, authorization?: string) => {
  const passerelle = passerelles[mode];
  if (passerelle === undefined) throw new Error(mode);
  return passerelle.demander("{ moi }", authorization === undefined ? {} : { headers: { authorization } });
};

describe.each(["en processus", "par HTTP"])("L'identité, sous-graphes %s", (mode) => {
  it("sans en-tête est anonyme", async () => {
    const { status, data, errors } = await quiSuisJe(mode);
    expect({ status, data, errors }).toEqual({ status: 200, data: { moi: null }, errors: [] });
  });

  it("d'un bon jeton parvient entière au sous-graphe", async () => {
    const claims = {
      rpps: "10000000001",
      structures: ["1310034616"],
      profils: ["coordinatrice-dac"],
      scope: "parcours:lire  parcours:ecrire",
      client_id: "graphiql",
    };
    const { data } = await quiSuisJe(mode, `Bearer ${await emetteur.signer({ claims })}`);
    expect(JSON.parse(String(data?.moi))).toEqual({
      sub: "u-1",
      rpps: "10000000001",
      structures: ["1310034616"],
      profils: ["coordinatrice-dac"],
      scopes: ["parcours:lire", "parcours:ecrire"],
      clientId: "graphiql",
    });
  });

  it("d'un secrétariat dit pour qui il agit ; un professionnel agit en son nom", async () => {
    const acteurDe = async (claims: Record<string, unknown>) => {
      const { data } = await quiSuisJe(mode, `Bearer ${await emetteur.signer({ claims })}`);
      return JSON.parse(String(data?.moi)) as object;
    };
    expect(await acteurDe({ pour_le_compte_de: "10000000001" })).toMatchObject({
      rpps: null,
      pourLeCompteDe: "10000000001",
    });
    for (const claims of [
      { rpps: "10000000002", pour_le_compte_de: "10000000001" },
      { pour_le_compte_de: "1000" },
      { pour_le_compte_de: ["10000000001"] },
    ]) {
      expect(await acteurDe(claims)).not.toHaveProperty("pourLeCompteDe");
    }
  });

  it("d'un jeton sans droits n'en donne aucun, même mal écrits", async () => {
    const claims = { rpps: 1, structures: "1310034616", profils: [1, null], scope: ["x"] };
    const { data } = await quiSuisJe(mode, `Bearer ${await emetteur.signer({ claims })}`);
    const rien = { sub: "u-1", rpps: null, structures: [], profils: [], scopes: [], clientId: null };
    expect(JSON.parse(String(data?.moi))).toEqual(rien);
  });
});

describe("Un jeton qui ne prouve rien est refusé, jamais pris pour un anonyme", () => {
  const maintenant = Math.floor(Date.now() / 1000);
  const refuses: [string, () => Promise<string> | string][] = [
    ["expiré", () => emetteur.signer({ claims: { exp: maintenant - 60 } })],
    ["sans expiration", () => emetteur.signer({ claims: { exp: undefined } })],
    ["pas encore valable", () => emetteur.signer({ claims: { nbf: maintenant + 60 } })],
    ["d'une autre audience", () => emetteur.signer({ claims: { aud: "https://autre.test" } })],
    ["d'un autre émetteur", () => emetteur.signer({ claims: { iss: "https://autre.test" } })],
    ["d'un algorithme non admis", () => emetteur.signer({ header: { alg: "PS256", kid: "ps" } })],
    ["d'une clé inconnue", () => emetteur.signer({ header: { kid: "inconnue" } })],
    ["d'identité (typ JWT)", () => emetteur.signer({ header: { typ: "JWT" } })],
    ["sans type", () => emetteur.signer({ header: { typ: "" } })],
    ["au sujet vide", () => emetteur.signer({ claims: { sub: "" } })],
    ["sans sujet", () => emetteur.signer({ claims: { sub: undefined } })],
    ["falsifié", async () => `${(await emetteur.signer()).slice(0, -8)}AAAAAAAA`],
    [
      "sans signature (alg none)",
      () =>
        new UnsecuredJWT({ sub: "u-1" })
          .setIssuer(emetteur.issuer)
          .setAudience(AUDIENCE)
          .setExpirationTime("1m")
          .encode(),
    ],
    ["qui n'en est pas un", () => "abc"],
    ["vide", () => ""],
  ];

  it.each(refuses)("%s", async (_defaut, jeton) => {
    const { status, headers, data, errors } = await quiSuisJe("en processus", `Bearer ${await jeton()}`);
    expect(status).toBe(401);
    expect(headers.get("www-authenticate")).toBe("Bearer");
    expect(data).toBeUndefined();
    expect(errors).toEqual([
      { message: "Une identité est nécessaire pour cette demande.", extensions: { code: "UNAUTHENTICATED" } },
    ]);
  });

  it("ni un autre schéma que Bearer", async () => {
    expect((await quiSuisJe("en processus", "Basic dTpw")).status).toBe(401);
  });
});

describe("Un fournisseur d'identité en panne", () => {
  it("refuse le jeton sans accuser son porteur", async () => {
    const enPanne = await startServeurDeTest((response) => response.writeHead(500).end());
    const identity = createIdentity({ ...emetteur, jwksUri: enPanne.url, audience: AUDIENCE, logger: silencieux });
    const passerelle = await startEnProcessus({ identity });
    const authorization = `Bearer ${await emetteur.signer()}`;
    const { status, data, errors } = await passerelle.demander("{ moi }", { headers: { authorization } });
    await passerelle.stop();
    await enPanne.stop();
    expect(status).toBe(503);
    expect(data).toBeUndefined();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["SUBGRAPH_UNAVAILABLE"]);
  });
});
