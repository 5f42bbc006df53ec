import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BancDOrientations, MSP, ouvrirBancDOrientations } from "./banc-d-orientations.ts";
import { muter } from "./cercles-de-test.ts";
import { EQUIPE } from "./dossiers-de-test.ts";
import { type Dit, lireHistoire } from "./etats/rejouer.ts";
import { cle, destinataire, type Orientation, orienter } from "./orientations-de-test.ts";
import { saisie } from "./questions.ts";

let banc: BancDOrientations;
beforeAll(async () => {
  banc = await ouvrirBancDOrientations();
});
afterAll(() => banc.fermer());

interface Envoi {
  readonly dossierId: string;
  readonly orientations: readonly Orientation[];
}
async function envoyer(structures: readonly string[], ecart: object = {}): Promise<Envoi> {
  const orientations = await banc.envoyer(structures, ecart);
  const [ligne] = await banc.sousGraphe.interroger<{ id: string }>(
    `select dossier_id as id from parcours.orientation where id = '${orientations[0]?.id}'`,
  );
  return { dossierId: ligne?.id ?? "", orientations };
}
const rang = ({ orientations }: Envoi, place: number): Orientation => {
  const orientation = orientations[place];
  if (orientation === undefined) throw new Error("this one was not sent");
  return orientation;
};

/** What is said of each referral of a sending, by its place in it; the outbox says the same. */
async function dits({ dossierId, orientations }: Envoi, type: string): Promise<number[]> {
  const { histoire, aPublier } = await lireHistoire(banc.sousGraphe, dossierId);
  expect(aPublier).toEqual(histoire);
  const places = (un: Dit) => orientations.findIndex(({ id }) => id === un.orientationId);
  return histoire
    .filter((un) => un.type === type)
    .map(places)
    .toSorted();
}

async function cloturer({ dossierId }: Envoi, argument: string, aBlanc = false): Promise<void> {
  const [dossier] = await banc.sousGraphe.interroger<{ version: number }>(
    `select version from parcours.dossier where id = '${dossierId}'`,
  );
  const { errors } = await banc.sousGraphe.demander(
    `mutation($id: ID!, $version: Int!, $cle: ID!, $aBlanc: Boolean!) {
       cloturerParcours(parcoursId: $id, version: $version, ${argument}, cleIdempotence: $cle, aBlanc: $aBlanc) { statut } }`,
    { id: dossierId, version: dossier?.version, cle: cle(), aBlanc },
    EQUIPE,
  );
  expect(errors).toBeUndefined();
}
const statuts = async ({ dossierId }: Envoi): Promise<string[]> =>
  (
    await banc.sousGraphe.interroger<{ statut: string }>(
      `select statut from parcours.orientation where dossier_id = '${dossierId}' order by envoyee_le, structure_id`,
    )
  ).map(({ statut }) => statut);

describe("Qui est retiré l'apprend", () => {
  it("quand un autre destinataire l'emporte, et quand il est sollicité de nouveau", async () => {
    const envoi = await envoyer(["MSP-1", "MSP-2", "MSP-3"]);
    await banc.reussir("refuser", rang(envoi, 2), destinataire("MSP-3"), ", motif: CAPACITE_ATTEINTE");
    const acceptee = await banc.reussir("accepter", rang(envoi, 0), MSP);
    expect(await dits(envoi, "ORIENTATION_RETIRER")).toEqual([1]);
    await banc.reussir("seDesister", acceptee, MSP, ", motif: DEJA_SUIVI");
    expect(await dits(envoi, "ORIENTATION_ROUVRIR_DIFFUSION")).toEqual([1]);
    expect(await dits(envoi, "ORIENTATION_RETIRER")).toEqual([1]);
  });

  it("quand l'émetteur annule : lui seul", async () => {
    const envoi = await envoyer(["MSP-1", "MSP-2"]);
    await banc.reussir("annuler", rang(envoi, 1), EQUIPE, ', motif: "trouvé ailleurs"');
    expect(await dits(envoi, "ORIENTATION_ANNULER")).toEqual([1]);
    expect(await statuts(envoi)).toEqual(["ENVOYEE", "ANNULEE"]);
  });

  it.each(["DECES", "OBJECTIFS_ATTEINTS"])(
    "quand le dossier se clôt (%s) : ce qui n'a pas commencé est annulé, le besoin n'attend plus",
    async (motif) => {
      const envoi = await envoyer(["MSP-1", "MSP-2", "MSP-3"]);
      await banc.reussir("accuserReception", rang(envoi, 0), MSP);
      await banc.reussir("refuser", rang(envoi, 2), destinataire("MSP-3"), ", motif: CAPACITE_ATTEINTE");
      await cloturer(envoi, `motif: ${motif}`, true);
      expect(await dits(envoi, "ORIENTATION_ANNULER")).toEqual([]);
      await cloturer(envoi, `motif: ${motif}`);
      expect(await dits(envoi, "ORIENTATION_ANNULER")).toEqual([0, 1]);
      expect(await statuts(envoi)).toEqual(["ANNULEE", "ANNULEE", "REFUSEE"]);
      expect(await banc.lire(rang(envoi, 0).id, MSP)).toMatchObject({ statut: "ANNULEE", actionsPossibles: [] });
      expect(await banc.lire(rang(envoi, 0).id, EQUIPE)).toMatchObject({ besoin: { statut: "OUVERT" } });
    },
  );

  it("un soin commencé reste à qui soigne, une cascade n'interroge plus personne", async () => {
    const menee = await envoyer(["MSP-1"]);
    const acceptee = await banc.reussir("accepter", rang(menee, 0), MSP);
    await banc.reussir("demarrerPriseEnCharge", acceptee, MSP);
    await cloturer(menee, "motif: OBJECTIFS_ATTEINTS");
    expect(await statuts(menee)).toEqual(["PRISE_EN_CHARGE"]);
    const cascade = await envoyer(["MSP-1", "MSP-2"], { mode: "CASCADE" });
    await cloturer(cascade, "motif: DECES");
    expect(await statuts(cascade)).toEqual(["ANNULEE"]);
    expect(
      await banc.sousGraphe.interroger(
        `select from parcours.cascade_en_attente where dossier_id = '${cascade.dossierId}'`,
      ),
    ).toEqual([]);
  });

  it("quand son besoin est abandonné : lui, et personne d'un autre besoin du dossier", async () => {
    const envoi = await envoyer(["MSP-1", "MSP-2"]);
    const ajout = { parcoursId: envoi.dossierId, criteres: saisie };
    const { data } = await muter(banc.sousGraphe, "ajouterBesoin", "AjouterBesoinInput", ajout, EQUIPE, "id version");
    const { rendu: autre } = data as { rendu: { id: string; version: number } };
    expect((await orienter(banc.sousGraphe, autre, ["MSP-4"])).errors).toBeUndefined();
    const { besoin } = (await banc.lire(rang(envoi, 0).id, EQUIPE)) as unknown as {
      besoin: { id: string; version: number };
    };
    const abandon = { besoinId: besoin.id, version: besoin.version, statut: "ABANDONNE" };
    expect((await muter(banc.sousGraphe, "modifierBesoin", "ModifierBesoinInput", abandon)).errors).toBeUndefined();
    expect(await dits(envoi, "ORIENTATION_ANNULER")).toEqual([0, 1]);
    expect(await statuts(envoi)).toEqual(["ANNULEE", "ANNULEE", "ENVOYEE"]);
  });

  it("un passage de relais laisse attendre ce qui attend", async () => {
    const envoi = await envoyer(["MSP-1"]);
    await cloturer(envoi, 'motif: RELAIS, relais: "MSP-9"');
    expect(await statuts(envoi)).toEqual(["ENVOYEE"]);
  });
});

describe("Une diffusion", () => {
  it("se rouvre quand celui qui avait accepté se désiste", async () => {
    const orientations = await banc.envoyer(["MSP-1", "MSP-2"]);
    const [premiere, seconde] = orientations;
    if (premiere === undefined || seconde === undefined) throw new Error("two were sent");
    const acceptee = await banc.reussir("accepter", premiere, MSP);
    expect((await banc.lire(seconde.id, destinataire("MSP-2")))?.statut).toBe("RETIREE");
    expect(await banc.reussir("seDesister", acceptee, MSP, ", motif: DEJA_SUIVI")).toMatchObject({
      statut: "DESISTEE",
      motifRefus: "DEJA_SUIVI",
    });
    const rouverte = await banc.lire(seconde.id, destinataire("MSP-2"));
    expect(rouverte?.statut).toBe("ENVOYEE");
    expect(await banc.lire(seconde.id, EQUIPE)).toMatchObject({ besoin: { statut: "EN_ORIENTATION" } });
  });
});

describe("Qui est sollicité l'apprend aussi", () => {
  const envoyeesDe = async ({ dossierId }: Envoi, type: string) =>
    (
      await banc.sousGraphe.interroger<{ envoyees: string[] }>(
        `select charge -> 'envoyees' as envoyees from parcours.a_publier where dossier_id = '${dossierId}' and type = '${type}' order by id`,
      )
    ).map(({ envoyees }) => envoyees);

  it("à l'envoi, et quand le besoin va à d'autres", async () => {
    const envoi = await envoyer(["MSP-1", "MSP-2"]);
    expect(await envoyeesDe(envoi, "ORIENTER")).toEqual([envoi.orientations.map(({ id }) => id)]);
    const refusee = await banc.reussir("refuser", rang(envoi, 0), MSP, ", motif: CAPACITE_ATTEINTE");
    const suite = (await banc.agir("reorienter", refusee, EQUIPE, ', destinataires: [{ structureId: "MSP-3" }]')) as {
      data?: { rendu: { id: string }[] };
    };
    expect(await envoyeesDe(envoi, "ORIENTATION_REORIENTER")).toEqual([suite.data?.rendu.map(({ id }) => id)]);
  });
});

describe("L'histoire d'un dossier", () => {
  it("dit de quelle orientation il s'agit, à qui peut la voir", async () => {
    const envoi = await envoyer(["MSP-1", "MSP-2"]);
    await banc.reussir("accepter", rang(envoi, 0), MSP);
    const { data } = await banc.sousGraphe.demander(
      "query($id: ID!) { parcours(id: $id) { evenements { edges { node { type acteur { libelle } orientation { id statut } } } } } }",
      { id: envoi.dossierId },
      EQUIPE,
    );
    const { edges } = (data as { parcours: { evenements: { edges: { node: object }[] } } }).parcours.evenements;
    expect(edges.map(({ node }) => node).slice(-3)).toMatchObject([
      { type: "ORIENTER", orientation: null },
      { type: "ORIENTATION_ACCEPTER", orientation: { id: rang(envoi, 0).id, statut: "ACCEPTEE" } },
      {
        type: "ORIENTATION_RETIRER",
        acteur: { libelle: "le service" },
        orientation: { id: rang(envoi, 1).id, statut: "RETIREE" },
      },
    ]);
  });
});
