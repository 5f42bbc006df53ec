import { openDatabase } from "@coordination/database";
import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { direLesTermes } from "../src/echeance/dire-les-termes.action.ts";
import {
  type BancHorsDossier,
  type Besoin,
  CPTS,
  erreurDe,
  MEDECIN,
  ouvrirBancHorsDossier,
  rendre,
  SECRETARIAT,
} from "./banc-hors-dossier.ts";
import { consentir, muter, muterAvec } from "./cercles-de-test.ts";
import { DEMANDE, EQUIPE, PASSANT } from "./dossiers-de-test.ts";
import { cle, destinataire, orienter, ouvrirBesoin } from "./orientations-de-test.ts";

let banc: BancHorsDossier;
beforeAll(async () => {
  banc = await ouvrirBancHorsDossier();
});
afterAll(() => banc.fermer());

const MSP = destinataire("MSP-1");
const POUR_LA_MSP = { destinataires: [{ structureId: "MSP-1" }] };
const recueillir = ({ id: besoinId }: Pick<Besoin, "id">, ecart: object = {}, acteur = CPTS) =>
  muter(
    banc.sousGraphe,
    "recueillirConsentementHorsDossier",
    "RecueillirConsentementHorsDossierInput",
    {
      besoinId,
      nature: "CONSENTEMENT_PREALABLE",
      statut: "DONNE",
      exprimePar: "PERSONNE",
      mode: "ORAL",
      recueilliLe: "2026-01-01T00:00:00Z",
      ...ecart,
    },
    acteur,
    "id consentements { id statut nature destinataires { structure { id } } recueilliPar { structure { id } } }",
  );
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
    const consentement = premier(rendre<AvecConsentements>(await recueillir(besoin, POUR_LA_MSP)));
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
      rendre(await recueillir(besoin, { ...POUR_LA_MSP, valableJusquAu: terme.toISOString() }, porteur));
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
    await recueillir(besoin, POUR_LA_MSP, MEDECIN);
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
    await recueillir(besoin, POUR_LA_MSP);
    const refus = await orienter(banc.sousGraphe, besoin, ["MSP-1", "MSP-2"], { message: "Mme Zéphirin." }, CPTS);
    expect(erreurDe(refus)).toMatchObject({
      code: "RULE_NOT_MET",
      regle: "FONDEMENT_DU_PARTAGE",
      conditions: [{ code: "DESTINATAIRE_1", verdict: "NON" }],
    });
  });

  it("se fait aussi pour une personne hors d'état de dire sa volonté, sauf à qui elle s'oppose", async () => {
    const besoin = await banc.ajouter();
    await recueillir(besoin, { nature: "PERSONNE_HORS_D_ETAT", exprimePar: null });
    const [une, autre] = await banc.envoyer(besoin, ["MSP-1", "MSP-2"]);
    await recueillir(besoin, { statut: "REFUSE", destinataires: [{ structureId: "MSP-2" }] });
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
    expect(rendre(await recueillir(besoin, POUR_LA_MSP))).toMatchObject({
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
      { code: "NOT_FOUND", champ: "input.destinataires.0.structureId" },
    ],
  ])("n'est pas recueilli quand il est faux : %s", async (_cas, ecart, attendu) => {
    expect(erreurDe(await recueillir(await banc.ajouter(), ecart))).toMatchObject(attendu);
  });

  it("ne s'écrit ni ne se retire par un autre que le porteur : comme si le besoin n'existait pas", async () => {
    const besoin = await banc.ajouter();
    const consentement = premier(rendre<AvecConsentements>(await recueillir(besoin, POUR_LA_MSP)));
    const absent = "00000000-0000-4000-8000-000000000000";
    await banc.envoyerUne(besoin);
    for (const acteur of [EQUIPE, MSP, MEDECIN, PASSANT, destinataire("CPTS-2")]) {
      const vus = [await recueillir(besoin, POUR_LA_MSP, acteur), await retirer(besoin.id, consentement, acteur)];
      expect(vus).toEqual([
        await recueillir({ id: absent }, POUR_LA_MSP, acteur),
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
    expect(erreurDe(await recueillir(besoin, POUR_LA_MSP, EQUIPE))).toMatchObject({
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

describe("La fiche de la personne d'un besoin hors dossier", () => {
  const modifier = (besoin: Besoin, usager: object, acteur = CPTS) =>
    muter(
      banc.sousGraphe,
      "modifierBesoin",
      "ModifierBesoinInput",
      { besoinId: besoin.id, version: besoin.version, usager },
      acteur,
      "version usager { identite { nomNaissance } }",
    );
  const RECTIFIEE = { ...DEMANDE.usager, nomNaissance: "ZEPHYRIN-EXEMPLE" };

  it("se rectifie par le porteur, en changeant le besoin", async () => {
    const besoin = await banc.ajouter();
    expect(rendre(await modifier(besoin, RECTIFIEE))).toEqual({
      version: 2,
      usager: { identite: { nomNaissance: "ZEPHYRIN-EXEMPLE" } },
    });
    expect(erreurDe(await modifier(besoin, RECTIFIEE))).toMatchObject({ code: "VERSION_CONFLICT" });
  });

  it("se refuse fausse, sur un besoin de dossier, et à qui ne le porte pas", async () => {
    const besoin = await banc.ajouter();
    expect(erreurDe(await modifier(besoin, { ...RECTIFIEE, prenoms: [] }))).toMatchObject({
      champ: "input.usager.prenoms",
    });
    expect(erreurDe(await modifier(besoin, RECTIFIEE, EQUIPE))).toMatchObject({ code: "NOT_FOUND" });
    expect(erreurDe(await modifier(await ouvrirBesoin(banc.sousGraphe), RECTIFIEE, EQUIPE))).toMatchObject({
      code: "BAD_USER_INPUT",
      champ: "input.usager",
    });
  });
});

describe("Le droit d'accès de la personne d'un besoin hors dossier", () => {
  const TRACES =
    "query($id: ID!, $after: String) { vu: tracesAccesHorsDossier(besoinId: $id, first: 1, after: $after) { edges { node { action objet acteur { structure { id } } } } pageInfo { endCursor hasNextPage } } }";
  const COPIE = "query($id: ID!) { vu: exporterHorsDossier(besoinId: $id) { contenu format } }";
  const lire = (question: string, id: string, acteur: Acteur, after: string | null = null) =>
    banc.sousGraphe.demander(question, { id, after }, acteur);
  const de = (structure: string) => ({ structure: { id: structure } });

  it("a une copie lisible de tout ce que l'on sait, et le journal de qui l'a lu, page par page", async () => {
    const besoin = await banc.ajouter();
    await recueillir(besoin, POUR_LA_MSP);
    await banc.reussir("accepter", await banc.envoyerUne(besoin), MSP);
    const { vu } = (await lire(COPIE, besoin.id, CPTS)).data as { vu: { contenu: string; format: string } };
    expect(vu.format).toBe("application/json");
    expect(JSON.parse(vu.contenu)).toMatchObject({
      personne: { nomNaissance: "ZEPHIRIN-EXEMPLE", ins: { matricule: "299990199900103" } },
      besoins: [{ id: besoin.id }],
      orientations: [{ statut: "ACCEPTEE", structureId: "MSP-1" }],
      consentements: [{ statut: "DONNE" }],
    });
    const [orientation] = await banc.sousGraphe.interroger<{ id: string }>(
      `select id from parcours.orientation where besoin_id = '${besoin.id}'`,
    );
    await banc.lire("orientation", orientation?.id ?? "", "usager { identite { nomNaissance } }", MSP);
    const premiere = (await lire(TRACES, besoin.id, CPTS)).data as { vu: { pageInfo: { endCursor: string } } };
    expect(premiere.vu).toMatchObject({
      edges: [{ node: { action: "EXPORTER", objet: "BESOIN", acteur: de("CPTS-1") } }],
      pageInfo: { hasNextPage: true },
    });
    expect((await lire(TRACES, besoin.id, CPTS, premiere.vu.pageInfo.endCursor)).data?.vu).toMatchObject({
      edges: [{ node: { action: "LIRE", objet: "IDENTITE", acteur: de("MSP-1") } }],
      pageInfo: { hasNextPage: false },
    });
  });

  it("passe par le porteur seul : pour les autres, et pour un besoin de dossier, rien n'existe", async () => {
    const absent = "00000000-0000-4000-8000-000000000000";
    const deDossier = (await ouvrirBesoin(banc.sousGraphe)).id;
    const horsDossier = (await banc.ajouter()).id;
    for (const question of [TRACES, COPIE]) {
      for (const [id, acteur] of [
        [horsDossier, MSP],
        [horsDossier, EQUIPE],
        [horsDossier, PASSANT],
        [deDossier, EQUIPE],
        [deDossier, CPTS],
      ] as const) {
        const reponse = await lire(question, id, acteur);
        expect(erreurDe(reponse)).toMatchObject({ code: "NOT_FOUND", champ: "besoinId" });
        expect(reponse).toEqual(await lire(question, absent, acteur));
      }
    }
  });
});

describe("Ce qui tient lieu de dossier à un besoin hors dossier", () => {
  it.each<[mutation: string, argument: string]>([
    ["ajouterNote", 'texte: "note"'],
    ["designerReferent", 'version: 1, professionnelId: "889900000012"'],
    ["cloturerParcours", "version: 1, motif: AUTRE"],
    ["rouvrirParcours", 'version: 1, motif: "rechute"'],
    ["transfererParcours", 'version: 1, dacId: "DAC-B", motif: "déménagement"'],
    ["accederEnBrisDeGlace", 'motif: "inconscient aux urgences"'],
    ["retirerConsentement", 'consentementId: "00000000-0000-4000-8000-000000000000"'],
  ])("n'est pas un dossier pour %s, même pour son porteur, même un DAC", async (mutation, argument) => {
    for (const [porteur, acteur] of [
      [CPTS, { ...CPTS, rpps: "89900000012" }],
      [EQUIPE, EQUIPE],
    ] as const) {
      const cache = await banc.cache(await banc.ajouter(porteur));
      const sur = (id: string) => muterAvec(banc.sousGraphe, mutation, `parcoursId: "${id}", ${argument}`, acteur);
      const vu = await sur(cache);
      expect(erreurDe(vu)).toMatchObject({ code: "NOT_FOUND", champ: "parcoursId" });
      expect(vu).toEqual(await sur("00000000-0000-4000-8000-000000000000"));
    }
  });

  it("n'a ni journal ni copie par le dossier, et n'en reçoit pas d'autre besoin", async () => {
    const cache = await banc.cache(await banc.ajouter(EQUIPE));
    for (const question of [
      "query($id: ID!) { tracesAcces(parcoursId: $id, first: 5) { edges { node { id } } } }",
      "query($id: ID!) { exporterDossier(parcoursId: $id) { contenu } }",
    ]) {
      const reponse = await banc.sousGraphe.demander(question, { id: cache }, EQUIPE);
      expect(erreurDe(reponse)).toMatchObject({ code: "NOT_FOUND" });
    }
    const autre = await banc.tenter(EQUIPE, { usager: null, parcoursId: cache }, cle());
    expect(erreurDe(autre)).toMatchObject({ code: "NOT_FOUND", champ: "parcoursId" });
  });
});
