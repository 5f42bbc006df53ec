import { ouvrirObservation } from "@coordination/server-kit";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type PasserelleDeTest, silencieux, startEnProcessus } from "./passerelle.ts";

const lignes: Record<string, unknown>[] = [];
const journal = pino({ level: "info", base: {} }, { write: (ligne: string) => lignes.push(JSON.parse(ligne)) });

let observation: Awaited<ReturnType<typeof ouvrirObservation>>;
let passerelle: PasserelleDeTest;
let mesures: string;

beforeAll(async () => {
  observation = await ouvrirObservation("test", {
    mesures: { host: "127.0.0.1", port: 0, exige: true },
    logger: silencieux,
  });
  mesures = observation.url ?? "";
  passerelle = await startEnProcessus({ observation, logger: journal });
});
afterAll(async () => {
  await passerelle.stop();
  await observation.stop();
});
beforeEach(() => {
  lignes.length = 0;
});

const lireMesures = async (): Promise<string> => (await fetch(`${mesures}/metrics`)).text();
const valeur = async (serie: string): Promise<number> => {
  const ligne = (await lireMesures()).split("\n").find((texte) => texte.startsWith(`${serie} `));
  return ligne === undefined ? 0 : Number(ligne.slice(serie.length));
};
/** The line of a request comes once its answer has left. */
async function derniereLigne(): Promise<Record<string, unknown>> {
  while (lignes.length === 0) await new Promise((resolve) => setImmediate(resolve));
  return lignes.at(-1) ?? {};
}

const LOGICIEL = { "graphql-client-name": "agenda-libre", "graphql-client-version": "4.2.0" };

describe("Le journal", () => {
  it("dit chaque requête en une ligne, avec l'identifiant que le client a reçu", async () => {
    const { headers } = await passerelle.demander('query Lire { chose(id: "a") { nom } }', { headers: LOGICIEL });
    const { time, level, dureeMs, ...reste } = await derniereLigne();
    expect(reste).toEqual({
      requestId: headers.get("x-request-id"),
      operation: "Lire",
      logiciel: "agenda-libre",
      version: "4.2.0",
      statut: 200,
      cout: 1,
      msg: "requête",
    });
    expect([typeof time, level, typeof dureeMs]).toEqual(["number", 30, "number"]);
    expect(lignes).toHaveLength(1);
  });

  it("dit les codes des erreurs, jamais ce qui a été demandé", async () => {
    await passerelle.demander("query Refusee($id: ID!) { chose(id: $id) { nom } refus faute }", {
      variables: { id: "DUPONT" },
    });
    expect(await derniereLigne()).toMatchObject({ operation: "Refusee", codes: ["FORBIDDEN", "BAD_USER_INPUT"] });
    expect(JSON.stringify(lignes)).not.toContain("DUPONT");
  });

  it("dit aussi ce qui n'atteint pas GraphQL", async () => {
    const refusee = await passerelle.demander("{ camions }", { headers: { authorization: "Bearer faux" } });
    expect(refusee.status).toBe(401);
    expect(await derniereLigne()).toMatchObject({ operation: "aucune", statut: 401, codes: ["UNAUTHENTICATED"] });
  });

  it("dit ce qui est refusé dès les en-têtes", async () => {
    await passerelle.demander("{ camions }", { headers: { "content-encoding": "gzip" } });
    expect(await derniereLigne()).toMatchObject({ operation: "aucune", statut: 415, codes: ["BAD_USER_INPUT"] });
  });

  it("n'écrit ni un nom d'opération ni un nom de logiciel qui ressemble au numéro de quelqu'un", async () => {
    await passerelle.demander("query Dossier_180017512345678 { camions }", {
      headers: { "graphql-client-name": "poste de Mme Dupont" },
    });
    expect(await derniereLigne()).toMatchObject({ operation: "autre", logiciel: "autre" });
  });
});

describe("Les mesures", () => {
  it("comptent les requêtes par opération et statut, les erreurs par code, les logiciels par version", async () => {
    const series = [
      'coordination_requetes_total{operation="Compter",statut="200"}',
      'coordination_logiciels_total{logiciel="agenda-libre",version="4.2.0"}',
      'coordination_erreurs_total{code="FORBIDDEN"}',
      'coordination_requete_duree_secondes_count{operation="Compter"}',
      'coordination_sous_graphe_duree_secondes_count{sous_graphe="catalogue",echec="false"}',
      'coordination_cout_total{operation="Compter"}',
    ];
    const avant = await Promise.all(series.map(valeur));
    await passerelle.demander('query Compter { refus chose(id: "a") { nom } }', { headers: LOGICIEL });
    await derniereLigne();
    expect(await Promise.all(series.map(valeur))).toEqual(avant.map((nombre) => nombre + 1));
  });

  it("disent l'état de la boucle d'événements, à part de la porte publique", async () => {
    expect(await lireMesures()).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m);
    expect((await fetch(`${passerelle.url}/metrics`)).status).toBe(404);
  });

  it("ne grandissent pas avec les noms que l'on invente", async () => {
    for (let rang = 0; rang < 320; rang++) await passerelle.demander(`query Inventee${rang} { camions }`);
    const texte = await lireMesures();
    expect(new Set([...texte.matchAll(/operation="(\w+)"/g)].map(([, nom]) => nom)).size).toBeLessThanOrEqual(303);
    expect(texte).toContain('coordination_requetes_total{operation="autre",statut="200"}');
  });

  it("disent quel logiciel emploie encore un élément déprécié", async () => {
    await passerelle.demander("query Vieille { ancien }", { headers: LOGICIEL });
    await passerelle.demander("query Neuve { camions }", { headers: LOGICIEL });
    const usages = await (await fetch(`${mesures}/depreciations`)).json();
    expect(usages).toEqual([
      expect.objectContaining({ element: "Query.ancien", logiciel: "agenda-libre", version: "4.2.0", nombre: 1 }),
    ]);
    expect(
      await valeur(
        'coordination_usages_deprecies_total{element="Query.ancien",logiciel="agenda-libre",version="4.2.0"}',
      ),
    ).toBe(1);
  });
});
