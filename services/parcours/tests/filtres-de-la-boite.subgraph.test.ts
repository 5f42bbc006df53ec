import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BancDEcheances, ouvrirBancDEcheances } from "./banc-d-echeances.ts";
import { AUTRE_EQUIPE, DEMANDE, EQUIPE } from "./dossiers-de-test.ts";
import { cle, destinataire, dossierDuBesoin, KINE, orienter, ouvrirBesoin } from "./orientations-de-test.ts";
import { saisie } from "./questions.ts";

interface Page {
  readonly totalCount: number;
  readonly edges: { readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

let banc: BancDEcheances;
beforeAll(async () => {
  banc = await ouvrirBancDEcheances();
});
afterAll(() => banc.fermer());

const BOITE = `query($sens: SensOrientation!, $filtre: OrientationFiltre, $first: Int!, $after: String) {
  boite: boiteOrientations(sens: $sens, filtre: $filtre, first: $first, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }`;

const demander = (acteur: Acteur, filtre: object, { first = 50, after = null as string | null } = {}) =>
  banc.sousGraphe.demander(BOITE, { sens: acteur === EQUIPE ? "EMISES" : "RECUES", filtre, first, after }, acteur);
async function lire(...demande: Parameters<typeof demander>): Promise<Page> {
  const { data, errors } = await demander(...demande);
  expect(errors).toBeUndefined();
  return (data as { boite: Page }).boite;
}
/** What a box holds, in its order; its count says the same. */
async function trouver(acteur: Acteur, filtre: object): Promise<string[]> {
  const { totalCount, edges } = await lire(acteur, filtre);
  expect(totalCount).toBe(edges.length);
  return edges.map(({ node }) => node.id);
}

async function envoyerA(structure: string, urgence = "SOUS_72_H"): Promise<string> {
  const besoin = await ouvrirBesoin(banc.sousGraphe, { ...saisie, urgence });
  const { data, errors } = await orienter(banc.sousGraphe, besoin, [structure]);
  expect(errors).toBeUndefined();
  return (data as { orienter: { id: string }[] }).orienter[0]?.id ?? "";
}
const dater = (id: string, champs: string) =>
  banc.sousGraphe.interroger(`update parcours.orientation set ${champs} where id = '${id}'`);

describe("La boîte se restreint", () => {
  it("aux urgences demandées", async () => {
    const qui = destinataire("MSP-51");
    const presse = await envoyerA("MSP-51", "SOUS_24_H");
    const programme = await envoyerA("MSP-51", "PROGRAMMEE");
    await envoyerA("MSP-51", "SOUS_15_JOURS");
    expect(await trouver(qui, { urgences: ["PROGRAMMEE", "SOUS_24_H"] })).toEqual([presse, programme]);
    expect(await trouver(qui, { urgences: ["VITALE"] })).toEqual([]);
  });

  it("à ce qui est en retard, ou à ce qui ne l'est pas : échéance passée sans réponse, avant comme après l'horloge", async () => {
    const qui = destinataire("MSP-52");
    const [attendue, passee, repondue, echue] = [
      await envoyerA("MSP-52"),
      await envoyerA("MSP-52"),
      await envoyerA("MSP-52"),
      await envoyerA("MSP-52"),
    ];
    const vue = await banc.lire(repondue);
    expect((await banc.agir("mettreEnListeAttente", vue, qui)).errors).toBeUndefined();
    await dater(echue, "repondre_avant = now() - interval '1 hour'");
    await banc.passer(Date.now());
    for (const id of [passee, repondue]) await dater(id, "repondre_avant = now() - interval '1 hour'");
    expect((await banc.lire(echue)).statut).toBe("SANS_REPONSE");
    for (const acteur of [qui, EQUIPE]) {
      const structureId = "MSP-52";
      expect((await trouver(acteur, { structureId, enRetard: true })).toSorted()).toEqual([passee, echue].toSorted());
      expect((await trouver(acteur, { structureId, enRetard: false })).toSorted()).toEqual(
        [attendue, repondue].toSorted(),
      );
    }
  });

  it("à ce qui s'adresse à une structure, à un lieu qu'elle tient, à une de ses équipes ; jamais au-delà de ce que je lis", async () => {
    const structure = await envoyerA("MSP-53");
    await envoyerA("MSP-54");
    const [{ id: parEquipe } = { id: "" }] = await banc.envoyer([], { destinataires: [{ equipeId: "EQUIPE-1" }] });
    const [{ id: parLieu } = { id: "" }] = await banc.envoyer([], {
      destinataires: [{ situationId: "SITUATION-MSP-53" }],
    });
    const aLaStructure = [structure, parLieu];
    expect(await trouver(EQUIPE, { structureId: "MSP-53" })).toEqual(aLaStructure);
    expect(await trouver(EQUIPE, { structureId: "MSP-1" })).toEqual([parEquipe]);
    expect(await trouver(destinataire("MSP-53"), { structureId: "MSP-53" })).toEqual(aLaStructure);
    expect(await trouver(destinataire("MSP-54"), { structureId: "MSP-53" })).toEqual([]);
    expect(await trouver(AUTRE_EQUIPE, { structureId: "MSP-53" })).toEqual([]);
    await banc.envoyer([], { destinataires: [{ situationId: "SITUATION-KINE" }] });
    expect(await trouver(KINE, { structureId: "MSP-53" })).toEqual([parLieu]);
    expect(await trouver(KINE, {})).toHaveLength(2);
  });

  it("à ce qui a changé depuis un instant, du dernier changement au premier, page par page, sans doublon ni trou", async () => {
    const qui = destinataire("MSP-55");
    const ids = [
      await envoyerA("MSP-55", "SOUS_24_H"),
      await envoyerA("MSP-55"),
      await envoyerA("MSP-55", "PROGRAMMEE"),
    ];
    const ancienne = await envoyerA("MSP-55");
    await dater(ancienne, "mis_a_jour_le = '2026-01-01T00:00:00Z'");
    for (const [rang, id] of ids.entries()) await dater(id, `mis_a_jour_le = '2026-02-0${rang + 1}T00:00:00.123456Z'`);
    const filtre = { modifieeDepuis: "2026-02-01T00:00:00Z" };
    const vues: string[] = [];
    let page = await lire(qui, filtre, { first: 1 });
    for (;;) {
      vues.push(...page.edges.map(({ node }) => node.id));
      expect(page.totalCount).toBe(3);
      if (!page.pageInfo.hasNextPage) break;
      page = await lire(qui, filtre, { first: 1, after: page.pageInfo.endCursor });
    }
    expect(vues).toEqual(ids.toReversed());
    expect(await trouver(qui, {})).toHaveLength(4);
  });

  it.each<[string, object]>([
    ["les urgences", { urgences: ["SOUS_24_H"] }],
    ["le retard", { enRetard: false }],
    ["la structure", { structureId: "MSP-56" }],
    ["l'instant", { modifieeDepuis: "2026-01-01T00:00:00Z" }],
  ])("d'un curseur à l'autre sans changer %s", async (_quoi, autre) => {
    const qui = destinataire("MSP-56");
    await envoyerA("MSP-56");
    const { pageInfo } = await lire(qui, {});
    const { errors } = await demander(qui, autre, { after: pageInfo.endCursor });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "after" });
  });

  it("de même pour ce qui est envoyé hors dossier", async () => {
    const cpts: Acteur = { ...destinataire("CPTS-1"), profils: ["coordinatrice-cpts"] };
    const { data } = await banc.sousGraphe.demander(
      "mutation($input: AjouterBesoinInput!, $cle: ID!) { besoin: ajouterBesoin(input: $input, cleIdempotence: $cle) { id version } }",
      { input: { usager: DEMANDE.usager, criteres: { ...saisie, urgence: "SOUS_24_H" } }, cle: cle() },
      cpts,
    );
    const { besoin } = data as { besoin: { id: string; version: number } };
    const envoi = await orienter(banc.sousGraphe, besoin, ["MSP-57"], {}, cpts);
    const [{ id }] = (envoi.data as { orienter: [{ id: string }] }).orienter;
    await dater(id, "repondre_avant = now() - interval '1 hour'");
    const filtre = {
      enRetard: true,
      urgences: ["SOUS_24_H"],
      structureId: "MSP-57",
      modifieeDepuis: "2026-01-01T00:00:00Z",
    };
    expect(await trouver(destinataire("MSP-57"), filtre)).toEqual([id]);
    const emises = await banc.sousGraphe.demander(BOITE, { sens: "EMISES", filtre, first: 5, after: null }, cpts);
    expect(emises.data).toMatchObject({ boite: { totalCount: 1, edges: [{ node: { id } }] } });
  });
});

describe("Les orientations d'un dossier", () => {
  const QUESTION = "query($id: ID!) { parcours(id: $id) { orientations { id } besoins { orientations { id } } } }";

  it("sont celles de tous ses besoins pour son équipe, et aucune pour le destinataire qui est du cercle", async () => {
    const [une, autre] = await banc.envoyer(["MSP-58", "MSP-59"]);
    const { id } = await dossierDuBesoin(banc.sousGraphe, une?.besoin?.id ?? "");
    const lus = async (acteur: Acteur) => (await banc.sousGraphe.demander(QUESTION, { id }, acteur)).data?.parcours;
    const attendues = [une, autre].map((vue) => ({ id: vue?.id ?? "" })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(await lus(EQUIPE)).toEqual({ orientations: attendues, besoins: [{ orientations: attendues }] });
    expect(await lus(AUTRE_EQUIPE)).toBeNull();
    const { errors } = await banc.sousGraphe.demander(
      "mutation($input: InviterAuCercleInput!, $cle: ID!) { inviterAuCercle(input: $input, cleIdempotence: $cle) { id } }",
      { input: { parcoursId: id, structureId: "MSP-58", role: "soins", depuis: new Date().toISOString() }, cle: cle() },
      EQUIPE,
    );
    expect(errors).toBeUndefined();
    expect(await lus(destinataire("MSP-58"))).toEqual({ orientations: [], besoins: [] });
  });
});
