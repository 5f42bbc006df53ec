import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createIdentity } from "../src/index.ts";
import { AUDIENCE, type Emetteur, startEmetteur } from "./emetteur.ts";
import { type PasserelleDeTest, silencieux, startDistribuee, startEnProcessus } from "./passerelle.ts";

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

describe("L'horloge d'un jeton", () => {
  const dans = (secondes: number) => Math.floor(Date.now() / 1000) + secondes;
  it.each([
    ["en avance de quelques secondes", () => ({ iat: dans(3), nbf: dans(3), exp: dans(60) }), 200],
    ["expiré depuis quelques secondes", () => ({ iat: dans(-60), exp: dans(-3) }), 200],
    ["en avance de plus", () => ({ iat: dans(30), nbf: dans(30), exp: dans(90) }), 401],
    ["expiré depuis plus longtemps", () => ({ iat: dans(-90), exp: dans(-30) }), 401],
  ])("%s", async (_ecart, claims, attendu) => {
    const { status, errors } = await quiSuisJe("en processus", `Bearer ${await emetteur.signer({ claims: claims() })}`);
    expect(status).toBe(attendu);
    if (claims().exp < dans(-10)) expect(errors[0]?.message).toBe("Le jeton présenté a expiré.");
  });
});

describe("Un jeton qui ne prouve rien est refusé, jamais pris pour un anonyme", () => {
  const refuses: [string, () => Promise<string> | string][] = [
    ["d'un autre algorithme que ceux admis", () => emetteur.signer({ header: { alg: "PS256", kid: "ps" } })],
    ["sans type", () => emetteur.signer({ header: { typ: "" } })],
    ["de plus de 8 Kio", () => emetteur.signer({ claims: { structures: Array(500).fill("1690000017") } })],
    ["chiffré", () => "a.b.c.d.e"],
    ["qui n'en est pas un", () => "abc"],
    ["vide", () => ""],
  ];

  it.each(refuses)("%s", async (_defaut, jeton) => {
    const { status, headers, data, errors } = await quiSuisJe("en processus", `Bearer ${await jeton()}`);
    expect(status).toBe(401);
    expect(headers.get("www-authenticate")).toBe('Bearer error="invalid_token"');
    expect(data).toBeUndefined();
    expect(errors).toEqual([{ message: "Le jeton présenté est refusé.", extensions: { code: "UNAUTHENTICATED" } }]);
  });

  it.each(["Basic dTpw", "", "Bearer", "DPoP abc", "null"])("ni l'en-tête « %s »", async (authorization) => {
    expect((await quiSuisJe("en processus", authorization)).status).toBe(401);
  });

  it("en RS256 comme en ES256, un jeton juste est admis, quel que soit le nom écrit devant", async () => {
    for (const jeton of [await emetteur.signer({ header: { alg: "RS256", kid: "rs" } }), await emetteur.signer()]) {
      expect((await quiSuisJe("en processus", `bearer  ${jeton}`)).status).toBe(200);
    }
  });
});
