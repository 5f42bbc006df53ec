import { pino } from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { avecDisjoncteurs, httpTransport, type SubgraphTransport } from "../src/index.ts";
import { echeanceDans } from "../src/requete.ts";
import { readSupergraph } from "../src/supergraph.ts";
import { SubgraphDataSource } from "../src/transport/data-source.ts";
import { createPartialAnswers } from "../src/transport/partial-answer.ts";
import { TransportFailure } from "../src/transport/transport.ts";
import { type Mandataire, type Panne, startMandataire } from "./mandataire.ts";
import { type PasserelleDeTest, sceau, silencieux, startDistribuee } from "./passerelle.ts";

const CHAINE = "{ choses(ids: [1, 22]) { id poids livraison } camions }";
const ENTIERE = {
  choses: [
    { id: "1", poids: 100, livraison: "pour 100 g" },
    { id: "22", poids: 200, livraison: "pour 200 g" },
  ],
  camions: 2,
};
const SANS_POIDS = {
  choses: ENTIERE.choses.map(({ id }) => ({ id, poids: null, livraison: "poids inconnu" })),
  camions: 2,
};
const STOCKS_INDISPONIBLES = {
  message: "Le service « stocks » ne répond pas.",
  path: ["choses", 0, "poids"],
  extensions: { code: "SUBGRAPH_UNAVAILABLE", service: "stocks" },
};

const UNE_HEURE_MS = 3_600_000;

const aArreter: { stop(): Promise<void> }[] = [];

afterEach(async () => {
  for (const chose of aArreter.splice(0)) await chose.stop();
});

/** The gateway, a line of ours to `stocks`, one to `livraisons`, and what was logged; a spared subgraph is tried again after `reposMs`. */
async function ouvrir({
  reposMs = 50,
  timeoutMs = 2_500,
  ...options
}: {
  reposMs?: number;
  timeoutMs?: number;
  delaiDeDemandeMs?: number;
} = {}): Promise<{
  passerelle: PasserelleDeTest;
  ligne: Mandataire;
  suite: Mandataire;
  journal: string[];
}> {
  const journal: string[] = [];
  const logger = pino({ level: "warn" }, { write: (texte: string) => void journal.push(texte) });
  const sousGraphes = await startDistribuee();
  aArreter.push(sousGraphes);
  const ligne = await startMandataire(sousGraphes.urls.stocks ?? "");
  const suite = await startMandataire(sousGraphes.urls.livraisons ?? "");
  const transport = avecDisjoncteurs(
    httpTransport({
      urls: { ...sousGraphes.urls, stocks: ligne.url, livraisons: suite.url },
      sceau,
      timeoutMs,
      reponseMaximum: 1024 * 1024,
    }),
    { logger, repos: reposMs },
  );
  const passerelle = await startDistribuee({}, { transport, logger, ...options });
  aArreter.unshift(passerelle);
  aArreter.push(ligne, suite);
  return { passerelle, ligne, suite, journal };
}

/** Asks until the answer is whole: the test's own time limit bounds it. */
async function jusquAuRetour(passerelle: PasserelleDeTest): Promise<unknown> {
  for (;;) {
    const { data, errors } = await passerelle.demander(CHAINE);
    if (errors.length === 0) return data;
  }
}

const PANNES: Panne[] = [
  "lente",
  "demi-ouverte",
  "coupée net",
  "refermée poliment",
  "tronquée",
  "goutte à goutte",
  "bruitée",
  "sans fin",
  "en HTML",
  "en erreur HTML",
];

describe("Une ligne vers un sous-graphe", () => {
  it.each(PANNES)("%s ne coûte que sa part, ne dit rien de la maison, et se rétablit seule", async (panne) => {
    const { passerelle, ligne, journal } = await ouvrir();
    expect((await passerelle.demander(CHAINE)).data).toEqual(ENTIERE);
    ligne.panne = panne;
    const { status, data, errors, texte } = await passerelle.demander(CHAINE);
    expect(status).toBe(200);
    expect(data).toEqual(SANS_POIDS);
    expect(errors).toEqual([STOCKS_INDISPONIBLES]);
    expect(texte).not.toMatch(/10\.0\.0\.3|127\.0\.0\.1|UND_ERR|ECONN|stack/);
    expect(journal.join("")).toContain("sous-graphe sans réponse");
    expect(journal.join("")).not.toContain("srv-10.0.0.3");
    ligne.panne = "aucune";
    expect(await jusquAuRetour(passerelle)).toEqual(ENTIERE);
  });
});

describe("Un sous-graphe qui ne répond plus", () => {
  it("est épargné après cinq pannes de suite, sans une ligne de journal par demande", async () => {
    const { passerelle, ligne, journal } = await ouvrir({ reposMs: UNE_HEURE_MS });
    ligne.panne = "coupée net";
    for (let rang = 0; rang < 5; rang++) await passerelle.demander(CHAINE);
    const avant = { demandes: ligne.demandes(), lignes: journal.length };
    expect(avant.demandes).toBe(5);
    expect(journal.filter((texte) => texte.includes("sous-graphe écarté"))).toHaveLength(1);
    ligne.panne = "aucune";
    for (let rang = 0; rang < 20; rang++) {
      const { data, errors } = await passerelle.demander(CHAINE);
      expect(data).toEqual(SANS_POIDS);
      expect(errors).toEqual([STOCKS_INDISPONIBLES]);
    }
    expect({ demandes: ligne.demandes(), lignes: journal.length }).toEqual(avant);
  });

  it("est essayé de nouveau, et revient sans que rien ne redémarre", async () => {
    const { passerelle, ligne, journal } = await ouvrir();
    ligne.panne = "coupée net";
    for (let rang = 0; rang < 8; rang++) expect((await passerelle.demander(CHAINE)).data).toEqual(SANS_POIDS);
    ligne.panne = "aucune";
    expect(await jusquAuRetour(passerelle)).toEqual(ENTIERE);
    expect(journal.filter((texte) => texte.includes("sous-graphe de retour"))).toHaveLength(1);
  });

  it("n'est pas écarté pour des réponses que sa propre question rend trop grandes, ni pour des refus du catalogue", async () => {
    const { passerelle, ligne } = await ouvrir({ reposMs: UNE_HEURE_MS });
    ligne.panne = "sans fin";
    for (let rang = 0; rang < 7; rang++) await passerelle.demander(CHAINE);
    ligne.panne = "aucune";
    for (let rang = 0; rang < 7; rang++) await passerelle.demander("{ refus faute }");
    expect((await passerelle.demander(CHAINE)).data).toEqual(ENTIERE);
  });

  it("n'est essayé que par une demande à la fois, sans que les autres l'attendent", async () => {
    const { passerelle, ligne } = await ouvrir({ reposMs: 0 });
    ligne.panne = "coupée net";
    for (let rang = 0; rang < 5; rang++) await passerelle.demander(CHAINE);
    const avant = ligne.demandes();
    ligne.panne = "demi-ouverte";
    const reponses = await Promise.all(Array.from({ length: 10 }, () => passerelle.demander(CHAINE)));
    expect(reponses.map(({ data }) => data)).toEqual(Array(10).fill(SANS_POIDS));
    expect(ligne.demandes() - avant).toBe(1);
  });

  it("n'est attendu qu'une fois par une demande dont le plan y retourne", async () => {
    let appels = 0;
    const transport: SubgraphTransport = {
      call: async () => {
        appels += 1;
        throw new TransportFailure("délai dépassé", { nature: "tardive" });
      },
      ready: async () => {},
      close: async () => {},
    };
    const partial = createPartialAnswers(readSupergraph("scalar Vide"));
    const source = new SubgraphDataSource("stocks", { transport, partial, logger: silencieux });
    const demande = () => ({ appel: { acteur: null, requestId: "r" }, echeance: echeanceDans() });
    const premiere = demande();
    for (const contexte of [premiere, premiere, premiere, demande()]) {
      const { data, errors } = await source.fetch({ query: "{ inventaire }" }, contexte);
      expect(data).toBeNull();
      expect(errors).toEqual([{ ...STOCKS_INDISPONIBLES, path: ["inventaire"] }]);
    }
    expect(appels).toBe(2);
  });
});

describe("Une demande dont le temps est passé", () => {
  const DEUX_ETAPES = "{ choses(ids: [1, 22]) { id poids livraison } }";
  const { camions: _, ...ENTIERES } = ENTIERE;

  it("rend ce qu'elle a, sans attendre en vain chacun des sous-graphes qu'il lui reste", async () => {
    const { passerelle, ligne, suite } = await ouvrir({ timeoutMs: UNE_HEURE_MS, delaiDeDemandeMs: 2_500 });
    expect((await passerelle.demander(DEUX_ETAPES)).data).toEqual(ENTIERES);
    const avant = suite.demandes();
    ligne.panne = "demi-ouverte";
    suite.panne = "demi-ouverte";
    const { data, errors } = await passerelle.demander(DEUX_ETAPES);
    expect(data).toEqual({ choses: ENTIERE.choses.map(({ id }) => ({ id, poids: null, livraison: null })) });
    expect(errors).toEqual([
      STOCKS_INDISPONIBLES,
      {
        message: "Le service « livraisons » ne répond pas.",
        path: ["choses", 0, "livraison"],
        extensions: { code: "SUBGRAPH_UNAVAILABLE", service: "livraisons" },
      },
    ]);
    expect(suite.demandes()).toBe(avant);
  });

  it("n'écarte pas un sous-graphe à qui elle n'a pas laissé le sien", async () => {
    const { passerelle, ligne } = await ouvrir({
      reposMs: UNE_HEURE_MS,
      timeoutMs: UNE_HEURE_MS,
      delaiDeDemandeMs: 2_500,
    });
    ligne.panne = "demi-ouverte";
    const reponses = await Promise.all(Array.from({ length: 8 }, () => passerelle.demander(DEUX_ETAPES)));
    expect(reponses.map(({ errors }) => errors[0])).toEqual(Array(8).fill(STOCKS_INDISPONIBLES));
    ligne.panne = "aucune";
    expect((await passerelle.demander(DEUX_ETAPES)).data).toEqual(ENTIERES);
  });

  it("ne fait pas revenir un sous-graphe écarté qui, à l'essai, se tait", async () => {
    const { passerelle, ligne, journal } = await ouvrir({
      reposMs: 0,
      timeoutMs: UNE_HEURE_MS,
      delaiDeDemandeMs: 2_500,
    });
    ligne.panne = "coupée net";
    for (let rang = 0; rang < 5; rang++) await passerelle.demander(DEUX_ETAPES);
    ligne.panne = "demi-ouverte";
    const avant = ligne.demandes();
    expect((await passerelle.demander(DEUX_ETAPES)).errors[0]).toEqual(STOCKS_INDISPONIBLES);
    expect(ligne.demandes()).toBe(avant + 1);
    expect(journal.join("")).not.toContain("sous-graphe de retour");
  });
});
