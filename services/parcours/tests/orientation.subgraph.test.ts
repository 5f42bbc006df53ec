import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { AUTRE_EQUIPE, EQUIPE, PASSANT } from "./dossiers-de-test.ts";
import {
  annuaireDesDestinataires,
  cle,
  destinataire,
  KINE,
  ORIENTATION,
  type Orientation,
  orienter,
  ouvrirBesoin,
} from "./orientations-de-test.ts";
import { saisie } from "./questions.ts";
import { ouvrirSousGraphe, type SousGrapheDeTest } from "./sous-graphe.ts";

let sousGraphe: SousGrapheDeTest;
beforeAll(async () => {
  sousGraphe = await ouvrirSousGraphe(annuaireDesDestinataires);
  await sousGraphe.publierCommunes([["31555", "Toulouse", "31"]]);
});
afterAll(() => sousGraphe.fermer());

async function envoyer(
  structures: readonly string[],
  ecart: object = {},
): Promise<{ besoin: { id: string }; orientations: Orientation[] }> {
  const besoin = await ouvrirBesoin(sousGraphe);
  const { data, errors } = await orienter(sousGraphe, besoin, structures, ecart);
  expect(errors).toBeUndefined();
  return { besoin, orientations: (data as { orienter: Orientation[] }).orienter };
}
async function envoyerUne(ecart: object = {}): Promise<Orientation> {
  const [orientation] = (await envoyer(["MSP-1"], ecart)).orientations;
  if (orientation === undefined) throw new Error("nothing was sent");
  return orientation;
}
const agir = (action: string, { id, version }: Orientation, acteur: Acteur, argument = "") =>
  sousGraphe.demander(
    `mutation($id: ID!, $version: Int!, $cle: ID!) { rendu: ${action}(orientationId: $id, version: $version, cleIdempotence: $cle${argument}) { ${ORIENTATION} } }`,
    { id, version, cle: cle() },
    acteur,
  );
async function reussir(...demande: Parameters<typeof agir>): Promise<Orientation> {
  const { data, errors } = await agir(...demande);
  expect(errors).toBeUndefined();
  return (data as { rendu: Orientation }).rendu;
}
const lire = async (id: string, acteur: Acteur) =>
  (await sousGraphe.demander(`query($id: ID!) { orientation(id: $id) { ${ORIENTATION} } }`, { id }, acteur)).data
    ?.orientation as Orientation | null;
const MSP = destinataire("MSP-1");

describe("Une orientation", () => {
  it("part de l'équipe vers une structure, qui lit l'aperçu et rien qui nomme ni qui situe", async () => {
    const envoyee = await envoyerUne();
    expect(envoyee).toMatchObject({
      statut: "ENVOYEE",
      version: 1,
      actionsPossibles: ["ANNULER"],
      besoin: { statut: "EN_ORIENTATION" },
      destinataire: { structure: { id: "MSP-1" }, situation: null, equipe: null },
    });
    const recue = await lire(envoyee.id, MSP);
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
    const { id } = await envoyerUne();
    for (const acteur of [AUTRE_EQUIPE, PASSANT, destinataire("MSP-2")]) {
      expect(await lire(id, acteur)).toBeNull();
      const entite = await sousGraphe.demander(
        "query($r: [_Any!]!) { _entities(representations: $r) { ... on Orientation { statut apercu { libelle } } } }",
        { r: [{ __typename: "Orientation", id }] },
        acteur,
      );
      expect(entite).toEqual({ data: { _entities: [null] } });
      const reponse = await agir(
        "accepter",
        { id, version: 1, statut: "", diffusion: "", actionsPossibles: [] },
        acteur,
      );
      expect(reponse.errors?.[0]?.extensions).toMatchObject({ code: "NOT_FOUND", champ: "orientationId" });
    }
  });

  it("s'accepte, commence et se termine ; le besoin est couvert", async () => {
    const envoyee = await envoyerUne();
    const acceptee = await reussir("accepter", envoyee, MSP, ', rendezVousLe: "2026-12-01T09:00:00Z"');
    expect(acceptee).toMatchObject({ statut: "ACCEPTEE", rendezVousLe: "2026-12-01T09:00:00.000Z" });
    expect(await lire(envoyee.id, EQUIPE)).toMatchObject({ besoin: { statut: "COUVERT" } });
    const prise = await reussir("demarrerPriseEnCharge", acceptee, MSP);
    expect(prise.statut).toBe("PRISE_EN_CHARGE");
    expect(await reussir("terminer", prise, MSP, ", issue: REALISEE")).toMatchObject({
      statut: "TERMINEE",
      issue: "REALISEE",
      actionsPossibles: [],
    });
  });

  it("se refuse avec son motif, et le besoin redevient ouvert", async () => {
    const refusee = await reussir("refuser", await envoyerUne(), MSP, ", motif: CAPACITE_ATTEINTE");
    expect(refusee).toMatchObject({ statut: "REFUSEE", motifRefus: "CAPACITE_ATTEINTE" });
    expect(await lire(refusee.id, EQUIPE)).toMatchObject({
      motifRefus: "CAPACITE_ATTEINTE",
      besoin: { statut: "OUVERT" },
    });
  });

  it("laisse poser une question, et la reçoit répondue", async () => {
    const question = await reussir("demanderComplement", await envoyerUne(), MSP, ', question: "Avec ascenseur ?"');
    expect(question).toMatchObject({ statut: "COMPLEMENT_DEMANDE", echanges: [{ texte: "Avec ascenseur ?" }] });
    const reponse = await reussir("repondreComplement", question, EQUIPE, ', reponse: "Oui."');
    expect(reponse).toMatchObject({ statut: "RECUE", echanges: [{ texte: "Avec ascenseur ?" }, { texte: "Oui." }] });
  });

  it("attend en liste, puis s'annule tant que rien n'a commencé", async () => {
    const liste = await reussir("mettreEnListeAttente", await envoyerUne(), MSP, ", delaiJours: 15");
    expect(liste.statut).toBe("EN_LISTE_ATTENTE");
    expect((await reussir("annuler", liste, EQUIPE, ', motif: "trouvé ailleurs"')).statut).toBe("ANNULEE");
  });

  it("va aussi à une personne dans son lieu, ou à une équipe de protocole", async () => {
    const [kine] = (await envoyer([], { mode: "SIMPLE", destinataires: [{ situationId: "SITUATION-KINE" }] }))
      .orientations;
    expect(await lire(kine?.id ?? "", KINE)).toMatchObject({
      statut: "ENVOYEE",
      destinataire: { situation: { id: "SITUATION-KINE" } },
    });
    const [equipe] = (await envoyer([], { mode: "SIMPLE", destinataires: [{ equipeId: "EQUIPE-1" }] })).orientations;
    expect(await lire(equipe?.id ?? "", MSP)).toMatchObject({ destinataire: { equipe: { id: "EQUIPE-1" } } });
  });

  it("d'avis d'expert ne se termine qu'avec sa synthèse", async () => {
    const acceptee = await reussir("accepter", await envoyerUne({ nature: "AVIS_EXPERT" }), MSP);
    expect((await agir("terminer", acceptee, MSP, ", issue: REALISEE")).errors?.[0]?.extensions).toMatchObject({
      champ: "synthese",
    });
    expect(await reussir("terminer", acceptee, MSP, ', issue: REALISEE, synthese: "Avis donné."')).toMatchObject({
      synthese: "Avis donné.",
    });
  });

  it("refuse une version périmée, et ce que l'état ne permet pas", async () => {
    const envoyee = await envoyerUne();
    await reussir("accuserReception", envoyee, MSP);
    expect((await agir("accepter", envoyee, MSP)).errors?.[0]?.extensions).toMatchObject({
      code: "VERSION_CONFLICT",
      versionCourante: 2,
    });
    expect((await agir("accepter", { ...envoyee, version: 2 }, EQUIPE)).errors?.[0]?.extensions).toMatchObject({
      code: "RULE_NOT_MET",
      regle: "ETATS_DE_L_ORIENTATION",
    });
  });

  it.each<[string, object, string, string]>([
    ["à personne", { destinataires: [] }, "BAD_USER_INPUT", "input.destinataires"],
    [
      "à deux dans un envoi simple",
      { mode: "SIMPLE", destinataires: [{ structureId: "MSP-1" }, { structureId: "MSP-2" }] },
      "BAD_USER_INPUT",
      "input.destinataires",
    ],
    [
      "deux fois au même",
      { mode: "DIFFUSION", destinataires: [{ structureId: "MSP-1" }, { structureId: "MSP-1" }] },
      "BAD_USER_INPUT",
      "input.destinataires",
    ],
    [
      "à plus de vingt",
      { mode: "DIFFUSION", destinataires: Array.from({ length: 21 }, (_, rang) => ({ structureId: `MSP-${rang}` })) },
      "BAD_USER_INPUT",
      "input.destinataires",
    ],
    [
      "à une structure inconnue",
      { destinataires: [{ structureId: "RIEN" }] },
      "NOT_FOUND",
      "input.destinataires.0.structureId",
    ],
    [
      "à une structure fermée",
      { destinataires: [{ structureId: "MSP-FERMEE" }] },
      "BAD_USER_INPUT",
      "input.destinataires.0.structureId",
    ],
    [
      "à une activité inconnue",
      { destinataires: [{ situationId: "RIEN" }] },
      "NOT_FOUND",
      "input.destinataires.0.situationId",
    ],
    [
      "à deux choses à la fois",
      { destinataires: [{ structureId: "MSP-1", equipeId: "EQUIPE-1" }] },
      "BAD_USER_INPUT",
      "input.destinataires.0",
    ],
  ])("ne part pas %s", async (_cas, ecart, code, champ) => {
    const besoin = await ouvrirBesoin(sousGraphe);
    const { errors } = await orienter(sousGraphe, besoin, ["MSP-1"], ecart);
    expect(errors?.[0]?.extensions).toMatchObject({ code, champ });
    expect(await sousGraphe.interroger(`select from parcours.orientation where besoin_id = '${besoin.id}'`)).toEqual(
      [],
    );
  });

  it.each(["DAC-B", "CPTS-1", "SAMU-1"])("ne part jamais vers %s pour un soin", async (structureId) => {
    const besoin = await ouvrirBesoin(sousGraphe);
    const { errors } = await orienter(sousGraphe, besoin, [structureId]);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "RULE_NOT_MET", regle: "CIBLE_DE_SOINS" });
  });

  it("va à une CPTS pour une mise en relation, si la personne est sans médecin traitant, et seulement alors", async () => {
    const vers = async (sansMedecinTraitant: string, structureId: string, nature: string) => {
      const besoin = await ouvrirBesoin(sousGraphe, { ...saisie, profil: { ...saisie.profil, sansMedecinTraitant } });
      const { errors } = await orienter(sousGraphe, besoin, [structureId], { nature });
      return errors?.[0]?.extensions?.code ?? "envoyée";
    };
    expect(await vers("OUI", "CPTS-1", "MISE_EN_RELATION")).toBe("envoyée");
    for (const [sansMedecin, structureId, nature] of [
      ["NON", "CPTS-1", "MISE_EN_RELATION"],
      ["INCONNU", "CPTS-1", "MISE_EN_RELATION"],
      ["OUI", "CPTS-1", "PRISE_EN_CHARGE"],
      ["OUI", "DAC-B", "MISE_EN_RELATION"],
      ["OUI", "SAMU-1", "MISE_EN_RELATION"],
    ] as const) {
      expect(await vers(sansMedecin, structureId, nature)).toBe("RULE_NOT_MET");
    }
  });

  it("ne remplace jamais le 15", async () => {
    const besoin = await ouvrirBesoin(sousGraphe, { ...saisie, urgence: "VITALE" });
    const { errors } = await orienter(sousGraphe, besoin, ["MSP-1"]);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "RULE_NOT_MET", conditions: [{ code: "APPELER_LE_15" }] });
  });
});

describe("Une diffusion", () => {
  it("se rouvre quand celui qui avait accepté se désiste", async () => {
    const { orientations } = await envoyer(["MSP-1", "MSP-2"]);
    const [premiere, seconde] = orientations;
    if (premiere === undefined || seconde === undefined) throw new Error("two were sent");
    const acceptee = await reussir("accepter", premiere, MSP);
    expect((await lire(seconde.id, destinataire("MSP-2")))?.statut).toBe("RETIREE");
    expect(await reussir("seDesister", acceptee, MSP, ", motif: DEJA_SUIVI")).toMatchObject({
      statut: "DESISTEE",
      motifRefus: "DEJA_SUIVI",
    });
    const rouverte = await lire(seconde.id, destinataire("MSP-2"));
    expect(rouverte?.statut).toBe("ENVOYEE");
    expect(await lire(seconde.id, EQUIPE)).toMatchObject({ besoin: { statut: "EN_ORIENTATION" } });
  });
});

describe("La boîte des orientations", () => {
  it("montre à chacun les siennes, le plus urgent d'abord, sans doublon ni trou", async () => {
    const MSP_33 = destinataire("MSP-33");
    for (const urgence of ["PROGRAMMEE", "SOUS_24_H", "SOUS_72_H"]) {
      await orienter(sousGraphe, await ouvrirBesoin(sousGraphe, { ...saisie, urgence }), ["MSP-33"]);
    }
    const question =
      "query($sens: SensOrientation!, $after: String) { boiteOrientations(sens: $sens, first: 1, after: $after) { edges { node { urgence } } pageInfo { hasNextPage endCursor } } }";
    const urgences: string[] = [];
    let after: string | null = null;
    for (let suivante = true; suivante; ) {
      const reponse: { data?: Record<string, unknown> | null } = await sousGraphe.demander(
        question,
        { sens: "RECUES", after },
        MSP_33,
      );
      const page = (
        reponse.data as {
          boiteOrientations: {
            edges: { node: { urgence: string } }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        }
      ).boiteOrientations;
      urgences.push(...page.edges.map(({ node }) => node.urgence));
      after = page.pageInfo.endCursor;
      suivante = page.pageInfo.hasNextPage;
    }
    expect(urgences).toEqual(["SOUS_24_H", "SOUS_72_H", "PROGRAMMEE"]);
    expect((await sousGraphe.demander(question, { sens: "EMISES" }, MSP_33)).data).toMatchObject({
      boiteOrientations: { edges: [] },
    });
    expect(
      (await sousGraphe.demander(question, { sens: "RECUES", after }, KINE)).errors?.[0]?.extensions,
    ).toMatchObject({ champ: "after" });
  });
});
