import { type Database, openDatabase } from "@coordination/database";
import type { Acteur } from "@coordination/server-kit";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faireLesEcheances } from "../src/echeance/faire-les-echeances.action.ts";
import { EQUIPE } from "./dossiers-de-test.ts";
import { lireHistoire, rejouer } from "./etats/rejouer.ts";
import {
  annuaireDesDestinataires,
  cle,
  destinataire,
  dossierDuBesoin,
  orienter,
  ouvrirBesoin,
} from "./orientations-de-test.ts";
import { ouvrirAToulouse, type Reponse, type SousGrapheDeTest } from "./sous-graphe.ts";

/** Works for both teams, so that a transfer never hides the case from it. */
const DES_DEUX_EQUIPES: Acteur = { ...EQUIPE, structures: ["DAC-A", "DAC-B"] };
const DESTINATAIRES = ["MSP-1", "MSP-2", "MSP-3", "MSP-4"] as const;
/** What a client may be told of a write that came too late; BAD_USER_INPUT, of a transfer to the team that already has the case. */
const REFUS = ["RULE_NOT_MET", "VERSION_CONFLICT", "BAD_USER_INPUT"];
const TROP_TARD = new Date("2999-01-01T00:00:00Z");

let sousGraphe: SousGrapheDeTest;
let horloge: Database;
beforeAll(async () => {
  sousGraphe = await ouvrirAToulouse(annuaireDesDestinataires, { services: 2 });
  horloge = await openDatabase({ url: sousGraphe.url, schema: "parcours", applicationName: "horloge" });
});
afterAll(async () => {
  await horloge.close();
  await sousGraphe.fermer();
});

interface Dossier {
  readonly id: string;
  readonly besoin: { readonly id: string };
  readonly orientations: readonly { readonly id: string }[];
}

/** A case whose need is sent to four at once. */
async function ouvrir(): Promise<Dossier> {
  const besoin = await ouvrirBesoin(sousGraphe);
  const { data } = await orienter(sousGraphe, besoin, DESTINATAIRES);
  const dossier = await dossierDuBesoin(sousGraphe, besoin.id);
  return { id: dossier.id, besoin, orientations: (data as { orienter: { id: string }[] }).orienter };
}

const versionDe = async (table: string, id: string): Promise<number> => {
  const [ligne] = await sousGraphe.interroger<{ version: number }>(
    `select version from parcours.${table} where id = '${id}'`,
  );
  return ligne?.version ?? 0;
};

type Ecriture = (dossier: Dossier) => Promise<Reponse>;
const surLeDossier =
  (mutation: string, argument: string): Ecriture =>
  async ({ id }) =>
    sousGraphe.demander(
      `mutation($id: ID!, $version: Int!, $cle: ID!) { ${mutation}(parcoursId: $id, version: $version, cleIdempotence: $cle, ${argument}) { id } }`,
      { id, version: await versionDe("dossier", id), cle: cle() },
      DES_DEUX_EQUIPES,
    );
const surLOrientation =
  (mutation: string, rang: number, argument = "", equipe = false): Ecriture =>
  async ({ orientations }) => {
    const id = orientations[rang]?.id ?? "";
    return sousGraphe.demander(
      `mutation($id: ID!, $version: Int!, $cle: ID!) { ${mutation}(orientationId: $id, version: $version, cleIdempotence: $cle${argument}) { id } }`,
      { id, version: await versionDe("orientation", id), cle: cle() },
      equipe ? DES_DEUX_EQUIPES : destinataire(DESTINATAIRES[rang] ?? ""),
    );
  };
const renvoyer: Ecriture = async ({ besoin: { id } }) =>
  sousGraphe.demander(
    `mutation($input: OrienterInput!, $cle: ID!) { orienter(input: $input, cleIdempotence: $cle) { id } }`,
    {
      input: {
        besoinId: id,
        version: await versionDe("besoin", id),
        mode: "SIMPLE",
        destinataires: [{ structureId: "MSP-5" }],
      },
      cle: cle(),
    },
    DES_DEUX_EQUIPES,
  );

const rang = fc.nat(DESTINATAIRES.length - 1);
const nomme = <Rendu extends Ecriture>(nom: string, ecriture: Rendu) =>
  Object.assign(ecriture, { toString: () => nom });
/** Everything that writes to a case and to its referrals, from both ends. */
const ecriture: fc.Arbitrary<Ecriture> = fc.oneof(
  fc
    .constantFrom("DAC-A", "DAC-B")
    .map((dac) =>
      nomme(`transférer à ${dac}`, surLeDossier("transfererParcours", `dacId: "${dac}", motif: "déménagement"`)),
    ),
  fc.constant(nomme("désigner un référent", surLeDossier("designerReferent", 'professionnelId: "889900000012"'))),
  rang.map((r) => nomme(`accuser ${r}`, surLOrientation("accuserReception", r))),
  rang.map((r) => nomme(`accepter ${r}`, surLOrientation("accepter", r))),
  rang.map((r) => nomme(`refuser ${r}`, surLOrientation("refuser", r, ", motif: CAPACITE_ATTEINTE"))),
  rang.map((r) => nomme(`se désister ${r}`, surLOrientation("seDesister", r, ", motif: DEJA_SUIVI"))),
  rang.map((r) => nomme(`mettre en liste ${r}`, surLOrientation("mettreEnListeAttente", r, ", delaiJours: 9"))),
  rang.map((r) => nomme(`annuler ${r}`, surLOrientation("annuler", r, ', motif: "trouvé ailleurs"', true))),
  rang.map((r) =>
    nomme(`réorienter ${r}`, surLOrientation("reorienter", r, ', destinataires: [{ structureId: "MSP-6" }]', true)),
  ),
  fc.constant(nomme("orienter de nouveau", renvoyer)),
  fc.constant(nomme("clôturer", surLeDossier("cloturerParcours", "motif: DECES"))),
);

const orientationsDe = (dossierId: string): Promise<{ readonly id: string; readonly statut: string }[]> =>
  sousGraphe.interroger(`select id, statut from parcours.orientation where dossier_id = '${dossierId}'`);

/** How many events somebody caused by asking; the service adds its own: the clock, and what one act makes of other referrals. */
async function faitsParQuelquUn(dossierId: string): Promise<number> {
  const evenements = await sousGraphe.interroger(
    `select from parcours.evenement where dossier_id = '${dossierId}' and acteur ->> 'sub' <> 'service'`,
  );
  return evenements.length;
}

describe("Les écritures d'un dossier", () => {
  it("faites toutes ensemble, dans deux processus, passent ou disent pourquoi : aucune n'en bloque une autre", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(ecriture, { minLength: 8, maxLength: 16 }), fc.boolean(), async (ecritures, passe) => {
        const dossier = await ouvrir();
        const { histoire: avant } = await lireHistoire(sousGraphe, dossier.id);
        const [reponses] = await Promise.all([
          Promise.all(ecritures.map((ecrire) => ecrire(dossier))),
          passe ? faireLesEcheances(horloge, TROP_TARD) : undefined,
        ]);
        for (const { errors = [] } of reponses)
          for (const { extensions } of errors) expect(REFUS).toContain(extensions?.code);
        const reussies = reponses.filter(({ errors }) => errors === undefined).length;
        const { histoire, aPublier } = await lireHistoire(sousGraphe, dossier.id);
        expect(await faitsParQuelquUn(dossier.id)).toBe(avant.length + reussies);
        const orientations = await orientationsDe(dossier.id);
        expect(orientations.map(({ id }) => [id, rejouer(histoire, id)])).toEqual(
          orientations.map(({ id, statut }) => [id, statut]),
        );
        expect(aPublier).toEqual(histoire);
      }),
      { numRuns: 12 },
    );
  });
});
