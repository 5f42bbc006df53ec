import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BancDOrientations, MSP, ouvrirBancDOrientations } from "./banc-d-orientations.ts";
import { AUTRE_EQUIPE, EQUIPE, PASSANT } from "./dossiers-de-test.ts";
import { destinataire, KINE } from "./orientations-de-test.ts";

let banc: BancDOrientations;
beforeAll(async () => {
  banc = await ouvrirBancDOrientations();
});
afterAll(() => banc.fermer());

describe("Une orientation", () => {
  it("part de l'équipe vers une structure, qui lit l'aperçu et rien qui nomme ni qui situe", async () => {
    const envoyee = await banc.envoyerUne();
    expect(envoyee).toMatchObject({
      statut: "ENVOYEE",
      version: 1,
      actionsPossibles: ["ANNULER"],
      besoin: { statut: "EN_ORIENTATION" },
      destinataire: { structure: { id: "MSP-1" }, situation: null, equipe: null },
    });
    const recue = await banc.lire(envoyee.id, MSP);
    expect(recue).toMatchObject({
      apercu: {
        libelle: expect.stringMatching(/^Soins/),
        trancheAge: expect.stringMatching(/ans/),
        sexe: "MASCULIN",
        departement: "31",
      },
      messageAnonyme: "Passage le week-end.",
      besoin: null,
      parcours: null,
      actionsPossibles: ["ACCUSER_RECEPTION", "ACCEPTER", "REFUSER", "DEMANDER_COMPLEMENT", "METTRE_EN_LISTE_ATTENTE"],
    });
    expect(JSON.stringify(recue)).not.toMatch(/ZEPHIRIN|Odalric|31555|Toulouse/);
  });

  it("n'existe pas pour les autres, exactement comme celle qui n'existe pas", async () => {
    const { id } = await banc.envoyerUne();
    for (const acteur of [AUTRE_EQUIPE, PASSANT, destinataire("MSP-2")]) {
      expect(await banc.lire(id, acteur)).toBeNull();
      const entite = await banc.sousGraphe.demander(
        "query($r: [_Any!]!) { _entities(representations: $r) { ... on Orientation { statut apercu { libelle } } } }",
        { r: [{ __typename: "Orientation", id }] },
        acteur,
      );
      expect(entite).toEqual({ data: { _entities: [null] } });
      const reponse = await banc.agir(
        "accepter",
        { id, version: 1, statut: "", diffusion: "", actionsPossibles: [] },
        acteur,
      );
      expect(reponse.errors?.[0]?.extensions).toMatchObject({ code: "NOT_FOUND", champ: "orientationId" });
    }
  });

  it("s'accepte, commence et se termine ; le besoin est couvert", async () => {
    const envoyee = await banc.envoyerUne();
    const acceptee = await banc.reussir("accepter", envoyee, MSP, ', rendezVousLe: "2026-12-01T09:00:00Z"');
    expect(acceptee).toMatchObject({ statut: "ACCEPTEE", rendezVousLe: "2026-12-01T09:00:00.000Z" });
    expect(await banc.lire(envoyee.id, EQUIPE)).toMatchObject({ besoin: { statut: "COUVERT" } });
    const prise = await banc.reussir("demarrerPriseEnCharge", acceptee, MSP);
    expect(prise.statut).toBe("PRISE_EN_CHARGE");
    expect(await banc.reussir("terminer", prise, MSP, ", issue: REALISEE")).toMatchObject({
      statut: "TERMINEE",
      issue: "REALISEE",
      actionsPossibles: [],
    });
  });

  it("se refuse avec son motif, et le besoin redevient ouvert", async () => {
    const refusee = await banc.reussir("refuser", await banc.envoyerUne(), MSP, ", motif: CAPACITE_ATTEINTE");
    expect(refusee).toMatchObject({ statut: "REFUSEE", motifRefus: "CAPACITE_ATTEINTE" });
    expect(await banc.lire(refusee.id, EQUIPE)).toMatchObject({
      motifRefus: "CAPACITE_ATTEINTE",
      besoin: { statut: "OUVERT" },
    });
  });

  it("laisse poser une question, et la reçoit répondue", async () => {
    const question = await banc.reussir(
      "demanderComplement",
      await banc.envoyerUne(),
      MSP,
      ', question: "Avec ascenseur ?"',
    );
    expect(question).toMatchObject({ statut: "COMPLEMENT_DEMANDE", echanges: [{ texte: "Avec ascenseur ?" }] });
    const reponse = await banc.reussir("repondreComplement", question, EQUIPE, ', reponse: "Oui."');
    expect(reponse).toMatchObject({ statut: "RECUE", echanges: [{ texte: "Avec ascenseur ?" }, { texte: "Oui." }] });
  });

  it("attend en liste, puis s'annule tant que rien n'a commencé", async () => {
    const liste = await banc.reussir("mettreEnListeAttente", await banc.envoyerUne(), MSP, ", delaiJours: 15");
    expect(liste.statut).toBe("EN_LISTE_ATTENTE");
    expect((await banc.reussir("annuler", liste, EQUIPE, ', motif: "trouvé ailleurs"')).statut).toBe("ANNULEE");
  });

  it("va aussi à une personne dans son lieu, ou à une équipe de protocole", async () => {
    const [kine] = await banc.envoyer([], { mode: "SIMPLE", destinataires: [{ situationId: "SITUATION-KINE" }] });
    expect(await banc.lire(kine?.id ?? "", KINE)).toMatchObject({
      statut: "ENVOYEE",
      destinataire: { situation: { id: "SITUATION-KINE" } },
    });
    const [equipe] = await banc.envoyer([], { mode: "SIMPLE", destinataires: [{ equipeId: "EQUIPE-1" }] });
    expect(await banc.lire(equipe?.id ?? "", MSP)).toMatchObject({ destinataire: { equipe: { id: "EQUIPE-1" } } });
  });

  it("d'avis d'expert ne se termine qu'avec sa synthèse", async () => {
    const acceptee = await banc.reussir("accepter", await banc.envoyerUne({ nature: "AVIS_EXPERT" }), MSP);
    expect((await banc.agir("terminer", acceptee, MSP, ", issue: REALISEE")).errors?.[0]?.extensions).toMatchObject({
      champ: "synthese",
    });
    expect(await banc.reussir("terminer", acceptee, MSP, ', issue: REALISEE, synthese: "Avis donné."')).toMatchObject({
      synthese: "Avis donné.",
    });
  });

  it("refuse une version périmée, et ce que l'état ne permet pas", async () => {
    const envoyee = await banc.envoyerUne();
    await banc.reussir("accuserReception", envoyee, MSP);
    expect((await banc.agir("accepter", envoyee, MSP)).errors?.[0]?.extensions).toMatchObject({
      code: "VERSION_CONFLICT",
      versionCourante: 2,
    });
    expect((await banc.agir("accepter", { ...envoyee, version: 2 }, EQUIPE)).errors?.[0]?.extensions).toMatchObject({
      code: "RULE_NOT_MET",
      regle: "ETATS_DE_L_ORIENTATION",
    });
  });

  it("de mise en relation ne couvre pas le besoin : il reste à trouver qui soigne", async () => {
    const acceptee = await banc.reussir("accepter", await banc.envoyerUne({ nature: "MISE_EN_RELATION" }), MSP);
    expect(await banc.lire(acceptee.id, EQUIPE)).toMatchObject({ besoin: { statut: "EN_ORIENTATION" } });
    await banc.reussir("terminer", acceptee, MSP, ", issue: REALISEE");
    expect(await banc.lire(acceptee.id, EQUIPE)).toMatchObject({ statut: "TERMINEE", besoin: { statut: "OUVERT" } });
  });
});
