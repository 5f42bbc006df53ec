import { countStatements } from "@coordination/database";
import { demanderJeton } from "@coordination/identite-locale";
import { requeteExemple } from "@coordination/tools";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demander, demanderParHttp, type MaisonDeTest, ouvrirMaisonDeTest } from "./maison.fixture.ts";
import { classement, genre, type Propositions } from "./propositions.fixture.ts";

const VILLEURBANNE = "69266";
/** A small town, where everyone around fits in one page. */
const CHATILLON_SUR_CHALARONNE = "01093";
let maison: MaisonDeTest;

beforeAll(async () => {
  maison = await ouvrirMaisonDeTest({ jeu: "demo" });
}, 180_000);
afterAll(() => maison.stop());

const propositions = async (variables: {
  age?: number | null;
  urgence?: string;
  ecartees?: boolean;
  codeInsee?: string;
}): Promise<Propositions> => {
  const reponse = await demander(maison, classement, {
    codeInsee: VILLEURBANNE,
    age: 72,
    urgence: "SOUS_72_H",
    ecartees: false,
    ...variables,
  });
  expect(reponse.errors).toBeUndefined();
  return (reponse.data as { simulerBesoin: { propositions: Propositions } }).simulerBesoin.propositions;
};

describe("Une coordinatrice cherche qui peut répondre", () => {
  it("reçoit médecins, structures et professions déléguées dans une seule liste, chacun avec ses raisons", async () => {
    const { elements, sourcesIndisponibles } = await propositions({});
    expect(new Set(elements.map(genre))).toEqual(new Set(["PROFESSION_DEMANDEE", "STRUCTURE", "DELEGATION"]));
    expect(sourcesIndisponibles).toEqual([]);
    for (const { motifs, score } of elements) {
      expect(motifs.length).toBeGreaterThan(0);
      expect(motifs.reduce((total, { poids }) => total + poids, 0)).toBeCloseTo(score, 1);
    }
    expect(elements.map(({ rang }) => rang)).toEqual(elements.map((_, index) => index + 1));
  });

  it("ne se voit proposer ni DAC ni CPTS", async () => {
    const { elements } = await propositions({ ecartees: true });
    const types = elements.map(({ destinataire }) => destinataire.structure?.type);
    expect(types).not.toContain("DAC");
    expect(types).not.toContain("CPTS");
  });

  it("à 5 ans, voit la vaccination par le pharmacien écartée, avec l'âge pour raison", async () => {
    const ecartes = (await propositions({ age: 5, ecartees: true })).elements.filter(({ retenue }) => !retenue);
    const pharmaciens = ecartes.filter(({ destinataire }) => destinataire.situation?.profession.code === "21");
    expect(pharmaciens.length).toBeGreaterThan(0);
    for (const { motifs } of pharmaciens)
      expect(motifs.map(({ libelle }) => libelle).join()).toContain("5 ans : en dessous de 11 ans");
  });

  it("sans âge, voit qu'il manque un fait, et rien n'est retenu sur un inconnu", async () => {
    const { elements } = await propositions({ age: null, ecartees: true });
    const pharmaciens = elements.filter(({ destinataire }) => destinataire.situation?.profession.code === "21");
    expect(pharmaciens.length).toBeGreaterThan(0);
    for (const { retenue, motifs } of pharmaciens) {
      expect(retenue).toBe(false);
      expect(motifs.find(({ effet }) => effet === "EXCLUANT")?.libelle).toMatch(/fait manquant.*âge/i);
    }
  });

  it("à 72 ans, garde « à confirmer » le pharmacien dont la formation n'est pas déclarée", async () => {
    const { elements } = await propositions({ codeInsee: CHATILLON_SUR_CHALARONNE });
    const aConfirmer = elements.filter(({ motifs }) => motifs.some(({ code }) => code === "A_CONFIRMER"));
    const pharmacien = aConfirmer.find(({ destinataire }) => destinataire.situation?.profession.code === "21");
    expect(pharmacien?.retenue).toBe(true);
    expect(pharmacien?.motifs.find(({ code }) => code === "A_CONFIRMER")?.libelle).toContain(
      "Formation à l'administration des vaccins (non déclarée à l'annuaire)",
    );
  });

  it("pour une urgence vitale, ne reçoit aucun destinataire mais le 15", async () => {
    const { elements, prealables } = await propositions({ urgence: "VITALE" });
    expect(elements).toEqual([]);
    expect(prealables.map(({ code }) => code)).toContain("APPELER_LE_15");
  });

  it("pose deux fois la même question et reçoit la même liste", async () => {
    expect(await propositions({})).toEqual(await propositions({}));
  });
});

describe("Le coût de la question", () => {
  // The need's commune; its candidates: place, structures, texts (revision, teams), ways, availability, training; then what
  // is shown of the chosen ones: activities with the names of their place, people, structures, texts.
  const REQUETES_SQL = 16;

  it.each([5, 50])("est de 16 requêtes SQL, quel que soit le nombre de propositions (%d)", async (first) => {
    const question = requeteExemple(VILLEURBANNE).replace("first: 12", `first: ${first}`);
    await demander(maison, question);
    const { result, statements } = await countStatements(() => demander(maison, question));
    expect(result.errors).toBeUndefined();
    expect(statements).toHaveLength(REQUETES_SQL);
  });
});

describe("La porte de parcours", () => {
  const question = requeteExemple(VILLEURBANNE);

  it("répond à la coordinatrice qui présente son jeton", async () => {
    const { jeton } = await demanderJeton({
      issuer: maison.issuer,
      dataDir: maison.configuration.dataDir,
      profil: "coordinatrice-dac",
    });
    const { statut, corps } = await demanderParHttp(maison, question, { jeton });
    expect([statut, corps.errors]).toEqual([200, undefined]);
  });

  it("demande une identité", async () => {
    const { corps } = await demanderParHttp(maison, question);
    expect(corps.errors?.[0]?.extensions?.code).toBe("UNAUTHENTICATED");
    expect(corps.data?.simulerBesoin).toBeNull();
  });

  it("demande le droit de lire", async () => {
    const { jeton } = await demanderJeton({
      issuer: maison.issuer,
      dataDir: maison.configuration.dataDir,
      profil: "sans-droits",
    });
    const { corps } = await demanderParHttp(maison, question, { jeton });
    expect(corps.errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  });

  it("laisse l'annuaire public", async () => {
    const { corps } = await demanderParHttp(
      maison,
      `{ pointEntree(codeInsee: "${VILLEURBANNE}") { dac { nom } cpts { nom } numerosNationaux { numero } } }`,
    );
    expect(corps.errors).toBeUndefined();
    expect(JSON.stringify(corps.data)).toContain("DAC DU RHONE DE DEMONSTRATION");
  });
});
