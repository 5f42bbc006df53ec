import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BancDOrientations, MSP, ouvrirBancDOrientations } from "./banc-d-orientations.ts";
import { type BancHorsDossier, CPTS, erreurDe, ouvrirBancHorsDossier } from "./banc-hors-dossier.ts";
import { EQUIPE } from "./dossiers-de-test.ts";
import { KINE, orienter, ouvrirBesoin } from "./orientations-de-test.ts";

let banc: BancDOrientations;
let horsDossier: BancHorsDossier;
beforeAll(async () => {
  banc = await ouvrirBancDOrientations();
  horsDossier = await ouvrirBancHorsDossier();
});
afterAll(() => Promise.all([banc.fermer(), horsDossier.fermer()]));

const DIT =
  "suggestion { situation { id } structure { id } equipe { id } } priseEnChargeLe echanges { texte auteur { libelle } }";
const lireDit = async (id: string, acteur = EQUIPE): Promise<Record<string, unknown>> => {
  const { data, errors } = await banc.sousGraphe.demander(
    `query($id: ID!) { orientation(id: $id) { ${DIT} } }`,
    { id },
    acteur,
  );
  expect(errors).toBeUndefined();
  return data?.orientation as Record<string, unknown>;
};
const hier = (jours: number) => new Date(Date.now() - jours * 86_400_000).toISOString().slice(0, 10);

describe("Ce qu'un destinataire ajoute à sa réponse", () => {
  it.each([
    ["accepter", ""],
    ["refuser", ", motif: CAPACITE_ATTEINTE"],
  ])("un commentaire à %s, lu des deux côtés dans les échanges", async (action, reste) => {
    const { id } = await banc.reussir(
      action,
      await banc.envoyerUne(),
      MSP,
      `${reste}, commentaire: "Plutôt le mardi."`,
    );
    for (const acteur of [EQUIPE, MSP])
      expect(await lireDit(id, acteur)).toMatchObject({ echanges: [{ texte: "Plutôt le mardi." }] });
  });

  it("un commentaire à son désistement", async () => {
    const acceptee = await banc.reussir("accepter", await banc.envoyerUne(), MSP);
    const { id } = await banc.reussir(
      "seDesister",
      acceptee,
      MSP,
      ', motif: DEJA_SUIVI, commentaire: "Suivie à côté."',
    );
    expect(await lireDit(id)).toMatchObject({ echanges: [{ texte: "Suivie à côté." }] });
  });

  it("rien quand il est vide, et l'orientation n'a pas changé", async () => {
    const envoyee = await banc.envoyerUne();
    for (const [action, reste] of [
      ["accepter", ""],
      ["refuser", ", motif: AUTRE"],
    ] as const) {
      const { errors } = await banc.agir(action, envoyee, MSP, `${reste}, commentaire: " "`);
      expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "commentaire" });
    }
    expect(await banc.lire(envoyee.id, EQUIPE)).toMatchObject({ statut: "ENVOYEE", version: envoyee.version });
  });

  it("à qui s'adresser plutôt, quand il refuse : quelqu'un que l'annuaire connaît, et qui peut recevoir", async () => {
    const refusee = await banc.reussir(
      "refuser",
      await banc.envoyerUne(),
      MSP,
      ', motif: HORS_COMPETENCE, suggestion: { situationId: "SITUATION-KINE" }',
    );
    expect(await lireDit(refusee.id)).toMatchObject({
      suggestion: { situation: { id: "SITUATION-KINE" }, structure: null, equipe: null },
    });
  });

  it.each([
    ['{ structureId: "MSP-1" }', { code: "BAD_USER_INPUT", champ: "suggestion" }],
    ['{ structureId: "INCONNUE" }', { code: "NOT_FOUND", champ: "suggestion.structureId" }],
    ['{ structureId: "CPTS-1" }', { code: "RULE_NOT_MET", regle: "CIBLE_DE_SOINS" }],
    ["{}", { code: "BAD_USER_INPUT", champ: "suggestion" }],
  ])("pas %s", async (suggestion, attendue) => {
    const envoyee = await banc.envoyerUne();
    const { errors } = await banc.agir("refuser", envoyee, MSP, `, motif: AUTRE, suggestion: ${suggestion}`);
    expect(errors?.[0]?.extensions).toMatchObject(attendue);
    expect(await banc.lire(envoyee.id, EQUIPE)).toMatchObject({ statut: "ENVOYEE" });
  });

  it("rien qui dise à un autre que l'orientation existe", async () => {
    const envoyee = await banc.envoyerUne();
    const reste = ', motif: AUTRE, suggestion: { structureId: "INCONNUE" }';
    for (const sur of [envoyee, { ...envoyee, id: "00000000-0000-4000-8000-000000000000" }])
      expect((await banc.agir("refuser", sur, KINE, reste)).errors?.[0]?.extensions).toMatchObject({
        code: "NOT_FOUND",
        champ: "orientationId",
      });
  });

  it("le jour où la prise en charge a commencé : aujourd'hui, sinon celui qu'il dit, ni à venir ni avant l'envoi", async () => {
    const commencer = async () => banc.reussir("accepter", await banc.envoyerUne(), MSP);
    const { id } = await banc.reussir("demarrerPriseEnCharge", await commencer(), MSP);
    expect((await lireDit(id)).priseEnChargeLe).toMatch(/^\d{4}-\d\d-\d\d$/);
    const acceptee = await commencer();
    for (const le of [hier(-2), hier(3)])
      expect(
        (await banc.agir("demarrerPriseEnCharge", acceptee, MSP, `, le: "${le}"`)).errors?.[0]?.extensions,
      ).toMatchObject({
        code: "BAD_USER_INPUT",
        champ: "le",
      });
    expect(await banc.lire(acceptee.id, EQUIPE)).toMatchObject({ statut: "ACCEPTEE" });
  });
});

describe("Une demande d'appui", () => {
  const APPUI = { nature: "DEMANDE_APPUI" };

  it("s'adresse à un DAC, hors dossier ; acceptée, elle ne couvre aucun besoin", async () => {
    const besoin = await horsDossier.ajouter();
    const [envoyee] = await horsDossier.envoyer(besoin, ["DAC-A"], APPUI);
    expect(envoyee).toMatchObject({ statut: "ENVOYEE", destinataire: { structure: { id: "DAC-A" } } });
    if (envoyee === undefined) throw new Error("rien n'est parti");
    expect((await horsDossier.agir("accepter", envoyee, EQUIPE)).errors).toBeUndefined();
    const { data } = await horsDossier.sousGraphe.demander(
      "query($id: ID!) { orientation(id: $id) { statut besoin { statut } } }",
      { id: envoyee.id },
      CPTS,
    );
    expect(data?.orientation).toEqual({ statut: "ACCEPTEE", besoin: { statut: "EN_ORIENTATION" } });
  });

  it.each(["MSP-1", "CPTS-2", "SAMU-31"])("ne s'adresse pas à %s", async (structure) => {
    const reponse = await orienter(horsDossier.sousGraphe, await horsDossier.ajouter(), [structure], APPUI, CPTS);
    expect(erreurDe(reponse)).toMatchObject({ code: "RULE_NOT_MET", regle: "CIBLE_D_APPUI" });
  });

  it("ne part pas du dossier d'un DAC : il se transfère", async () => {
    const reponse = await orienter(banc.sousGraphe, await ouvrirBesoin(banc.sousGraphe), ["DAC-A"], APPUI, EQUIPE);
    expect(erreurDe(reponse)).toMatchObject({ code: "RULE_NOT_MET", regle: "DEJA_SUIVI_PAR_UN_DAC" });
  });

  it("n'ouvre pas à un DAC les orientations de soins", async () => {
    const reponse = await orienter(horsDossier.sousGraphe, await horsDossier.ajouter(), ["DAC-A"], {}, CPTS);
    expect(erreurDe(reponse)).toMatchObject({ code: "RULE_NOT_MET", regle: "CIBLE_DE_SOINS" });
  });
});
