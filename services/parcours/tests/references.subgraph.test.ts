import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AUTRE_EQUIPE, DEMANDE, DEMANDEUR, EQUIPE, PASSANT } from "./dossiers-de-test.ts";
import { annuaireDesDestinataires, cle, destinataire, orienter, ouvrirBesoin } from "./orientations-de-test.ts";
import { ouvrirAToulouse, type SousGrapheDeTest } from "./sous-graphe.ts";

const MSP = destinataire("MSP-1");
const DU_DAC = { systeme: "MESPATIENTS", identifiant: "2026-000123" };
const DE_LA_MSP = { systeme: "LOGICIEL-MSP", identifiant: "A-42" };

let sousGraphe: SousGrapheDeTest;
beforeAll(async () => {
  sousGraphe = await ouvrirAToulouse(annuaireDesDestinataires);
});
afterAll(() => sousGraphe.fermer());

async function envoyer(structures: readonly string[], references: readonly object[] = []): Promise<string[]> {
  const besoin = await ouvrirBesoin(sousGraphe);
  const { data, errors } = await orienter(sousGraphe, besoin, structures, { referencesExternes: references });
  expect(errors).toBeUndefined();
  return (data as { orienter: { id: string }[] }).orienter.map(({ id }) => id);
}
const poser = (id: string | undefined, references: readonly object[], acteur: Acteur, sous = cle(), aBlanc = false) =>
  sousGraphe.demander(
    "mutation($id: ID!, $references: [ReferenceExterneInput!]!, $cle: ID!, $aBlanc: Boolean!) { rendu: poserReferencesExternes(orientationId: $id, referencesExternes: $references, cleIdempotence: $cle, aBlanc: $aBlanc) { version referencesExternes { systeme identifiant } } }",
    { id, references, cle: sous, aBlanc },
    acteur,
  );
const lues = async (id: string | undefined, acteur: Acteur) => {
  const { data } = await sousGraphe.demander(
    "query($id: ID!) { orientation(id: $id) { referencesExternes { systeme identifiant } } }",
    { id },
    acteur,
  );
  return (data?.orientation as { referencesExternes: object[] } | null)?.referencesExternes ?? null;
};
const chercher = async (sens: string, reference: object, acteur: Acteur): Promise<string[]> => {
  const { data, errors } = await sousGraphe.demander(
    "query($sens: SensOrientation!, $reference: ReferenceExterneInput!) { boiteOrientations(sens: $sens, filtre: { referenceExterne: $reference }, first: 50) { edges { node { id } } } }",
    { sens, reference },
    acteur,
  );
  expect(errors).toBeUndefined();
  return (data as { boiteOrientations: { edges: { node: { id: string } }[] } }).boiteOrientations.edges.map(
    ({ node }) => node.id,
  );
};

describe("Le numéro d'un logiciel métier", () => {
  it("se donne à l'envoi, vaut pour tous les destinataires, et se retrouve par lui", async () => {
    const ids = await envoyer(["MSP-1", "MSP-2"], [DU_DAC]);
    for (const id of ids) expect(await lues(id, EQUIPE)).toEqual([DU_DAC]);
    expect((await chercher("EMISES", DU_DAC, EQUIPE)).toSorted()).toEqual(ids.toSorted());
    expect(await chercher("EMISES", { ...DU_DAC, systeme: "AUTRE" }, EQUIPE)).toEqual([]);
  });

  it("se donne aussi par le destinataire, autant de fois qu'on veut, sans rien changer d'autre", async () => {
    const [id] = await envoyer(["MSP-1"]);
    const reponse = { data: { rendu: { version: 1, referencesExternes: [DE_LA_MSP] } } };
    expect(await poser(id, [DE_LA_MSP], MSP, cle(), true)).not.toHaveProperty("errors");
    expect(await lues(id, MSP)).toEqual([]);
    expect(await poser(id, [DE_LA_MSP], MSP)).toEqual(reponse);
    expect(await poser(id, [DE_LA_MSP], MSP)).toEqual(reponse);
    expect(await chercher("RECUES", DE_LA_MSP, MSP)).toEqual([id]);
  });

  it("ne se lit ni ne se cherche de l'autre côté, ni par un autre logiciel", async () => {
    const [duDac, deLaMsp] = [
      { ...DU_DAC, identifiant: "secret-du-dac" },
      { ...DE_LA_MSP, identifiant: "secret-de-la-msp" },
    ];
    const [id] = await envoyer(["MSP-1"], [duDac]);
    await poser(id, [deLaMsp], MSP);
    expect(await lues(id, EQUIPE)).toEqual([duDac]);
    expect(await lues(id, MSP)).toEqual([deLaMsp]);
    expect(await lues(id, AUTRE_EQUIPE)).toBeNull();
    expect(await chercher("RECUES", duDac, MSP)).toEqual([]);
    expect(await chercher("EMISES", duDac, { ...EQUIPE, clientId: "autre-logiciel" })).toEqual([]);
    expect(await chercher("EMISES", duDac, { ...EQUIPE, clientId: null })).toEqual([]);
  });

  it("ne désigne qu'un envoi pour un logiciel, et rien n'est écrit de l'autre ; un autre logiciel a ses propres numéros", async () => {
    const unique = { ...DU_DAC, identifiant: "unique" };
    await envoyer(["MSP-1"], [unique]);
    const besoin = await ouvrirBesoin(sousGraphe);
    const { errors } = await orienter(sousGraphe, besoin, ["MSP-1"], {
      referencesExternes: [{ ...DU_DAC, identifiant: "libre" }, unique],
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "input.referencesExternes[1]" });
    expect(await sousGraphe.interroger(`select from parcours.orientation where besoin_id = '${besoin.id}'`)).toEqual(
      [],
    );
    expect(await chercher("EMISES", { ...DU_DAC, identifiant: "libre" }, EQUIPE)).toEqual([]);
    const [autre] = await envoyer(["MSP-1"]);
    expect((await poser(autre, [unique], EQUIPE)).errors?.[0]?.extensions).toMatchObject({
      champ: "referencesExternes[0]",
    });
    expect((await poser(autre, [unique], { ...EQUIPE, clientId: "autre-logiciel" })).errors).toBeUndefined();
  });

  it.each<[string, object, Acteur, object]>([
    ["un INS", { ...DE_LA_MSP, identifiant: "299990199900103" }, MSP, { champ: "referencesExternes[0].identifiant" }],
    ["un jeton sans logiciel", DE_LA_MSP, { ...MSP, clientId: null }, { code: "FORBIDDEN" }],
    ["qui n'y est pour rien", DE_LA_MSP, destinataire("MSP-2"), { code: "NOT_FOUND", champ: "orientationId" }],
  ])("se refuse à %s", async (_cas, reference, acteur, attendu) => {
    const [id] = await envoyer(["MSP-1"]);
    expect((await poser(id, [reference], acteur)).errors?.[0]?.extensions).toMatchObject(attendu);
  });
});

describe("Le numéro qu'un logiciel métier donne à un dossier", () => {
  const DU_CABINET = { systeme: "LOGICIEL-DE-CABINET", identifiant: "P-77" };
  const demander = async (references: readonly object[], acteur: Acteur = DEMANDEUR, sous = cle()) =>
    sousGraphe.demander(
      "mutation($input: DemanderAppuiInput!, $cle: ID!) { demanderAppui(input: $input, cleIdempotence: $cle) { id referencesExternes { systeme identifiant } } }",
      { input: { ...DEMANDE, referencesExternes: references }, cle: sous },
      acteur,
    );
  const ouvrir = async (...demande: Parameters<typeof demander>): Promise<string> => {
    const { data, errors } = await demander(...demande);
    expect(errors).toBeUndefined();
    return (data as { demanderAppui: { id: string } }).demanderAppui.id;
  };
  const poserSurLui = (id: string, references: readonly object[], acteur: Acteur, aBlanc = false) =>
    sousGraphe.demander(
      "mutation($id: ID!, $references: [ReferenceExterneInput!]!, $cle: ID!, $aBlanc: Boolean!) { rendu: poserReferencesDuParcours(parcoursId: $id, referencesExternes: $references, cleIdempotence: $cle, aBlanc: $aBlanc) { version referencesExternes { systeme identifiant } } }",
      { id, references, cle: cle(), aBlanc },
      acteur,
    );
  const duDossier = async (id: string, acteur: Acteur) => {
    const { data } = await sousGraphe.demander(
      "query($id: ID!) { parcours(id: $id) { referencesExternes { systeme identifiant } } }",
      { id },
      acteur,
    );
    return (data?.parcours as { referencesExternes: object[] } | null)?.referencesExternes ?? null;
  };
  const trouver = async (reference: object, acteur: Acteur) => {
    const { data, errors } = await sousGraphe.demander(
      "query($reference: ReferenceExterneInput!) { mesParcours(filtre: { referenceExterne: $reference }, first: 10) { totalCount edges { node { id } } } }",
      { reference },
      acteur,
    );
    expect(errors).toBeUndefined();
    const { totalCount, edges } = (data as { mesParcours: { totalCount: number; edges: { node: { id: string } }[] } })
      .mesParcours;
    expect(totalCount).toBe(edges.length);
    return edges.map(({ node }) => node.id);
  };

  it("se donne avec la demande : qui a demandé le lit et retrouve le dossier par lui, l'équipe non", async () => {
    const sous = cle();
    const id = await ouvrir([DU_CABINET], DEMANDEUR, sous);
    expect(await demander([DU_CABINET], DEMANDEUR, sous)).toEqual({
      data: { demanderAppui: { id, referencesExternes: [DU_CABINET] } },
    });
    expect(await duDossier(id, DEMANDEUR)).toEqual([DU_CABINET]);
    expect(await trouver(DU_CABINET, DEMANDEUR)).toEqual([id]);
    expect(await duDossier(id, EQUIPE)).toEqual([]);
    expect(await trouver(DU_CABINET, EQUIPE)).toEqual([]);
    expect(await trouver(DU_CABINET, { ...DEMANDEUR, clientId: "autre-logiciel" })).toEqual([]);
    expect(await trouver(DU_CABINET, { ...DEMANDEUR, clientId: null })).toEqual([]);
  });

  it("se donne aussi par l'équipe, autant de fois qu'on veut ; qui a demandé ne le lit pas", async () => {
    const id = await ouvrir([]);
    const rendu = { data: { rendu: { version: 1, referencesExternes: [DU_DAC] } } };
    expect(await poserSurLui(id, [DU_DAC], EQUIPE, true)).not.toHaveProperty("errors");
    expect(await duDossier(id, EQUIPE)).toEqual([]);
    expect(await poserSurLui(id, [DU_DAC], EQUIPE)).toEqual(rendu);
    expect(await poserSurLui(id, [DU_DAC], EQUIPE)).toEqual(rendu);
    expect(await trouver(DU_DAC, EQUIPE)).toEqual([id]);
    expect(await duDossier(id, DEMANDEUR)).toEqual([]);
    expect(await trouver(DU_DAC, DEMANDEUR)).toEqual([]);
  });

  it("d'une demande que l'équipe fait pour elle-même est celui de l'équipe", async () => {
    const reference = { ...DU_DAC, identifiant: "demandé par nous" };
    const id = await ouvrir([reference], EQUIPE);
    expect(await duDossier(id, { ...EQUIPE, sub: "une collègue" })).toEqual([reference]);
  });

  it("ne désigne qu'un dossier pour un logiciel : l'autre demande est refusée, et rien n'en est écrit", async () => {
    const unique = { ...DU_CABINET, identifiant: "unique" };
    await ouvrir([unique]);
    const dossiers = () => sousGraphe.interroger("select from parcours.dossier");
    const avant = await dossiers();
    expect((await demander([unique])).errors?.[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      champ: "input.referencesExternes[0]",
    });
    expect(await dossiers()).toHaveLength(avant.length);
  });

  it.each<[string, object, object]>([
    ["un INS", { ...DU_CABINET, identifiant: "299990199900103" }, { champ: "input.referencesExternes[0].identifiant" }],
    ["un système à espace", { ...DU_CABINET, systeme: "A B" }, { champ: "input.referencesExternes[0].systeme" }],
  ])("ne peut être %s", async (_cas, reference, attendu) => {
    expect((await demander([reference])).errors?.[0]?.extensions).toMatchObject(attendu);
  });

  it.each<[string, Acteur, object]>([
    ["un passant", PASSANT, { code: "NOT_FOUND", champ: "parcoursId" }],
    ["une autre équipe", AUTRE_EQUIPE, { code: "NOT_FOUND", champ: "parcoursId" }],
    ["un jeton sans logiciel", { ...EQUIPE, clientId: null }, { code: "FORBIDDEN" }],
  ])("se refuse à %s", async (_cas, acteur, attendu) => {
    const id = await ouvrir([]);
    expect((await poserSurLui(id, [DU_CABINET], acteur)).errors?.[0]?.extensions).toMatchObject(attendu);
  });
});
