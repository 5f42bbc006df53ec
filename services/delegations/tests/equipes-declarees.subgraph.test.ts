import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AGENCE, annuaireDeTest, D_AILLEURS, DE_LA_MSP, SANS_PORTEE } from "./annuaire-de-test.ts";
import { type Banc, ouvrirBanc } from "./banc.ts";

const DECLARER = `mutation($input: DeclarerEquipeProtocoleInput!, $cle: ID!) {
  declarerEquipeProtocole(input: $input, cleIdempotence: $cle) {
    id declareeLe finieLe structure { id } delegation { code } delegants { id }
    delegues { professionnel { id } formationAttesteeLe organisme }
    conformite { verdict conditions { code verdict constat } }
  }
}`;
const TOUT_JUSTE = {
  delegation: "D01",
  structureId: "MSP-PROCHE",
  delegants: ["8-GENERALISTE"],
  delegues: ["8-INFIRMIERE"],
  declareeLe: "2026-11-22",
};
interface Declaree {
  readonly id: string;
  readonly conformite: { verdict: string; conditions: { code: string; verdict: string }[] };
}

describe("Une équipe de protocole", () => {
  let banc: Banc;
  let numero = 0;
  beforeAll(async () => {
    banc = await ouvrirBanc(annuaireDeTest);
  });
  afterAll(() => banc.fermer());

  const cle = () => `cle-de-test-${numero++}`;
  const declarer = (ecart: object = {}, acteur = DE_LA_MSP, sous = cle()) =>
    banc.demanderComme(acteur, DECLARER, { input: { ...TOUT_JUSTE, ...ecart }, cle: sous });
  const declaree = async (ecart: object = {}): Promise<Declaree> => {
    const { data, errors } = await declarer(ecart);
    expect(errors).toBeUndefined();
    return data?.declarerEquipeProtocole as Declaree;
  };
  const nombre = async () =>
    (
      await banc.lire<{ delegation: { equipes: { totalCount: number } } }>(
        `{ delegation(code: "D01") { equipes(first: 1) { totalCount } } }`,
      )
    ).delegation.equipes.totalCount;
  const verdictDe = ({ conformite }: Declaree, code: string) =>
    conformite.conditions.find((condition) => condition.code === code)?.verdict;

  it("se déclare par les siens ; la formation reste à attester, et rien d'autre ne manque", async () => {
    const equipe = await declaree();
    expect(equipe).toMatchObject({
      declareeLe: "2026-11-22",
      structure: { id: "MSP-PROCHE" },
      delegation: { code: "D01" },
      delegants: [{ id: "8-GENERALISTE" }],
      delegues: [{ professionnel: { id: "8-INFIRMIERE" }, formationAttesteeLe: null }],
    });
    expect(equipe.conformite.verdict).toBe("INCONNU");
    expect(equipe.conformite.conditions.filter(({ verdict }) => verdict !== "OUI").map(({ code }) => code)).toEqual([
      "DELEGUE_FORME",
    ]);
  });

  it("est conforme quand la formation d'un délégué est attestée, et ne l'est plus quand elle a pris fin", async () => {
    const { id } = await declaree();
    const attester = await banc.demanderComme(
      AGENCE,
      `mutation($id: ID!, $cle: ID!) { attesterFormation(equipeId: $id, professionnelId: "8-INFIRMIERE", le: "2026-10-01", organisme: "Organisme d'exemple", cleIdempotence: $cle) {
        delegues { formationAttesteeLe organisme } conformite { verdict } } }`,
      { id, cle: cle() },
    );
    expect(attester.data).toEqual({
      attesterFormation: {
        delegues: [{ formationAttesteeLe: "2026-10-01", organisme: "Organisme d'exemple" }],
        conformite: { verdict: "OUI" },
      },
    });
    const finir = await banc.demanderComme(
      DE_LA_MSP,
      `mutation($id: ID!, $cle: ID!) { mettreFinAEquipe(id: $id, le: "2026-11-22", motif: "Départ", cleIdempotence: $cle) { finieLe conformite { verdict } } }`,
      { id, cle: cle() },
    );
    // The last day is included: over tomorrow.
    expect(finir.data).toEqual({ mettreFinAEquipe: { finieLe: "2026-11-22", conformite: { verdict: "OUI" } } });
    const encore = await banc.demanderComme(
      DE_LA_MSP,
      `mutation($id: ID!, $cle: ID!) { mettreFinAEquipe(id: $id, le: "2026-11-23", motif: "Départ", cleIdempotence: $cle) { id } }`,
      { id, cle: cle() },
    );
    expect(encore.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "id" });
  });

  it("ne se déclare qu'une fois sous une même clé", async () => {
    const avant = await nombre();
    const sous = cle();
    const [une, autre] = await Promise.all([declarer({}, DE_LA_MSP, sous), declarer({}, DE_LA_MSP, sous)]);
    expect(une.data?.declarerEquipeProtocole).toMatchObject({ id: expect.any(String) });
    expect(autre.data).toEqual(une.data);
    expect(await nombre()).toBe(avant + 1);
    const changee = await declarer({ delegues: ["8-PHARMACIENNE"] }, DE_LA_MSP, sous);
    expect(changee.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "cleIdempotence" });
    expect(await nombre()).toBe(avant + 1);
  });

  it.each([
    ["sans la portée", SANS_PORTEE],
    ["pour la structure d'un autre", D_AILLEURS],
  ])("ne se déclare pas %s", async (_cas, acteur) => {
    const avant = await nombre();
    expect((await declarer({}, acteur)).errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
    expect(await nombre()).toBe(avant);
  });

  it("ne se déclare pas sans identité", async () => {
    const { errors } = await banc.demander(DECLARER, { input: TOUT_JUSTE, cle: cle() });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it.each<[string, object, string, string]>([
    ["d'une délégation inconnue", { delegation: "D99" }, "NOT_FOUND", "input.delegation"],
    ["pour une compétence propre", { delegation: "D10" }, "BAD_USER_INPUT", "input.delegation"],
    ["dans une structure fermée", { structureId: "MSP-FERMEE" }, "BAD_USER_INPUT", "input.structureId"],
    ["d'une personne inconnue", { delegues: ["8-INFIRMIERE", "8-PERSONNE"] }, "NOT_FOUND", "input.delegues[1]"],
    ["sans délégant", { delegants: [] }, "BAD_USER_INPUT", "input.delegants"],
    ["sans délégué", { delegues: [] }, "BAD_USER_INPUT", "input.delegues"],
    ["d'une personne deux fois", { delegues: ["8-GENERALISTE"] }, "BAD_USER_INPUT", "input.delegues"],
    ["pour demain", { declareeLe: "2026-11-23" }, "BAD_USER_INPUT", "input.declareeLe"],
  ])("ne se déclare pas %s", async (_cas, ecart, code, champ) => {
    const avant = await nombre();
    expect((await declarer(ecart)).errors?.[0]?.extensions).toMatchObject({ code, champ });
    expect(await nombre()).toBe(avant);
  });

  it.each<[string, object, string]>([
    ["dont le délégant n'est pas généraliste", { delegants: ["8-CARDIOLOGUE"] }, "UN_DELEGANT"],
    ["dont le délégué n'est ni infirmier ni pharmacien", { delegues: ["8-KINE"] }, "UN_DELEGUE"],
    ["qui exerce hors d'un cadre admis", { structureId: "CABINET-SEUL" }, "EXERCICE_COORDONNE"],
    ["avant que le texte ne s'applique", { delegation: "D05", declareeLe: "2019-01-01" }, "EN_VIGUEUR"],
  ])("n'est pas admise %s, et la raison est dite", async (_cas, ecart, condition) => {
    const avant = await nombre();
    const { errors } = await declarer(ecart);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: "RULE_NOT_MET",
      conditions: expect.arrayContaining([expect.objectContaining({ code: condition })]),
    });
    expect(await nombre()).toBe(avant);
  });

  it("reste INCONNUE pour une fiche à vérifier, même quand tout le reste convient", async () => {
    const equipe = await declaree({ delegation: "D29" });
    expect(equipe.conformite.verdict).toBe("INCONNU");
    expect(verdictDe(equipe, "UN_DELEGUE")).toBe("OUI");
  });

  it("n'est pas conforme en silence quand personne n'a interrogé l'annuaire sur ses membres", async () => {
    const { delegation } = await banc.lire<{ delegation: { equipes: { edges: { node: Declaree }[] } } }>(
      `{ delegation(code: "D01") { equipes(first: 100) { edges { node { id conformite { verdict conditions { code verdict } } delegants { id } } } } } }`,
    );
    const chargees = delegation.equipes.edges
      .map(({ node }) => node as Declaree & { delegants: { id: string }[] })
      .filter(({ delegants }) => delegants[0]?.id.startsWith("81000000000"));
    expect(chargees.length).toBeGreaterThan(0);
    for (const equipe of chargees) expect(verdictDe(equipe, "UN_DELEGANT")).toBe("INCONNU");
  });
});

describe("Quand l'annuaire ne répond pas", () => {
  it("rien ne se déclare, et la raison est dite", async () => {
    const banc = await ouvrirBanc();
    const { errors } = await banc.demanderComme(DE_LA_MSP, DECLARER, { input: TOUT_JUSTE, cle: "cle-sans-annuaire" });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "SUBGRAPH_UNAVAILABLE" });
    const { equipes } = (
      await banc.lire<{ delegation: { equipes: { edges: { node: { declareeLe: string } }[] } } }>(
        `{ delegation(code: "D01") { equipes(first: 100) { edges { node { declareeLe } } } } }`,
      )
    ).delegation;
    expect(equipes.edges.map(({ node }) => node.declareeLe)).not.toContain(TOUT_JUSTE.declareeLe);
    await banc.fermer();
  });
});
