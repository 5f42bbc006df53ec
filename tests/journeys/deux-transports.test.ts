import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as attendre } from "node:timers/promises";
import { jouerLaScene, ROLES, type Scene } from "@coordination/parcours/tests/matrice/scene";
import type { PorteDeTest } from "@coordination/parcours/tests/sous-graphe";
import { dossierDesPids, type Maison, type NomDeService } from "@coordination/tools";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demander, distribuer, type MaisonDeTest, ouvrirMaisonDeTest } from "./maison.fixture.ts";
import { verifierCeQueLit } from "./matrice.fixture.ts";
import { porteDeLaMaison } from "./porte-de-la-scene.fixture.ts";
import { classement, type Proposition, type Propositions } from "./propositions.fixture.ts";

const variables = { codeInsee: "69266", age: 72, urgence: "SOUS_72_H", ecartees: false };
let enUnProcessus: MaisonDeTest;
let enCinqProcessus: Awaited<ReturnType<typeof distribuer>>;

beforeAll(async () => {
  enUnProcessus = await ouvrirMaisonDeTest({ jeu: "demo", limites: { coutMaximum: 1_000_000 } });
  enCinqProcessus = await distribuer(enUnProcessus);
}, 240_000);
afterAll(async () => {
  await enCinqProcessus.stop();
  await enUnProcessus.stop();
});

async function poser(maison: Maison): Promise<{ propositions: Propositions; codes: unknown[] }> {
  const { data, errors = [] } = await demander(maison, classement, variables);
  const { propositions } = (data as { simulerBesoin: { propositions: Propositions } }).simulerBesoin;
  return { propositions, codes: errors.map(({ extensions }) => extensions?.code) };
}

/** Kills the service as an accident would, through the pid that the house publishes. */
function tuer(nom: NomDeService): void {
  const pid = Number(readFileSync(join(dossierDesPids(enCinqProcessus.configuration), `${nom}.pid`), "utf8"));
  process.kill(pid, "SIGKILL");
}

async function jusquAuRetour(): Promise<{ propositions: Propositions; codes: unknown[] }> {
  const limite = Date.now() + 60_000;
  for (;;) {
    const reponse = await poser(enCinqProcessus);
    if (reponse.codes.length === 0 || Date.now() > limite) return reponse;
    await attendre(500);
  }
}

const professionDemandee = ({ destinataire, possibilite }: Proposition) =>
  destinataire.situation !== null && possibilite === null;

describe("Les deux transports", () => {
  it("donnent la même réponse à la même question", async () => {
    const [ici, ailleurs] = [await poser(enUnProcessus), await poser(enCinqProcessus)];
    expect(ici.codes).toEqual([]);
    expect(ailleurs).toEqual(ici);
  });
});

describe("Un dossier, lu par les deux transports", () => {
  const scenes = new Map<string, { porte: PorteDeTest; scene: Scene }>();
  beforeAll(async () => {
    const porte = await porteDeLaMaison(enCinqProcessus, enUnProcessus);
    const scene = await jouerLaScene(porte);
    scenes.set("cinq processus", { porte, scene });
    scenes.set("un processus", { porte: await porteDeLaMaison(enUnProcessus, enUnProcessus), scene });
  }, 120_000);

  describe.each(["un processus", "cinq processus"])("la maison en %s", (nom) => {
    it.each(Object.entries(ROLES))("ne montre que ce qui lui revient à : %s", async (role, acteur) => {
      const jouee = scenes.get(nom);
      if (jouee === undefined) throw new Error("the scene was not played");
      await verifierCeQueLit(role, acteur, jouee);
    });
  });
});

describe("Quand un sous-graphe de l'annuaire meurt", () => {
  it.each<[NomDeService, (elements: readonly Proposition[]) => void]>([
    [
      "structures",
      (elements) => expect(elements.some(({ destinataire }) => destinataire.structure !== null)).toBe(false),
    ],
    [
      "professionals",
      (elements) => expect(elements.every(({ destinataire }) => destinataire.situation === null)).toBe(true),
    ],
    ["delegations", (elements) => expect(elements.every(({ possibilite }) => possibilite === null)).toBe(true)],
  ])(
    "%s : les candidats des autres sont classés, la source est nommée, puis elle revient",
    async (nom, verifier) => {
      tuer(nom);
      const { propositions, codes } = await poser(enCinqProcessus);
      expect(propositions.sourcesIndisponibles).toEqual([nom]);
      expect(codes).toContain("SUBGRAPH_UNAVAILABLE");
      expect(propositions.elements.length).toBeGreaterThan(0);
      verifier(propositions.elements);
      if (nom !== "professionals") expect(propositions.elements.some(professionDemandee)).toBe(true);

      const apres = await jusquAuRetour();
      expect(apres).toEqual(await poser(enUnProcessus));
    },
    90_000,
  );
});
