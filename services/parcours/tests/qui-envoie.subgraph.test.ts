import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { annuaireDuCercle, inviter, KINE_ID, muterAvec } from "./cercles-de-test.ts";
import { EQUIPE } from "./dossiers-de-test.ts";
import { cle, destinataire, orienter, ouvrirBesoin } from "./orientations-de-test.ts";
import { ouvrirAToulouse, type SousGrapheDeTest } from "./sous-graphe.ts";

/** The secretariat of the physiotherapist: no number of its own, and the rights of theirs. */
const SECRETARIAT: Acteur = {
  sub: "secretariat",
  rpps: null,
  pourLeCompteDe: "89900000053",
  structures: [],
  profils: ["secretariat"],
  scopes: ["parcours:lire", "parcours:ecrire"],
  clientId: "logiciel-de-cabinet",
};
const MSP = destinataire("MSP-1");

let sousGraphe: SousGrapheDeTest;
beforeAll(async () => {
  sousGraphe = await ouvrirAToulouse(annuaireDuCercle);
});
afterAll(() => sousGraphe.fermer());

interface Envoyee {
  readonly id: string;
  readonly dossierId: string;
}
async function envoyer(ecart: object): Promise<Envoyee> {
  const { data, errors } = await orienter(sousGraphe, await ouvrirBesoin(sousGraphe), ["MSP-1"], ecart);
  expect(errors).toBeUndefined();
  const id = (data as { orienter: { id: string }[] }).orienter[0]?.id ?? "";
  const [ligne] = await sousGraphe.interroger<{ dossierId: string }>(
    `select dossier_id as "dossierId" from parcours.orientation where id = '${id}'`,
  );
  return { id, dossierId: ligne?.dossierId ?? "" };
}
const lire = async (id: string, acteur: Acteur, champs: string) =>
  (await sousGraphe.demander(`query($id: ID!) { orientation(id: $id) { ${champs} } }`, { id }, acteur)).data
    ?.orientation;
const accepter = (id: string, acteur: Acteur) =>
  sousGraphe.demander(
    "mutation($id: ID!, $cle: ID!) { accepter(orientationId: $id, version: 1, cleIdempotence: $cle) { statut } }",
    { id, cle: cle() },
    acteur,
  );

describe("Un secrétariat qui saisit pour un professionnel", () => {
  const AU_KINE = { destinataires: [{ situationId: "SITUATION-KINE" }] };

  it("répond à ce que le professionnel a reçu ; l'histoire dit qui a saisi, et pour qui", async () => {
    const { id, dossierId } = await envoyer(AU_KINE);
    expect((await accepter(id, SECRETARIAT)).data).toEqual({ accepter: { statut: "ACCEPTEE" } });
    const { data } = await sousGraphe.demander(
      "query($id: ID!) { parcours(id: $id) { evenements(first: 50) { edges { node { type acteur { libelle professionnel { id } pourLeCompteDe { id } } } } } } }",
      { id: dossierId },
      EQUIPE,
    );
    const { edges } = (data as { parcours: { evenements: { edges: { node: { type: string } }[] } } }).parcours
      .evenements;
    expect(edges.find(({ node }) => node.type === "ORIENTATION_ACCEPTER")?.node).toEqual({
      type: "ORIENTATION_ACCEPTER",
      acteur: { libelle: "secretariat", professionnel: null, pourLeCompteDe: { id: KINE_ID } },
    });
  });

  it("laisse au journal des accès qui a lu, et pour qui", async () => {
    const { id, dossierId } = await envoyer(AU_KINE);
    await inviter(sousGraphe, dossierId, { professionnelId: KINE_ID });
    expect(await lire(id, SECRETARIAT, "usager { identite { nomNaissance } }")).toMatchObject({
      usager: { identite: { nomNaissance: "ZEPHIRIN-EXEMPLE" } },
    });
    const { data } = await sousGraphe.demander(
      "query($id: ID!) { tracesAcces(parcoursId: $id, first: 10) { edges { node { objet acteur { libelle professionnel { id } pourLeCompteDe { id } } } } } }",
      { id: dossierId },
      EQUIPE,
    );
    const { edges } = (data as { tracesAcces: { edges: { node: object }[] } }).tracesAcces;
    expect(edges.at(-1)?.node).toEqual({
      objet: "IDENTITE",
      acteur: { libelle: "secretariat", professionnel: null, pourLeCompteDe: { id: KINE_ID } },
    });
  });

  it("n'a pas l'accès exceptionnel, qui est personnel, ni rien de ce que son professionnel ne voit pas", async () => {
    const { id, dossierId } = await envoyer({});
    expect(await lire(id, SECRETARIAT, "id")).toBeNull();
    const refus = await muterAvec(
      sousGraphe,
      "accederEnBrisDeGlace",
      `parcoursId: "${dossierId}", motif: "inconscient aux urgences"`,
      SECRETARIAT,
    );
    expect(refus.errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  });
});

describe("Qui prescrit", () => {
  const prescripteur = async (id: string, acteur: Acteur) =>
    ((await lire(id, acteur, "prescripteur { id }")) as { prescripteur: object | null }).prescripteur;

  it("se lit par l'équipe, et par le destinataire une fois qu'il accepte", async () => {
    const { id } = await envoyer({ prescripteurId: KINE_ID });
    expect(await prescripteur(id, EQUIPE)).toEqual({ id: KINE_ID });
    expect(await prescripteur(id, MSP)).toBeNull();
    await accepter(id, MSP);
    expect(await prescripteur(id, MSP)).toEqual({ id: KINE_ID });
  });

  it("est nul quand rien n'est prescrit", async () => {
    expect(await prescripteur((await envoyer({})).id, EQUIPE)).toBeNull();
  });

  it.each([
    ["inconnu de l'annuaire", "889900000099", { code: "NOT_FOUND", champ: "input.prescripteurId" }],
    [
      "la coordinatrice du DAC elle-même",
      "889900000012",
      { code: "RULE_NOT_MET", regle: "PRESCRIPTEUR_DE_L_ENVOI", conditions: [{ code: "PAS_LE_DAC" }] },
    ],
  ])("ne peut pas être %s, et rien n'est écrit", async (_cas, prescripteurId, attendu) => {
    const besoin = await ouvrirBesoin(sousGraphe);
    const { errors } = await orienter(sousGraphe, besoin, ["MSP-1"], { prescripteurId });
    expect(errors?.[0]?.extensions).toMatchObject(attendu);
    expect(await sousGraphe.interroger(`select from parcours.orientation where besoin_id = '${besoin.id}'`)).toEqual(
      [],
    );
  });

  it("suit l'avis d'expert quand il devient une orientation", async () => {
    const { id } = await envoyer({ nature: "AVIS_EXPERT", prescripteurId: KINE_ID });
    await accepter(id, MSP);
    const agir = (texte: string, acteur: Acteur) =>
      sousGraphe.demander(`mutation($id: ID!, $cle: ID!) { rendu: ${texte} }`, { id, cle: cle() }, acteur);
    const fini = await agir(
      'terminer(orientationId: $id, version: 2, issue: REALISEE, synthese: "Avis donné.", cleIdempotence: $cle) { id }',
      MSP,
    );
    expect(fini.errors).toBeUndefined();
    const { data } = await agir(
      'convertirAvis(orientationId: $id, version: 3, destinataires: [{ structureId: "MSP-2" }], cleIdempotence: $cle) { prescripteur { id } }',
      EQUIPE,
    );
    expect(data).toEqual({ rendu: [{ prescripteur: { id: KINE_ID } }] });
  });
});
