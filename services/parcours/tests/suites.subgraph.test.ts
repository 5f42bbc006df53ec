import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { consentir } from "./cercles-de-test.ts";
import { EQUIPE } from "./dossiers-de-test.ts";
import { annuaireDesDestinataires, cle, destinataire, orienter, ouvrirBesoin } from "./orientations-de-test.ts";
import { ouvrirAToulouse, type Reponse, type SousGrapheDeTest } from "./sous-graphe.ts";

interface Vue {
  readonly id: string;
  readonly version: number;
  readonly statut: string;
  readonly diffusion: string;
  readonly actionsPossibles: string[];
}
const VUE = `id version statut nature diffusion messageAnonyme repondreAvant actionsPossibles apercu { libelle } besoin { statut }
  origine { id synthese } suites { id } destinataire { structure { id } }`;

let sousGraphe: SousGrapheDeTest;
beforeAll(async () => {
  sousGraphe = await ouvrirAToulouse(annuaireDesDestinataires);
});
afterAll(() => sousGraphe.fermer());

async function envoyer(structures: readonly string[], ecart: object = {}): Promise<[Vue, ...Vue[]]> {
  const { data, errors } = await orienter(sousGraphe, await ouvrirBesoin(sousGraphe), structures, ecart);
  expect(errors).toBeUndefined();
  return (data as { orienter: [Vue, ...Vue[]] }).orienter;
}
const lire = async (id: string, acteur: Acteur = EQUIPE): Promise<Vue> =>
  (await sousGraphe.demander(`query($id: ID!) { orientation(id: $id) { ${VUE} } }`, { id }, acteur)).data
    ?.orientation as Vue;
async function repondre(action: string, { id }: Vue, acteur: Acteur, argument = ""): Promise<Vue> {
  const { version } = await lire(id, acteur);
  const { errors } = await sousGraphe.demander(
    `mutation($id: ID!, $version: Int!, $cle: ID!) { ${action}(orientationId: $id, version: $version, cleIdempotence: $cle${argument}) { id } }`,
    { id, version, cle: cle() },
    acteur,
  );
  expect(errors).toBeUndefined();
  return lire(id);
}
const designer = (id: string): object => (id.startsWith("SITUATION-") ? { situationId: id } : { structureId: id });
const suivre = (
  action: string,
  { id, version }: Vue,
  structures: readonly string[],
  { acteur = EQUIPE, cleIdempotence = cle(), aBlanc = false } = {},
): Promise<Reponse> =>
  sousGraphe.demander(
    `mutation($id: ID!, $version: Int!, $d: [DestinataireInput!]!, $cle: ID!, $aBlanc: Boolean!) {
      rendu: ${action}(orientationId: $id, version: $version, destinataires: $d, cleIdempotence: $cle, aBlanc: $aBlanc) { ${VUE} } }`,
    { id, version, d: structures.map(designer), cle: cleIdempotence, aBlanc },
    acteur,
  );
async function reussir(...demande: Parameters<typeof suivre>): Promise<[Vue, ...Vue[]]> {
  const { data, errors } = await suivre(...demande);
  expect(errors).toBeUndefined();
  return (data as { rendu: [Vue, ...Vue[]] }).rendu;
}
const MSP = destinataire("MSP-1");
const nombreDe = async ({ id }: Vue): Promise<number> =>
  (await sousGraphe.interroger(`select from parcours.orientation where origine_id = '${id}'`)).length;
async function envoyerPuisRefuser(): Promise<Vue> {
  const [envoyee] = await envoyer(["MSP-1"]);
  return repondre("refuser", envoyee, MSP, ", motif: CAPACITE_ATTEINTE");
}

describe("Réorienter", () => {
  it("s'adresse à un autre en une action : la chaîne reste, le besoin attend de nouveau", async () => {
    const refusee = await envoyerPuisRefuser();
    expect(refusee.actionsPossibles).toEqual(["REORIENTER"]);
    const [suite] = await reussir("reorienter", refusee, ["MSP-2"]);
    expect(suite).toMatchObject({
      statut: "ENVOYEE",
      diffusion: refusee.diffusion,
      messageAnonyme: "Passage le week-end.",
      repondreAvant: expect.any(String),
      besoin: { statut: "EN_ORIENTATION" },
      origine: { id: refusee.id },
      destinataire: { structure: { id: "MSP-2" } },
    });
    expect(await lire(refusee.id)).toMatchObject({ statut: "REFUSEE", suites: [{ id: suite.id }] });
  });

  it("ne montre à personne ce que les autres ont répondu", async () => {
    const refusee = await envoyerPuisRefuser();
    const [suite] = await reussir("reorienter", refusee, ["MSP-2"]);
    expect(await lire(suite.id, destinataire("MSP-2"))).toMatchObject({ origine: null, besoin: null });
    expect(await lire(refusee.id, MSP)).toMatchObject({ suites: [], actionsPossibles: [] });
  });

  it("depuis une liste d'attente, retire la place quand un autre accepte", async () => {
    const [envoyee] = await envoyer(["MSP-1"]);
    const enListe = await repondre("mettreEnListeAttente", envoyee, MSP, ", delaiJours: 60");
    expect(enListe.actionsPossibles).toEqual(["ANNULER", "REORIENTER"]);
    const [suite] = await reussir("reorienter", enListe, ["MSP-2"]);
    await repondre("accepter", suite, destinataire("MSP-2"));
    expect(await lire(enListe.id)).toMatchObject({ statut: "RETIREE", besoin: { statut: "COUVERT" } });
  });

  it("se fait une fois par clé, et à blanc n'écrit rien", async () => {
    const refusee = await envoyerPuisRefuser();
    await reussir("reorienter", refusee, ["MSP-2"], { aBlanc: true });
    expect(await nombreDe(refusee)).toBe(0);
    const cleIdempotence = cle();
    const deux = await Promise.all([1, 2].map(() => reussir("reorienter", refusee, ["MSP-2"], { cleIdempotence })));
    expect(deux[0]?.[0].id).toBe(deux[1]?.[0].id);
    expect(await nombreDe(refusee)).toBe(1);
  });

  it("deux fois ensemble, n'écrit qu'une suite : l'autre demande est périmée", async () => {
    const refusee = await envoyerPuisRefuser();
    const reponses = await Promise.all(["MSP-2", "MSP-3"].map((vers) => suivre("reorienter", refusee, [vers])));
    expect(reponses.map(({ errors }) => errors?.[0]?.extensions?.code ?? "faite").sort()).toEqual([
      "VERSION_CONFLICT",
      "faite",
    ]);
    expect(await nombreDe(refusee)).toBe(1);
  });

  it.each<[string, readonly string[], string, string]>([
    ["à personne", [], "BAD_USER_INPUT", "destinataires"],
    ["deux fois au même", ["MSP-2", "MSP-2"], "BAD_USER_INPUT", "destinataires"],
    ["à une structure inconnue", ["RIEN"], "NOT_FOUND", "destinataires[0].structureId"],
    [
      "à un lieu qui attend la personne",
      ["MSP-2", "SITUATION-A-CONFIRMER"],
      "BAD_USER_INPUT",
      "destinataires[1].situationId",
    ],
  ])("est refusé %s", async (_cas, structures, code, champ) => {
    const { errors } = await suivre("reorienter", await envoyerPuisRefuser(), structures);
    expect(errors?.[0]?.extensions).toMatchObject({ code, champ });
  });

  it("est refusé quand le besoin est couvert par un autre, et n'est pas proposé", async () => {
    const [une, autre] = await envoyer(["MSP-1", "MSP-2"]);
    if (autre === undefined) throw new Error("two were sent");
    await repondre("refuser", une, MSP, ", motif: CAPACITE_ATTEINTE");
    await repondre("accepter", autre, destinataire("MSP-2"));
    const refusee = await lire(une.id);
    expect(refusee.actionsPossibles).toEqual([]);
    expect((await suivre("reorienter", refusee, ["MSP-3"])).errors?.[0]?.extensions).toMatchObject({
      code: "RULE_NOT_MET",
      regle: "SUITE_DE_L_ORIENTATION",
    });
  });

  it("est refusé au destinataire, et à qui ne voit pas l'orientation", async () => {
    const refusee = await envoyerPuisRefuser();
    expect((await suivre("reorienter", refusee, ["MSP-2"], { acteur: MSP })).errors?.[0]?.extensions).toMatchObject({
      code: "RULE_NOT_MET",
    });
    const inconnue = await suivre("reorienter", refusee, ["MSP-2"], { acteur: destinataire("MSP-9") });
    expect(inconnue.errors?.[0]?.extensions).toMatchObject({ code: "NOT_FOUND", champ: "orientationId" });
  });
});

describe("L'avis d'un expert", () => {
  async function donnerAvis(): Promise<Vue> {
    const [envoyee] = await envoyer(["MSP-1"], { nature: "AVIS_EXPERT" });
    await repondre("accepter", envoyee, MSP);
    return repondre("terminer", envoyee, MSP, ', issue: REALISEE, synthese: "À voir par un spécialiste."');
  }

  it("ne couvre pas le besoin, et devient une orientation qui garde son contenu", async () => {
    const avis = await donnerAvis();
    expect(avis).toMatchObject({ actionsPossibles: ["CONVERTIR"], besoin: { statut: "OUVERT" } });
    const [suite] = await reussir("convertirAvis", avis, ["MSP-2"]);
    expect(suite).toMatchObject({
      nature: "PRISE_EN_CHARGE",
      messageAnonyme: "Passage le week-end.",
      origine: { id: avis.id, synthese: "À voir par un spécialiste." },
      besoin: { statut: "EN_ORIENTATION" },
    });
    expect(suite.diffusion).not.toBe(avis.diffusion);
    await repondre("accepter", suite, destinataire("MSP-2"));
    expect(await lire(suite.id)).toMatchObject({ statut: "ACCEPTEE", besoin: { statut: "COUVERT" } });
  });

  it("suit chez ceux qui ont un fondement, une fois qu'ils acceptent, et chez personne d'autre", async () => {
    const avis = await donnerAvis();
    const [ligne] = await sousGraphe.interroger<{ id: string }>(
      `select dossier_id as id from parcours.orientation where id = '${avis.id}'`,
    );
    await consentir(sousGraphe, ligne?.id ?? "", { destinataires: [{ structureId: "MSP-2" }] });
    const suites = await reussir("convertirAvis", avis, ["MSP-2", "MSP-3"]);
    const message = async ({ id }: Vue, structureId: string) =>
      (
        await sousGraphe.demander(
          "query($id: ID!) { orientation(id: $id) { message } }",
          { id },
          destinataire(structureId),
        )
      ).data?.orientation;
    const [une, autre] = suites;
    if (autre === undefined) throw new Error("two were sent");
    expect(await message(une, "MSP-2")).toEqual({ message: null });
    await repondre("accepter", une, destinataire("MSP-2"));
    expect(await message(une, "MSP-2")).toEqual({ message: "À voir par un spécialiste." });
    expect(await message(autre, "MSP-3")).toEqual({ message: null });
  });

  it("seul se convertit", async () => {
    const [envoyee] = await envoyer(["MSP-1"]);
    await repondre("accepter", envoyee, MSP);
    const terminee = await repondre("terminer", envoyee, MSP, ", issue: REALISEE");
    expect(terminee.actionsPossibles).toEqual([]);
    expect((await suivre("convertirAvis", terminee, ["MSP-2"])).errors?.[0]?.extensions).toMatchObject({
      code: "RULE_NOT_MET",
    });
  });
});
