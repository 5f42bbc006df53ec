import { countStatements } from "@coordination/database";
import { type Acteur, createIdentifiantsOpaques } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { coordinatrice, ouvrirSousGraphe, SECRET, type SousGrapheDeTest } from "./sous-graphe.ts";

const SIMULER = `query Simuler($criteres: CriteresBesoinInput!) {
  simulerBesoin(criteres: $criteres) {
    id version libelle statut
    criteres {
      codeInsee nature urgence professions savoirFaire actes typesStructure categories rayonKm modalites
      profil { age ageMois sexe sansMedecinTraitant ald isole criteresCliniques { code present } }
    }
  }
}`;
const BESOIN =
  "query Besoin($id: ID!) { besoin(id: $id) { id version libelle statut criteres { codeInsee professions } } }";

const profil = { age: 72, sansMedecinTraitant: "OUI", ald: "OUI", isole: "INCONNU" };
const saisie = {
  codeInsee: "31555",
  nature: "SOINS",
  urgence: "SOUS_72_H",
  professions: ["10"],
  savoirFaire: ["SM54", "SM26", "SM53", "SM54"],
  actes: ["VACCINATION_GRIPPE"],
  typesStructure: ["MSP", "CENTRE_DE_SANTE"],
  profil,
};

let parcours: SousGrapheDeTest;
beforeAll(async () => {
  parcours = await ouvrirSousGraphe();
  await parcours.publierCommunes([["31555", "Toulouse", "31"]]);
});
afterAll(() => parcours.fermer());

async function simuler(criteres: object = saisie): Promise<Record<string, unknown>> {
  const { data, errors } = await parcours.demander(SIMULER, { criteres });
  expect(errors).toBeUndefined();
  return data?.simulerBesoin as Record<string, unknown>;
}

describe("Un besoin simulé", () => {
  it("rend ses critères normalisés : sans doublon, triés, l'inconnu à nul", async () => {
    expect(await simuler()).toMatchObject({
      version: 1,
      statut: "OUVERT",
      libelle: "Soins, sous 72 heures : Médecin, centre de santé, maison de santé, 1 acte",
      criteres: {
        savoirFaire: ["SM26", "SM53", "SM54"],
        typesStructure: ["CENTRE_DE_SANTE", "MSP"],
        categories: [],
        rayonKm: 20,
        modalites: [],
        profil: { ...profil, ageMois: null, sexe: null, criteresCliniques: [] },
      },
    });
  });

  it("déduit l'âge en années de l'âge en mois", async () => {
    const { criteres } = await simuler({ ...saisie, profil: { ...profil, age: null, ageMois: 30 } });
    expect(criteres).toMatchObject({ profil: { age: 2, ageMois: 30 } });
  });

  it("ne coûte qu'une instruction SQL, même à plusieurs dans une requête", async () => {
    const deux = SIMULER.replace("simulerBesoin(", "un: simulerBesoin(").replace(
      /}\s*$/,
      " autre: simulerBesoin(criteres: $criteres) { id } }",
    );
    const { result, statements } = await countStatements(() => parcours.demander(deux, { criteres: saisie }));
    expect(result.errors).toBeUndefined();
    expect(statements).toHaveLength(1);
  });

  it("se retrouve par son identifiant, sans SQL, et par référence", async () => {
    const { id, libelle } = await simuler();
    const { result, statements } = await countStatements(() => parcours.demander(BESOIN, { id }));
    expect(result.data).toMatchObject({ besoin: { id, libelle, statut: "OUVERT", criteres: { professions: ["10"] } } });
    expect(statements).toEqual([]);
    const reference = await parcours.demander(ENTITE, { representations: [{ __typename: "Besoin", id }] });
    expect(reference.data).toEqual({ _entities: [{ id, libelle }] });
  });

  it("a un identifiant illisible, et jamais deux fois le même", async () => {
    const [un, autre] = [String((await simuler()).id), String((await simuler()).id)];
    expect(un).not.toBe(autre);
    const lisible = un
      .split(".")
      .map((partie) => Buffer.from(partie, "base64url").toString("latin1"))
      .join();
    expect(lisible).not.toContain("31555");
    expect(lisible).not.toContain("VACCINATION");
  });
});

describe("Une saisie fausse est refusée en nommant son champ", () => {
  it.each<[string, string, object]>([
    ["un rayon nul", "criteres.rayonKm", { rayonKm: 0 }],
    ["un rayon trop grand", "criteres.rayonKm", { rayonKm: 200.5 }],
    ["un âge négatif", "criteres.profil.age", { profil: { ...profil, age: -1 } }],
    ["un âge de plus de 130 ans", "criteres.profil.age", { profil: { ...profil, age: 131 } }],
    ["un âge en mois négatif", "criteres.profil.ageMois", { profil: { ...profil, age: null, ageMois: -1 } }],
    ["deux âges qui se contredisent", "criteres.profil.ageMois", { profil: { ...profil, age: 5, ageMois: 30 } }],
    ["une profession inconnue", "criteres.professions", { professions: ["10", "999"] }],
    ["un savoir-faire inconnu", "criteres.savoirFaire", { savoirFaire: ["SM999"] }],
    ["une catégorie mal formée", "criteres.categories", { categories: ["6O3"] }],
    ["un acte vide", "criteres.actes", { actes: [" "] }],
    ["un acte interminable", "criteres.actes", { actes: ["A".repeat(81)] }],
    ["trop de professions", "criteres.professions", { professions: Array(11).fill("10") }],
    ["trop d'actes", "criteres.actes", { actes: Array(11).fill("A") }],
    ["trop de types", "criteres.typesStructure", { typesStructure: Array(11).fill("MSP") }],
    ["trop de catégories", "criteres.categories", { categories: Array(21).fill("603") }],
    [
      "trop de critères",
      "criteres.profil.criteresCliniques",
      { profil: { ...profil, criteresCliniques: Array(51).fill({ code: "A", present: true }) } },
    ],
    [
      "un critère contredit",
      "criteres.profil.criteresCliniques",
      {
        profil: {
          ...profil,
          criteresCliniques: [
            { code: "FIEVRE", present: true },
            { code: "FIEVRE", present: false },
          ],
        },
      },
    ],
    ["rien de demandé", "criteres", { professions: [], actes: null, typesStructure: [] }],
    ["une commune inconnue", "criteres.codeInsee", { codeInsee: "31999" }],
  ])("%s : %s", async (_cas, champ, ecart) => {
    const { data, errors } = await parcours.demander(SIMULER, { criteres: { ...saisie, ...ecart } });
    expect(data).toBeNull();
    expect(errors).toEqual([expect.objectContaining({ extensions: { code: "BAD_USER_INPUT", champ } })]);
    expect(errors?.[0]?.message).toMatch(/\.$/);
  });

  it.each<[string, object]>([
    ["le plus petit rayon utile", { rayonKm: 0.1 }],
    ["le plus grand rayon", { rayonKm: 200 }],
    ["un nouveau-né", { profil: { ...profil, age: 0, ageMois: 0 } }],
    ["130 ans", { profil: { ...profil, age: 130 } }],
    [
      "une catégorie seule",
      { professions: null, savoirFaire: null, actes: null, typesStructure: null, categories: ["209"] },
    ],
  ])("mais la limite passe : %s", async (_cas, ecart) => {
    expect((await simuler({ ...saisie, ...ecart })).statut).toBe("OUVERT");
  });

  it("avant toute question à la base", async () => {
    const { statements } = await countStatements(() =>
      parcours.demander(SIMULER, { criteres: { ...saisie, rayonKm: -1 } }),
    );
    expect(statements).toEqual([]);
  });
});

const ENTITE =
  "query Entite($representations: [_Any!]!) { _entities(representations: $representations) { ... on Besoin { id libelle } } }";

describe("Un identifiant qui ne vaut rien est celui d'un besoin absent", () => {
  const criteres = { codeInsee: "31555", professions: ["10"] };
  const autreDe = (ecart: { secret?: string; kind?: string; version?: number; ttlSeconds?: number }) =>
    createIdentifiantsOpaques<object>({
      secret: SECRET,
      kind: "besoin-simule",
      version: 1,
      ttlSeconds: 60,
      ...ecart,
    }).encoder(criteres);

  it.each<[string, () => Promise<string>]>([
    ["inventé", async () => "n-importe-quoi"],
    ["vide", async () => ""],
    ["tronqué", async () => String((await simuler()).id).slice(0, -4)],
    ["retouché", async () => retoucher(String((await simuler()).id))],
    ["expiré", () => autreDe({ ttlSeconds: -1 })],
    ["d'une autre version", () => autreDe({ version: 2 })],
    ["d'un autre genre", () => autreDe({ kind: "possibilite" })],
    ["d'une autre installation", () => autreDe({ secret: "un-autre-secret-assez-long-pour-servir" })],
  ])("%s", async (_cas, fabriquer) => {
    const id = await fabriquer();
    expect(await parcours.demander(BESOIN, { id })).toEqual({ data: { besoin: null } });
    const reference = await parcours.demander(ENTITE, { representations: [{ __typename: "Besoin", id }] });
    expect(reference).toEqual({ data: { _entities: [null] } });
  });

  const retoucher = (id: string): string => {
    const [entete, cle, iv, contenu = "", sceau] = id.split(".");
    return [entete, cle, iv, (contenu.startsWith("A") ? "B" : "A") + contenu.slice(1), sceau].join(".");
  };
});

describe("Rien n'est public", () => {
  const sansDroit: Acteur = { ...coordinatrice, scopes: ["annuaire:lire"] };
  const refus = async (acteur: Acteur | null, code: string) => {
    const { id } = await simuler();
    const questions: [string, Record<string, unknown>][] = [
      [SIMULER, { criteres: saisie }],
      [BESOIN, { id }],
      [ENTITE, { representations: [{ __typename: "Besoin", id }] }],
    ];
    for (const [query, variables] of questions) {
      const { result, statements } = await countStatements(() => parcours.demander(query, variables, acteur));
      expect(result.errors?.map(({ extensions }) => extensions?.code)).toEqual([code]);
      expect(JSON.stringify(result.data ?? null)).not.toContain(String(id));
      expect(statements).toEqual([]);
    }
  };

  it("sans identité", () => refus(null, "UNAUTHENTICATED"));
  it("sans la portée parcours:lire", () => refus(sansDroit, "FORBIDDEN"));
});

describe("La projection des communes", () => {
  it("suit l'import, et ne retire rien de ce qu'un fichier partiel ne dit pas", async () => {
    await parcours.publierCommunes([["01004", "Ambérieu", "01"]]);
    await parcours.publierCommunes([["01004", "Ambérieu-en-Bugey", "01"]]);
    expect((await simuler({ ...saisie, codeInsee: "01004" })).statut).toBe("OUVERT");
    expect((await simuler()).statut).toBe("OUVERT");
  });
});
