import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AGENCE, DE_LA_MSP } from "./annuaire-de-test.ts";
import { type Banc, ouvrirBanc } from "./banc.ts";

const PUBLIER = `mutation($input: PublierDelegationInput!, $cle: ID!) {
  publierDelegation(input: $input, cleIdempotence: $cle) {
    code version enVigueurDepuis enVigueurJusquA relecture { niveau relueLe source } remplacee { version enVigueurJusquA }
    conditions { code libelle }
  }
}`;
const FICHE = {
  code: "X01",
  intitule: "Délégation d'exemple",
  resumeGrandPublic: "Une phrase pour le public.",
  nature: "COMPETENCE_PROPRE",
  delegants: [],
  delegues: ["21"],
  actes: ["VACCINATION_GRIPPE"],
  conditions: [
    { code: "AGE", objet: "PATIENT", libelle: "la personne a 11 ans ou plus", ageMin: 11 },
    { code: "OFFICINE", objet: "CADRE_EXERCICE", libelle: "officine", typesStructure: ["PHARMACIE"] },
  ],
  fondements: [{ texte: "arrêté d'exemple", date: "2026-01-02" }],
  enVigueurDepuis: "2026-02-01",
  relecture: "SOURCES_CONCORDANTES",
  source: "texte d'exemple",
};

describe("Une agence publie une délégation", () => {
  let banc: Banc;
  let numero = 0;
  beforeAll(async () => {
    banc = await ouvrirBanc();
  });
  afterAll(() => banc.fermer());

  const publier = (ecart: object = {}, acteur = AGENCE, cle = `cle-de-publication-${numero++}`) =>
    banc.demanderComme(acteur, PUBLIER, { input: { ...FICHE, ...ecart }, cle });
  const auCatalogue = async (code: string, le: string) => {
    const { delegations } = await banc.lire<{ delegations: { edges: { node: { code: string; version: number } }[] } }>(
      `{ delegations(enVigueurLe: "${le}", filtre: { recherche: "${code}" }, first: 5) { edges { node { code version } } } }`,
    );
    return delegations.edges.map(({ node }) => node);
  };

  it("une fois sous une même clé, et le catalogue la rend le jour où elle s'applique", async () => {
    const premiere = await publier({ code: "X01" }, AGENCE, "cle-rejouee");
    expect(premiere.errors).toBeUndefined();
    expect(premiere.data?.publierDelegation).toMatchObject({
      code: "X01",
      version: 1,
      enVigueurJusquA: null,
      relecture: { niveau: "SOURCES_CONCORDANTES", relueLe: "2026-11-22", source: "texte d'exemple" },
      remplacee: null,
    });
    expect(await publier({ code: "X01" }, AGENCE, "cle-rejouee")).toEqual(premiere);
    expect(await auCatalogue("X01", "2026-01-31")).toEqual([]);
    expect(await auCatalogue("X01", "2026-02-01")).toEqual([{ code: "X01", version: 1 }]);
  });

  it("puis sa version suivante : la précédente, qui ne disait pas sa fin, s'arrête la veille", async () => {
    await publier({ code: "X02" });
    const suivante = await publier({
      code: "X02",
      enVigueurDepuis: "2026-06-01",
      intitule: "Délégation d'exemple, suite",
    });
    expect(suivante.data?.publierDelegation).toMatchObject({
      version: 2,
      remplacee: { version: 1, enVigueurJusquA: "2026-05-31" },
    });
    expect(await auCatalogue("X02", "2026-05-31")).toEqual([{ code: "X02", version: 1 }]);
    expect(await auCatalogue("X02", "2026-06-01")).toEqual([{ code: "X02", version: 2 }]);
    const { quiPeutRealiser } = await banc.lire<{
      quiPeutRealiser: { delegation: { code: string; version: number }; eligibilite: { verdict: string } }[];
    }>(
      `{ quiPeutRealiser(acte: "VACCINATION_GRIPPE", patient: { age: 11 }, proximite: { codeInsee: "69123" }) {
          delegation { code version } eligibilite { verdict } } }`,
    );
    expect(quiPeutRealiser).toContainEqual({
      delegation: { code: "X02", version: 2 },
      eligibilite: { verdict: "OUI" },
    });
  });

  it("et celle d'un texte qui n'est pas relu n'atteint jamais OUI", async () => {
    await publier({ code: "X03", relecture: "A_VERIFIER" });
    const { quiPeutRealiser } = await banc.lire<{
      quiPeutRealiser: { delegation: { code: string }; eligibilite: { verdict: string } }[];
    }>(
      `{ quiPeutRealiser(acte: "VACCINATION_GRIPPE", patient: { age: 40 }, proximite: { codeInsee: "69123" }) {
          delegation { code } eligibilite { verdict } } }`,
    );
    expect(quiPeutRealiser.find(({ delegation }) => delegation.code === "X03")?.eligibilite.verdict).toBe("INCONNU");
  });

  it("à plusieurs au même moment, sans jamais prendre le même numéro", async () => {
    const dates = ["2027-01-01", "2027-02-01", "2027-03-01", "2027-04-01"];
    const reponses = await Promise.all(dates.map((enVigueurDepuis) => publier({ code: "X04", enVigueurDepuis })));
    const publiees = reponses.flatMap(({ data }) =>
      data?.publierDelegation === undefined ? [] : [data.publierDelegation],
    );
    const versions = publiees.flatMap((publiee) =>
      publiee !== null && typeof publiee === "object" && "version" in publiee ? [publiee.version] : [],
    );
    expect(new Set(versions).size).toBe(versions.length);
    for (const { errors } of reponses.filter((reponse) => reponse.errors !== undefined)) {
      expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "input.enVigueurDepuis" });
    }
  });

  it.each<[string, object, string]>([
    ["d'une profession inconnue", { delegues: ["12"] }, "input.delegues[0]"],
    ["d'un acte inconnu", { actes: ["DANSE"] }, "input.actes[0]"],
    ["sans condition", { conditions: [] }, "input.conditions"],
    [
      "dont une condition ne se juge pas",
      { conditions: [{ code: "FLOUE", objet: "PATIENT", libelle: "la personne va bien" }] },
      "input.conditions[0]",
    ],
    [
      "dont une condition cite un critère inconnu",
      { conditions: [{ code: "C", objet: "PATIENT", libelle: "sans ceci", critereExclu: "CECI" }] },
      "input.conditions[0].critereExclu",
    ],
    ["dont le code ne s'écrit pas ainsi", { code: "x 1" }, "input.code"],
    ["qui finit avant de commencer", { enVigueurJusquA: "2026-01-01" }, "input.enVigueurJusquA"],
    ["avant la version qui s'applique", { code: "D10", enVigueurDepuis: "2020-01-01" }, "input.enVigueurDepuis"],
    ["d'un protocole sans équipe", { nature: "PROTOCOLE_LOCAL" }, "input.conditions"],
  ])("et rien n'est écrit %s", async (_cas, ecart, champ) => {
    const { errors } = await publier({ code: "X09", ...ecart });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ });
    expect(await auCatalogue("X09", "2030-01-01")).toEqual([]);
  });

  it("et personne d'autre qu'elle", async () => {
    expect((await publier({ code: "X09" }, DE_LA_MSP)).errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
    expect(
      (await banc.demander(PUBLIER, { input: FICHE, cle: "cle-sans-personne" })).errors?.[0]?.extensions,
    ).toMatchObject({
      code: "UNAUTHENTICATED",
    });
    expect(await auCatalogue("X09", "2030-01-01")).toEqual([]);
  });
});
