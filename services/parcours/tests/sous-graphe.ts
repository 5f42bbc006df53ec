import { withAdminClient } from "@coordination/database";
import {
  type Acteur,
  type Annuaire,
  createSceauInterne,
  ENTETE_JETON_INTERNE,
  ouvrirService,
  type ServiceOuvert,
  serveSubgraph,
} from "@coordination/server-kit";
import { createTestDatabase, type TestDatabase } from "@coordination/test-kit";
import { pino } from "pino";
import { parcoursService, projeterCommunes } from "../src/index.ts";

export const SECRET = "un-secret-de-test-assez-long-pour-servir";

export const coordinatrice: Acteur = {
  sub: "coordinatrice",
  rpps: null,
  structures: [],
  profils: ["coordinatrice-dac"],
  scopes: ["parcours:lire"],
  clientId: "tests",
};

/** No action of this issue asks the directory. */
const annuaireMuet: Annuaire = { demander: () => Promise.reject(new Error("l'annuaire n'a pas à être appelé")) };

/** An answer, read loosely: the tests say what they expect of it. */
export interface Reponse {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions?: Record<string, unknown>;
  }[];
}

/** What a story needs of who answers it: the subgraph alone, or a house around it. */
export interface PorteDeTest {
  demander(query: string, variables?: Record<string, unknown>, acteur?: Acteur | null): Promise<Reponse>;
  /** What the database holds, as its administrator sees it. */
  interroger<Ligne extends object>(sql: string): Promise<Ligne[]>;
}

export interface SousGrapheDeTest extends PorteDeTest {
  /** The same by HTTP, as the gateway asks a service of another process; for a subgraph opened with `parHttp`. */
  demanderParHttp(query: string, variables?: Record<string, unknown>, acteur?: Acteur | null): Promise<Reponse>;
  /** The administrator of the database, whom nothing is hidden from. */
  readonly adminUrl: string;
  /** What the service's own role may do. */
  readonly url: string;
  /** As an importer of communes does: publish, then project, in one transaction. */
  publierCommunes(communes: readonly (readonly [code: string, nom: string, departement: string])[]): Promise<void>;
  fermer(): Promise<void>;
}

/** The subgraph as the gateway sees it, on a database of its own; several open services take the requests in turn. */
export async function ouvrirSousGraphe(
  annuaire: Annuaire = annuaireMuet,
  {
    services: nombre = 1,
    parHttp = false,
    base: fournie,
  }: { services?: number; parHttp?: boolean; base?: TestDatabase } = {},
): Promise<SousGrapheDeTest> {
  const base = fournie ?? (await createTestDatabase({ services: [parcoursService] }));
  const url = base.urls[parcoursService.name] ?? "";
  const logger = pino({ level: "silent" });
  const services = await Promise.all(
    Array.from({ length: nombre }, () => ouvrirService(parcoursService, { url, secret: SECRET, annuaire, logger })),
  );
  const porte = parHttp ? await servir(services[0]) : null;
  let tour = 0;
  return {
    demanderParHttp: async (query, variables = {}, acteur = coordinatrice) => {
      if (porte === null) throw new Error("this subgraph is not served");
      return porte.demander(JSON.stringify({ query, variables }), acteur);
    },
    demander: async (query, variables = {}, acteur = coordinatrice) => {
      const service = services[tour++ % nombre];
      if (service === undefined) throw new Error("no service is open");
      return (await service.executor.repondre({ query, variables }, { acteur, requestId: "test" })) as Reponse;
    },
    adminUrl: base.adminUrl,
    url,
    interroger: <Ligne extends object>(sql: string) =>
      withAdminClient(base.adminUrl, async (client) => (await client.query<Ligne>(sql)).rows),
    publierCommunes: (communes) =>
      withAdminClient(base.adminUrl, async (client) => {
        await client.query("begin");
        await client.query(
          "create temp table communes_publiees (code_insee text, nom text, departement text) on commit drop",
        );
        for (const commune of communes)
          await client.query("insert into communes_publiees values ($1, $2, $3)", [...commune]);
        await projeterCommunes(client);
        await client.query("commit");
      }),
    fermer: async () => {
      await porte?.stop();
      for (const service of services) await service.close();
      await base.drop();
    },
  };
}

/** The same, when its needs are at Toulouse. */
export async function ouvrirAToulouse(...options: Parameters<typeof ouvrirSousGraphe>): Promise<SousGrapheDeTest> {
  const sousGraphe = await ouvrirSousGraphe(...options);
  await sousGraphe.publierCommunes([["31555", "Toulouse", "31"]]);
  return sousGraphe;
}

/** The service behind its HTTP door, asked as the gateway asks it: sealed for this subgraph and this body. */
async function servir(service: ServiceOuvert | undefined) {
  if (service === undefined) throw new Error("no service is open");
  const sceau = createSceauInterne(SECRET);
  const logger = pino({ level: "silent" });
  const { url, stop } = await serveSubgraph(service.executor, { sceau, host: "127.0.0.1", port: 0, logger });
  const demander = async (corps: string, acteur: Acteur | null): Promise<Reponse> => {
    const jeton = await sceau.signer(parcoursService.name, { acteur, requestId: "test" }, corps);
    const reponse = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", [ENTETE_JETON_INTERNE]: jeton },
      body: corps,
    });
    return (await reponse.json()) as Reponse;
  };
  return { demander, stop };
}
