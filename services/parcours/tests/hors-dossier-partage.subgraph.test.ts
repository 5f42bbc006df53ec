import { openDatabase } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { direLesTermes } from "../src/echeance/dire-les-termes.action.ts";
import {
  type BancHorsDossier,
  CPTS,
  erreurDe,
  MEDECIN,
  ouvrirBancHorsDossier,
  POUR_LA_MSP,
  rendre,
  SECRETARIAT,
} from "./banc-hors-dossier.ts";
import { consentir, muterAvec } from "./cercles-de-test.ts";
import { EQUIPE, PASSANT } from "./dossiers-de-test.ts";
import { cle, destinataire, orienter, ouvrirBesoin } from "./orientations-de-test.ts";

let banc: BancHorsDossier;
beforeAll(async () => {
  banc = await ouvrirBancHorsDossier();
});
afterAll(() => banc.fermer());

const MSP = destinataire("MSP-1");
const retirer = (besoinId: string, consentementId: string, acteur = CPTS) =>
  muterAvec(
    banc.sousGraphe,
    "retirerConsentementHorsDossier",
    `besoinId: "${besoinId}", consentementId: "${consentementId}"`,
    acteur,
    "consentements { statut }",
  );
interface AvecConsentements {
  readonly consentements: readonly { readonly id: string }[];
}
const premier = ({ consentements: [un] }: AvecConsentements): string => un?.id ?? "";

describe("Le partage d'une orientation hors dossier", () => {
  const VUE = "fondement message usager { age identite { nomNaissance ins { matricule } } }";
  const NOMMEE = { age: expect.any(Number), identite: { nomNaissance: "ZEPHIRIN-EXEMPLE", ins: expect.anything() } };

  it("nomme la personne à qui elle consent, après qu'il accepte, et plus dès qu'elle retire", async () => {
    const besoin = await banc.ajouter();
    const consentement = premier(rendre<AvecConsentements>(await banc.recueillir(besoin, POUR_LA_MSP)));
    const envoyee = await banc.envoyerUne(besoin, { message: "Mme Zéphirin vous attend." });
    expect(await banc.lire("orientation", envoyee.id, VUE, MSP)).toEqual({
      fondement: "CONSENTEMENT",
      message: null,
      usager: null,
    });
    await banc.reussir("accepter", envoyee, MSP);
    expect(await banc.lire("orientation", envoyee.id, VUE, MSP)).toEqual({
      fondement: "CONSENTEMENT",
      message: "Mme Zéphirin vous attend.",
      usager: NOMMEE,
    });
    expect(rendre(await retirer(besoin.id, consentement))).toEqual({ consentements: [{ statut: "RETIRE" }] });
    expect(await banc.lire("orientation", envoyee.id, VUE, MSP)).toEqual({
      fondement: "SANS_DONNEE_NOMINATIVE",
      message: null,
      usager: null,
    });
  });

  it.each([CPTS, MEDECIN])(
    "s'arrête au terme de son accord, que l'histoire dit une fois (porteur %#)",
    async (porteur) => {
      const besoin = await banc.ajouter(porteur);
      const terme = new Date(Date.now() + 86_400_000);
      rendre(await banc.recueillir(besoin, { ...POUR_LA_MSP, valableJusquAu: terme.toISOString() }, porteur));
      const envoyee = await banc.envoyerUne(besoin, {}, porteur);
      await banc.reussir("accepter", envoyee, MSP);
      expect(await banc.lire("orientation", envoyee.id, VUE, MSP)).toMatchObject({ usager: NOMMEE });
      const dossierId = await banc.cache(besoin);
      const horloge = await openDatabase({ url: banc.sousGraphe.url, schema: "parcours", applicationName: "horloge" });
      for (let fois = 0; fois < 2; fois += 1) await direLesTermes(horloge, terme);
      await horloge.close();
      expect(
        await banc.sousGraphe.interroger(
          `select type from parcours.evenement where dossier_id = '${dossierId}' and type = 'CONSENTEMENT_EXPIRER'`,
        ),
      ).toHaveLength(1);
      await banc.sousGraphe.interroger(
        `update parcours.consentement set valable_jusqu_au = now() where dossier_id = '${dossierId}'`,
      );
      expect(await banc.lire("orientation", envoyee.id, VUE, MSP)).toEqual({
        fondement: "SANS_DONNEE_NOMINATIVE",
        message: null,
        usager: null,
      });
      expect(await banc.lire("besoin", besoin.id, "consentements { statut }", porteur)).toEqual({
        consentements: [{ statut: "EXPIRE" }],
      });
    },
  );

  it("laisse au journal chaque lecture de ce qui nomme, en chaîne, avec qui a lu", async () => {
    const besoin = await banc.ajouter(MEDECIN);
    await banc.recueillir(besoin, POUR_LA_MSP, MEDECIN);
    const envoyee = await banc.envoyerUne(besoin, {}, MEDECIN);
    await banc.reussir("accepter", envoyee, MSP);
    await banc.lire("orientation", envoyee.id, VUE, MSP);
    await banc.lire("besoin", besoin.id, "usager { adresse { lignes } }", SECRETARIAT);
    const traces = await banc.sousGraphe.interroger<{ precedente: string; empreinte: string }>(
      `select objet, acteur ->> 'sub' as sub, acteur ->> 'pourLeCompteDe' as pour, precedente, empreinte
       from parcours.trace_acces where dossier_id = '${await banc.cache(besoin)}' order by id`,
    );
    expect(traces).toMatchObject([
      { objet: "IDENTITE", sub: "de-MSP-1", pour: null, precedente: "" },
      { objet: "ADRESSE", sub: "secretariat", pour: "889900000079", precedente: traces[0]?.empreinte },
    ]);
  });

  it("refuse un message qui nomme, pour un destinataire sans fondement", async () => {
    const besoin = await banc.ajouter();
    await banc.recueillir(besoin, POUR_LA_MSP);
    const refus = await orienter(banc.sousGraphe, besoin, ["MSP-1", "MSP-2"], { message: "Mme Zéphirin." }, CPTS);
    expect(erreurDe(refus)).toMatchObject({
      code: "RULE_NOT_MET",
      regle: "FONDEMENT_DU_PARTAGE",
      conditions: [{ code: "DESTINATAIRE_1", verdict: "NON" }],
    });
  });

  it("se fait aussi pour une personne hors d'état de dire sa volonté, sauf à qui elle s'oppose", async () => {
    const besoin = await banc.ajouter();
    await banc.recueillir(besoin, { nature: "PERSONNE_HORS_D_ETAT", exprimePar: null });
    const [une, autre] = await banc.envoyer(besoin, ["MSP-1", "MSP-2"]);
    await banc.recueillir(besoin, { statut: "REFUSE", destinataires: [{ structureId: "MSP-2" }] });
    expect(await banc.lire("orientation", une?.id ?? "", "fondement", CPTS)).toEqual({
      fondement: "PERSONNE_HORS_D_ETAT",
    });
    expect(await banc.lire("orientation", autre?.id ?? "", "fondement", CPTS)).toEqual({
      fondement: "SANS_DONNEE_NOMINATIVE",
    });
  });

  it("se recueille par le porteur, dont le besoin dit ce qui est en vigueur", async () => {
    const besoin = await banc.ajouter();
    const aBlanc = await banc.sousGraphe.demander(
      `mutation($cle: ID!) { rendu: recueillirConsentementHorsDossier(input: { besoinId: "${besoin.id}", nature: NON_OPPOSITION, statut: REFUSE, exprimePar: PERSONNE, mode: ORAL, recueilliLe: "2026-01-01T00:00:00Z" }, cleIdempotence: $cle, aBlanc: true) { id } }`,
      { cle: cle() },
      CPTS,
    );
    expect(rendre(aBlanc)).toEqual({ id: besoin.id });
    expect(rendre(await banc.recueillir(besoin, POUR_LA_MSP))).toMatchObject({
      id: besoin.id,
      consentements: [
        {
          statut: "DONNE",
          destinataires: [{ structure: { id: "MSP-1" } }],
          recueilliPar: { structure: { id: "CPTS-1" } },
        },
      ],
    });
    expect(await banc.lire("besoin", besoin.id, "consentements { id }", MSP)).toBeNull();
  });

  it.each<[string, object, object]>([
    ["un oui pour personne", {}, { code: "BAD_USER_INPUT", champ: "input.destinataires" }],
    ["un oui à venir", { ...POUR_LA_MSP, recueilliLe: "2100-01-01T00:00:00Z" }, { champ: "input.recueilliLe" }],
    ["un oui que personne n'a dit", { ...POUR_LA_MSP, exprimePar: null }, { champ: "input.exprimePar" }],
    [
      "un destinataire inconnu",
      { destinataires: [{ structureId: "INCONNUE" }] },
      { code: "NOT_FOUND", champ: "input.destinataires[0].structureId" },
    ],
  ])("n'est pas recueilli quand il est faux : %s", async (_cas, ecart, attendu) => {
    expect(erreurDe(await banc.recueillir(await banc.ajouter(), ecart))).toMatchObject(attendu);
  });

  it("ne s'écrit ni ne se retire par un autre que le porteur : comme si le besoin n'existait pas", async () => {
    const besoin = await banc.ajouter();
    const consentement = premier(rendre<AvecConsentements>(await banc.recueillir(besoin, POUR_LA_MSP)));
    const absent = "00000000-0000-4000-8000-000000000000";
    await banc.envoyerUne(besoin);
    for (const acteur of [EQUIPE, MSP, MEDECIN, PASSANT, destinataire("CPTS-2")]) {
      const vus = [await banc.recueillir(besoin, POUR_LA_MSP, acteur), await retirer(besoin.id, consentement, acteur)];
      expect(vus).toEqual([
        await banc.recueillir({ id: absent }, POUR_LA_MSP, acteur),
        await retirer(absent, consentement, acteur),
      ]);
      expect(vus.map(erreurDe)).toMatchObject([
        { code: "NOT_FOUND", champ: "input.besoinId" },
        { code: "NOT_FOUND", champ: "besoinId" },
      ]);
    }
    expect(erreurDe(await retirer(besoin.id, absent))).toMatchObject({ code: "NOT_FOUND", champ: "consentementId" });
  });

  it("d'un besoin de dossier reste au dossier, et ne passe pas par lui hors dossier", async () => {
    const besoin = await ouvrirBesoin(banc.sousGraphe);
    expect(erreurDe(await banc.recueillir(besoin, POUR_LA_MSP, EQUIPE))).toMatchObject({
      code: "BAD_USER_INPUT",
      champ: "input.besoinId",
    });
    const cache = await banc.cache(await banc.ajouter());
    expect(erreurDe(await consentir(banc.sousGraphe, cache))).toMatchObject({ code: "NOT_FOUND", champ: "parcoursId" });
    expect(await banc.lire("besoin", besoin.id, "usager { id } consentements { id } parcours { id }", EQUIPE)).toEqual({
      usager: null,
      consentements: [],
      parcours: { id: await banc.cache(besoin) },
    });
  });
});
