import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ACTEURS,
  type AnnuaireDeDeclarations,
  CARDIOLOGUE,
  DEUX_SAVOIR_FAIRE,
  idDe,
  ouvrirAnnuaireDeDeclarations,
} from "./annuaire-de-declarations.ts";

let annuaire: AnnuaireDeDeclarations;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaireDeDeclarations();
});
afterAll(() => annuaire.fermer());

interface Lu {
  readonly numero: string;
  readonly recuLe: string;
  readonly statut: string;
  readonly reponse: string | null;
}

let cles = 0;
const nouvelleCle = () => `cle-de-test-${++cles}`;
const INPUT = { professionnelId: idDe(CARDIOLOGUE), champ: "téléphone", attendu: "05 00 00 00 01", commentaire: "" };

const signaler = (qui: Acteur | null, ecart: object = {}, cle = nouvelleCle()) =>
  annuaire.demanderEn<{ signalement: Lu }>(
    qui,
    `mutation ($input: SignalerErreurProfessionnelInput!, $cle: ID!) {
       signalement: signalerErreurProfessionnel(input: $input, cleIdempotence: $cle) { numero recuLe statut reponse }
     }`,
    { input: { ...INPUT, ...ecart }, cle },
  );
const traiter = (
  qui: Acteur | null,
  numero: string,
  statut: string,
  reponse: string | null = null,
  cle = nouvelleCle(),
) =>
  annuaire.demanderEn<{ signalement: Lu }>(
    qui,
    `mutation ($input: TraiterSignalementProfessionnelInput!, $cle: ID!) {
       signalement: traiterSignalementProfessionnel(input: $input, cleIdempotence: $cle) { numero recuLe statut reponse }
     }`,
    { input: { numero, statut, reponse }, cle },
  );
const suivre = async (numero: string) => {
  const query = "query ($numero: ID!) { signalementProfessionnel(numero: $numero) { numero recuLe statut reponse } }";
  const { data } = await annuaire.demanderEn<{ signalementProfessionnel: Lu | null }>(null, query, { numero });
  return data?.signalementProfessionnel ?? null;
};
const nouveau = async (ecart: object = {}) => (await signaler(null, ecart)).data?.signalement.numero ?? "";

describe("Signaler une erreur", () => {
  it("est ouvert à tous, même sans identité, et rend un numéro qui ne nomme personne", async () => {
    const { data, refus } = await signaler(null);
    expect(refus).toBeNull();
    expect(data?.signalement).toEqual({
      numero: expect.stringMatching(/^P(-[0-9A-HJKMNP-TV-Z]{4}){6}$/),
      recuLe: "2026-11-22T10:00:00.000Z",
      statut: "RECU",
      reponse: null,
    });
    expect((await signaler(ACTEURS.sansPortee)).refus).toBeNull();
    expect((await annuaire.lignes("signalement")).at(0)).toMatchObject({ champ: "téléphone", commentaire: null });
  });

  it("rend le même numéro à qui redemande sous la même clé, et refuse une autre demande sous elle", async () => {
    const cle = nouvelleCle();
    const premiere = await signaler(null, {}, cle);
    const nombre = (await annuaire.lignes("signalement")).length;
    expect(await signaler(null, {}, cle)).toEqual(premiere);
    const autre = await signaler(null, { champ: "adresse" }, cle);
    expect(autre.refus).toEqual({ code: "BAD_USER_INPUT", champ: "cleIdempotence" });
    expect(await annuaire.lignes("signalement")).toHaveLength(nombre);
  });

  it.each([
    ["une personne inconnue", { professionnelId: "8x" }, "input.professionnelId", "NOT_FOUND"],
    ["une activité inconnue", { situationId: "x" }, "input.situationId", "BAD_USER_INPUT"],
    ["un champ vide", { champ: " " }, "input.champ", "BAD_USER_INPUT"],
    ["un champ trop long", { champ: "x".repeat(101) }, "input.champ", "BAD_USER_INPUT"],
    ["une valeur trop longue", { attendu: "x".repeat(501) }, "input.attendu", "BAD_USER_INPUT"],
    ["un commentaire trop long", { commentaire: "x".repeat(2001) }, "input.commentaire", "BAD_USER_INPUT"],
  ])("refuse %s, sans rien écrire", async (_cas, ecart, champ, code) => {
    const nombre = (await annuaire.lignes("signalement")).length;
    expect((await signaler(null, ecart)).refus).toEqual({ code, champ });
    expect(await annuaire.lignes("signalement")).toHaveLength(nombre);
  });

  it("refuse l'activité d'un autre", async () => {
    const ecart = { professionnelId: idDe(DEUX_SAVOIR_FAIRE), situationId: annuaire.situationId };
    expect((await signaler(null, ecart)).refus?.champ).toBe("input.situationId");
  });
});

describe("Suivre un signalement", () => {
  it("se fait par son numéro, et un numéro inventé n'ouvre rien", async () => {
    const numero = await nouveau();
    expect(await suivre(numero)).toMatchObject({ numero, statut: "RECU", reponse: null });
    expect(await suivre("P-0000-0000-0000-0000-0000-0000")).toBeNull();
  });
});

describe("Traiter un signalement", () => {
  it("se fait par une agence, et celui qui a signalé lit la réponse", async () => {
    const numero = await nouveau();
    expect((await traiter(ACTEURS.agence, numero, "TRANSMIS")).data?.signalement.statut).toBe("TRANSMIS");
    const { data } = await traiter(ACTEURS.agence, numero, "CORRIGE", "Le répertoire est corrigé.");
    expect(data?.signalement).toMatchObject({ statut: "CORRIGE", reponse: "Le répertoire est corrigé." });
    expect(await suivre(numero)).toEqual(data?.signalement);
  });

  it("se fait par la structure concernée, et par nulle autre", async () => {
    const numero = await nouveau({ situationId: annuaire.situationId });
    for (const qui of [ACTEURS.autreHopital, ACTEURS.saCpts, ACTEURS.elleMeme, ACTEURS.confrere, ACTEURS.sansPortee]) {
      expect((await traiter(qui, numero, "REJETE", "Non.")).refus?.code).toBe("FORBIDDEN");
    }
    expect((await traiter(null, numero, "REJETE", "Non.")).refus?.code).toBe("UNAUTHENTICATED");
    expect(await suivre(numero)).toMatchObject({ statut: "RECU", reponse: null });
    expect((await traiter(ACTEURS.sonHopital, numero, "REJETE", "C'est le bon numéro.")).refus).toBeNull();
  });

  it("ne revient pas sur un signalement clos, ni ne rejette sans réponse", async () => {
    const numero = await nouveau();
    expect((await traiter(ACTEURS.agence, numero, "REJETE", " ")).refus).toEqual({
      code: "BAD_USER_INPUT",
      champ: "input.reponse",
    });
    await traiter(ACTEURS.agence, numero, "REJETE", "Déjà juste.");
    for (const statut of ["RECU", "TRANSMIS", "CORRIGE"]) {
      const { refus } = await traiter(ACTEURS.agence, numero, statut, "Autre réponse.");
      expect(refus).toEqual({ code: "BAD_USER_INPUT", champ: "input.statut" });
    }
    expect(await suivre(numero)).toMatchObject({ statut: "REJETE", reponse: "Déjà juste." });
  });

  it("rend la première réponse à qui redemande sous la même clé", async () => {
    const [numero, cle] = [await nouveau(), nouvelleCle()];
    const premiere = await traiter(ACTEURS.agence, numero, "CORRIGE", "Fait.", cle);
    expect(await traiter(ACTEURS.agence, numero, "CORRIGE", "Fait.", cle)).toEqual(premiere);
    const autre = await traiter(ACTEURS.agence, numero, "CORRIGE", "Autre.", cle);
    expect(autre.refus).toEqual({ code: "BAD_USER_INPUT", champ: "cleIdempotence" });
  });

  it("dit qu'un numéro est inconnu", async () => {
    expect((await traiter(ACTEURS.agence, "P-0", "TRANSMIS")).refus).toEqual({
      code: "NOT_FOUND",
      champ: "input.numero",
    });
  });

  it("ne laisse gagner qu'un de deux traitements simultanés", async () => {
    const numero = await nouveau();
    const issues = await Promise.all([
      traiter(ACTEURS.agence, numero, "CORRIGE", "Corrigé."),
      traiter(ACTEURS.agence, numero, "REJETE", "Rejeté."),
    ]);
    expect(issues.filter(({ refus }) => refus === null)).toHaveLength(1);
  });
});
