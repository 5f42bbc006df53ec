import { type Database, openDatabase } from "@coordination/database";
import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faireLesEcheances } from "../src/echeance/faire-les-echeances.action.ts";
import {
  type BancHorsDossier,
  type Besoin,
  CPTS,
  erreurDe,
  MEDECIN,
  MEDECIN_ID,
  ouvrirBancHorsDossier,
  rendre,
  SECRETARIAT,
} from "./banc-hors-dossier.ts";
import { KINE_ID, muter } from "./cercles-de-test.ts";
import { EQUIPE } from "./dossiers-de-test.ts";
import { lireHistoire, rejouer } from "./etats/rejouer.ts";
import { destinataire, KINE, ORIENTATION, type Orientation, orienter } from "./orientations-de-test.ts";
import { saisie } from "./questions.ts";

let banc: BancHorsDossier;
let horloge: Database;
beforeAll(async () => {
  banc = await ouvrirBancHorsDossier();
  horloge = await openDatabase({ url: banc.sousGraphe.url, schema: "parcours", applicationName: "horloge" });
});
afterAll(async () => {
  await horloge.close();
  await banc.fermer();
});

const MSP = destinataire("MSP-1");
const PORTEURS: readonly (readonly [string, Acteur])[] = [
  ["une CPTS", CPTS],
  ["un professionnel", MEDECIN],
  ["un secrétariat", SECRETARIAT],
  ["un DAC", EQUIPE],
];
interface Vue {
  readonly id: string;
  readonly statut: string;
  readonly structureId: string;
}
/** The referrals of a need, as the base holds them; their story, published too, leads each of them where it is. */
async function etatDe(besoin: Besoin): Promise<readonly (readonly [structure: string, statut: string])[]> {
  const orientations = await banc.sousGraphe.interroger<Vue>(
    `select id, statut, structure_id as "structureId" from parcours.orientation where besoin_id = '${besoin.id}' order by envoyee_le, structure_id`,
  );
  const { histoire, aPublier } = await lireHistoire(banc.sousGraphe, await banc.cache(besoin));
  expect(aPublier).toEqual(histoire);
  expect(orientations.map(({ id }) => rejouer(histoire, id))).toEqual(orientations.map(({ statut }) => statut));
  return orientations.map(({ structureId, statut }) => [structureId, statut]);
}
const enListe = async (
  mutation: string,
  { id }: Orientation,
  acteur: Acteur,
  structures: readonly string[],
): Promise<Orientation[]> => {
  const { version } = (await banc.lire("orientation", id, "version", acteur)) as Orientation;
  const vers = structures.map((structureId) => `{ structureId: "${structureId}" }`).join(", ");
  return rendre(
    await banc.sousGraphe.demander(
      `mutation($cle: ID!) { rendu: ${mutation}(orientationId: "${id}", version: ${version}, destinataires: [${vers}], cleIdempotence: $cle) { ${ORIENTATION} emetteur { structure { id } professionnel { id } pourLeCompteDe { id } } } }`,
      { cle: `suite-${mutation}-${id}` },
      acteur,
    ),
  );
};
const lu = async (id: string, acteur: Acteur): Promise<Orientation> =>
  (await banc.lire("orientation", id, ORIENTATION, acteur)) as Orientation;

describe.each(PORTEURS)("Portée par %s, une orientation hors dossier", (_porteur, porteur) => {
  it("se refuse et se réadresse en une action, à la suite de la première", async () => {
    const besoin = await banc.ajouter(porteur);
    const envoyee = await banc.envoyerUne(besoin, {}, porteur);
    await banc.reussir("refuser", envoyee, MSP, ", motif: CAPACITE_ATTEINTE");
    expect((await lu(envoyee.id, porteur)).actionsPossibles).toEqual(["REORIENTER"]);
    expect(await enListe("reorienter", envoyee, porteur, ["MSP-2"])).toMatchObject([
      {
        statut: "ENVOYEE",
        diffusion: envoyee.diffusion,
        emetteur: { structure: porteur.structures.length > 0 ? { id: porteur.structures[0] } : null },
      },
    ]);
    expect(await etatDe(besoin)).toEqual([
      ["MSP-1", "REFUSEE"],
      ["MSP-2", "ENVOYEE"],
    ]);
  });

  it("à plusieurs, va au premier qui accepte ; les autres sont retirés, et sollicités de nouveau s'il se désiste", async () => {
    const besoin = await banc.ajouter(porteur);
    const [une] = await banc.envoyer(besoin, ["MSP-1", "MSP-2", "MSP-3"], {}, porteur);
    const acceptee = await banc.reussir("accepter", une as Orientation, MSP);
    expect(await etatDe(besoin)).toEqual([
      ["MSP-1", "ACCEPTEE"],
      ["MSP-2", "RETIREE"],
      ["MSP-3", "RETIREE"],
    ]);
    await banc.reussir("seDesister", acceptee, MSP, ", motif: DEJA_SUIVI");
    expect(await etatDe(besoin)).toEqual([
      ["MSP-1", "DESISTEE"],
      ["MSP-2", "ENVOYEE"],
      ["MSP-3", "ENVOYEE"],
    ]);
  });

  it("en cascade, passe au suivant au refus, puis au silence ; l'horloge relance et échoit une fois", async () => {
    const besoin = await banc.ajouter(porteur);
    const [une] = await banc.envoyer(besoin, ["MSP-1", "MSP-2", "MSP-3"], { mode: "CASCADE" }, porteur);
    await banc.reussir("refuser", une as Orientation, MSP, ", motif: CAPACITE_ATTEINTE");
    expect(await etatDe(besoin)).toEqual([
      ["MSP-1", "REFUSEE"],
      ["MSP-2", "ENVOYEE"],
    ]);
    const [deuxieme] = await banc.sousGraphe.interroger<{ fin: Date; moitie: Date }>(
      `select repondre_avant as fin, relancer_le as moitie from parcours.orientation where besoin_id = '${besoin.id}' and structure_id = 'MSP-2'`,
    );
    await faireLesEcheances(horloge, deuxieme?.moitie ?? new Date(0));
    await faireLesEcheances(horloge, deuxieme?.fin ?? new Date(0));
    await faireLesEcheances(horloge, deuxieme?.fin ?? new Date(0));
    expect(await etatDe(besoin)).toEqual([
      ["MSP-1", "REFUSEE"],
      ["MSP-2", "SANS_REPONSE"],
      ["MSP-3", "ENVOYEE"],
    ]);
  });

  it("se questionne, se prend en charge et se termine ; le besoin est couvert", async () => {
    const besoin = await banc.ajouter(porteur);
    const envoyee = await banc.envoyerUne(besoin, {}, porteur);
    const questionnee = await banc.reussir("demanderComplement", envoyee, MSP, ', question: "Avec ascenseur ?"');
    const repondue = await banc.reussir("repondreComplement", questionnee, porteur, ', reponse: "Oui."');
    const acceptee = await banc.reussir("accepter", repondue, MSP);
    await banc.reussir("terminer", acceptee, MSP, ", issue: REALISEE");
    expect(await banc.lire("besoin", besoin.id, "statut", porteur)).toEqual({ statut: "COUVERT" });
    expect(await etatDe(besoin)).toEqual([["MSP-1", "TERMINEE"]]);
  });

  it("d'avis d'expert, se convertit en orientation, avec qui prescrit", async () => {
    const besoin = await banc.ajouter(porteur);
    const avis = { nature: "AVIS_EXPERT", prescripteurId: KINE_ID };
    const acceptee = await banc.reussir("accepter", await banc.envoyerUne(besoin, avis, porteur), MSP);
    await banc.reussir("terminer", acceptee, MSP, ', issue: REALISEE, synthese: "Avis donné."');
    const [suite] = await enListe("convertirAvis", acceptee, porteur, ["MSP-2"]);
    expect(await banc.lire("orientation", suite?.id ?? "", "nature prescripteur { id }", porteur)).toEqual({
      nature: "PRISE_EN_CHARGE",
      prescripteur: { id: KINE_ID },
    });
  });

  it("s'annule tant que rien n'a commencé, et son besoin abandonné l'emporte avec qui attendait son tour", async () => {
    const besoin = await banc.ajouter(porteur);
    await banc.reussir("annuler", await banc.envoyerUne(besoin, {}, porteur), porteur, ', motif: "trouvé ailleurs"');
    const version = async () =>
      ((await banc.lire("besoin", besoin.id, "version", porteur)) as { version: number }).version;
    await banc.envoyer({ ...besoin, version: await version() }, ["MSP-2", "MSP-3"], { mode: "CASCADE" }, porteur);
    const abandon = { besoinId: besoin.id, version: await version(), statut: "ABANDONNE" };
    expect(
      rendre(await muter(banc.sousGraphe, "modifierBesoin", "ModifierBesoinInput", abandon, porteur, "statut")),
    ).toEqual({ statut: "ABANDONNE" });
    expect(await etatDe(besoin)).toEqual([
      ["MSP-1", "ANNULEE"],
      ["MSP-2", "ANNULEE"],
    ]);
    const cache = await banc.cache(besoin);
    expect(
      await banc.sousGraphe.interroger(`select from parcours.cascade_en_attente where dossier_id = '${cache}'`),
    ).toEqual([]);
  });
});

describe("Une orientation hors dossier", () => {
  it.each<[string, object, object]>([
    ["à une CPTS", { structureId: "CPTS-2" }, { code: "RULE_NOT_MET", regle: "CIBLE_DE_SOINS" }],
    ["à un DAC", { structureId: "DAC-A" }, { code: "RULE_NOT_MET", regle: "CIBLE_DE_SOINS" }],
    ["au 15", { structureId: "SAMU-31" }, { code: "RULE_NOT_MET", regle: "CIBLE_DE_SOINS" }],
    ["à une structure fermée", { structureId: "MSP-FERMEE" }, { code: "BAD_USER_INPUT" }],
  ])("ne s'adresse pas %s", async (_cas, destinataires, attendu) => {
    const refus = await orienter(banc.sousGraphe, await banc.ajouter(), ["MSP-1"], { destinataires }, CPTS);
    expect(erreurDe(refus)).toMatchObject(attendu);
  });

  it("met en relation avec une CPTS quelqu'un sans médecin traitant", async () => {
    const criteres = { ...saisie, profil: { ...saisie.profil, sansMedecinTraitant: "OUI" } };
    const besoin = await banc.ajouter(MEDECIN, { criteres });
    const [contact] = await banc.envoyer(besoin, ["CPTS-2"], { nature: "MISE_EN_RELATION" }, MEDECIN);
    expect(contact?.statut).toBe("ENVOYEE");
  });

  it("a pour prescripteur le professionnel qui l'envoie lui-même ; jamais la coordinatrice d'un DAC", async () => {
    const connu: Acteur = { ...KINE, sub: "kine-porteur" };
    const besoin = await banc.ajouter(connu);
    const siens = await banc.envoyer(besoin, ["MSP-1"], { prescripteurId: KINE_ID }, connu);
    expect(siens).toHaveLength(1);
    const refus = await orienter(
      banc.sousGraphe,
      await banc.ajouter(EQUIPE),
      ["MSP-1"],
      { prescripteurId: "889900000012" },
      EQUIPE,
    );
    expect(erreurDe(refus)).toMatchObject({ regle: "PRESCRIPTEUR_DE_L_ENVOI" });
  });

  it("porte les numéros que le logiciel de chacun lui donne", async () => {
    const besoin = await banc.ajouter(MEDECIN);
    const referencesExternes = [{ systeme: "cabinet", identifiant: "42" }];
    const { id } = await banc.envoyerUne(besoin, { referencesExternes }, MEDECIN);
    const champs = "referencesExternes { systeme identifiant }";
    expect(await banc.lire("orientation", id, champs, MEDECIN)).toEqual({ referencesExternes });
    expect(await banc.lire("orientation", id, champs, MSP)).toEqual({ referencesExternes: [] });
  });

  it("dit qui l'envoie : le professionnel, ou celui pour qui l'on saisit, sans structure", async () => {
    const emetteur = "emetteur { professionnel { id } pourLeCompteDe { id } structure { id } }";
    const de = async (acteur: Acteur) =>
      banc.lire("orientation", (await banc.envoyerUne(await banc.ajouter(acteur), {}, acteur)).id, emetteur, MSP);
    const lui = { id: MEDECIN_ID };
    expect(await de(MEDECIN)).toEqual({ emetteur: { professionnel: lui, pourLeCompteDe: null, structure: null } });
    expect(await de(SECRETARIAT)).toEqual({ emetteur: { professionnel: null, pourLeCompteDe: lui, structure: null } });
  });
});
