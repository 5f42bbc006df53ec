import { setTimeout as attendre } from "node:timers/promises";
import { type Database, openDatabase } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faireLesEcheances } from "../src/echeance/faire-les-echeances.action.ts";
import { EQUIPE } from "./dossiers-de-test.ts";
import {
  annuaireDesDestinataires,
  cle,
  destinataire,
  dossierDuBesoin,
  orienter,
  ouvrirBesoin,
} from "./orientations-de-test.ts";
import { ouvrirServeurMortel, type ServeurMortel } from "./serveur-mortel.ts";
import { ouvrirAToulouse, type Reponse, type SousGrapheDeTest } from "./sous-graphe.ts";

const ECRIVAINS = 6;
const NOTES_PAR_ECRIVAIN = 30;
const MORTS = 3;
const ESSAIS = 600;
const TROP_TARD = new Date("2999-01-01T00:00:00Z");
const DESTINATAIRES = Array.from({ length: 20 }, (_, rang) => `MSP-${rang + 1}`);

let serveur: ServeurMortel;
let sousGraphe: SousGrapheDeTest;
let horloge: Database;
beforeAll(async () => {
  serveur = await ouvrirServeurMortel();
  sousGraphe = await ouvrirAToulouse(annuaireDesDestinataires, { services: 2, base: serveur.base });
  horloge = await openDatabase({ url: sousGraphe.url, schema: "parcours", applicationName: "horloge" });
});
afterAll(async () => {
  await horloge.close();
  await sousGraphe.fermer();
});

/** Asks until there is an answer, as a client does, under the same key: only an absent database makes it ask again. */
async function insister(demander: () => Promise<Reponse>): Promise<Reponse> {
  for (let essai = 0; essai < ESSAIS; essai += 1) {
    const reponse = await demander();
    if (reponse.errors?.[0]?.extensions?.code !== "SUBGRAPH_UNAVAILABLE") return reponse;
    await attendre(50);
  }
  throw new Error("the database never came back");
}
const noter = (id: string, texte: string, sous: string) =>
  insister(() =>
    sousGraphe.demander(
      "mutation($id: ID!, $texte: String!, $cle: ID!) { ajouterNote(parcoursId: $id, texte: $texte, cleIdempotence: $cle) { id } }",
      { id, texte, cle: sous },
      EQUIPE,
    ),
  );
const types = async (table: string, dossierId: string, type: string) =>
  sousGraphe.interroger(`select from parcours.${table} where dossier_id = '${dossierId}' and type = '${type}'`);

describe("PostgreSQL tué trois fois en pleine écriture", () => {
  it("garde une fois chaque écriture acquittée, et la même clé redit la même réponse", async () => {
    const { id } = await dossierDuBesoin(sousGraphe, (await ouvrirBesoin(sousGraphe)).id);
    const ecrites: { texte: string; sous: string; reponse: Reponse }[] = [];
    const ecrivain = async (nom: number) => {
      for (let rang = 0; rang < NOTES_PAR_ECRIVAIN; rang += 1) {
        const [texte, sous] = [`note ${nom}-${rang}`, cle()];
        ecrites.push({ texte, sous, reponse: await noter(id, texte, sous) });
      }
    };
    let finis = false;
    const bourreau = async () => {
      for (let mort = 1; mort <= MORTS; mort += 1) {
        const seuil = (mort * ECRIVAINS * NOTES_PAR_ECRIVAIN) / (MORTS + 1);
        while (ecrites.length < seuil && !finis) await attendre(5);
        expect(finis).toBe(false);
        await serveur.tuerPuisRelancer();
      }
    };
    const ecrivains = Promise.all(Array.from({ length: ECRIVAINS }, (_, nom) => ecrivain(nom))).finally(() => {
      finis = true;
    });
    await Promise.all([ecrivains, bourreau()]);

    for (const { reponse } of ecrites) expect(reponse).toEqual({ data: { ajouterNote: { id } } });
    const { data } = await sousGraphe.demander(
      "query($id: ID!) { parcours(id: $id) { notes { texte } } }",
      { id },
      EQUIPE,
    );
    const { notes: gardees } = (data as { parcours: { notes: { texte: string }[] } }).parcours;
    expect(gardees.map(({ texte }) => texte).toSorted()).toEqual(ecrites.map(({ texte }) => texte).toSorted());
    for (const table of ["evenement", "a_publier"])
      expect(await types(table, id, "NOTER")).toHaveLength(ECRIVAINS * NOTES_PAR_ECRIVAIN);
    for (const { texte, sous, reponse } of ecrites.slice(0, 10)) expect(await noter(id, texte, sous)).toEqual(reponse);
    expect(await types("evenement", id, "NOTER")).toHaveLength(ECRIVAINS * NOTES_PAR_ECRIVAIN);
  });

  it("tient chaque échéance une fois, et n'a qu'un gagnant d'une diffusion", async () => {
    const [echue, disputee] = await Promise.all(
      [0, 1].map(async () => {
        const besoin = await ouvrirBesoin(sousGraphe);
        const { data } = await orienter(sousGraphe, besoin, DESTINATAIRES);
        const { id: dossier } = await dossierDuBesoin(sousGraphe, besoin.id);
        return { dossier, orientations: (data as { orienter: { id: string }[] }).orienter };
      }),
    );
    if (echue === undefined || disputee === undefined) throw new Error("two were sent");
    const accepter = (id: string, structureId: string, sous = cle()) =>
      insister(() =>
        sousGraphe.demander(
          "mutation($id: ID!, $cle: ID!) { accepter(orientationId: $id, version: 1, cleIdempotence: $cle) { id } }",
          { id, cle: sous },
          destinataire(structureId),
        ),
      );
    const acceptations = Promise.all(
      disputee.orientations.map(({ id }, rang) => accepter(id, DESTINATAIRES[rang] ?? "")),
    );
    const mort = serveur.tuerPuisRelancer();
    const reponses = await acceptations;
    await mort;
    expect(reponses.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    expect(await types("evenement", disputee.dossier, "ORIENTATION_ACCEPTER")).toHaveLength(1);

    const passes = Array.from({ length: 4 }, () => faireLesEcheances(horloge, TROP_TARD).catch(() => undefined));
    await serveur.tuerPuisRelancer();
    await Promise.all(passes);
    for (let essai = 0; essai < ESSAIS; essai += 1) {
      const passe = await faireLesEcheances(horloge, TROP_TARD).catch(() => undefined);
      if (passe?.echues === 0) break;
    }
    for (const table of ["evenement", "a_publier"])
      expect(await types(table, echue.dossier, "ORIENTATION_ECHOIR")).toHaveLength(DESTINATAIRES.length);
  });
});
