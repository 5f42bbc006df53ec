import { describe, expect, it } from "vitest";
import {
  type Adhesion,
  type FaitsDePartage,
  type FondementPartage,
  fondementDuMembre,
  fondementDuPartage,
  type Lecteur,
  type Parole,
  seLit,
} from "./fondement.rule.ts";

const MAINTENANT = new Date("2026-11-22T12:00:00Z");
const lecteur: Lecteur = { professionnelId: "889900000053", structureIds: ["MSP-1"], equipeId: null };
const membre: Adhesion = {
  professionnelId: "889900000053",
  structureId: null,
  depuis: "2026-11-22T12:00:00Z",
  jusquA: null,
};
const MSP = { professionnelId: null, structureId: "MSP-1", equipeId: null };
const accord: Parole = {
  nature: "CONSENTEMENT_PREALABLE",
  statut: "DONNE",
  destinataires: [MSP],
  recueilliLe: "2026-11-22T12:00:00Z",
  retireLe: null,
  valableJusquAu: null,
};
const opposition: Parole = { ...accord, nature: "NON_OPPOSITION", statut: "REFUSE", destinataires: [] };
const constat: Parole = { ...accord, nature: "PERSONNE_HORS_D_ETAT", destinataires: [] };
const avant = { recueilliLe: "2026-11-01T00:00:00Z" };
/** Given three weeks ago, until now. */
const borne: Parole = { ...accord, ...avant, valableJusquAu: "2026-11-22T12:00:00Z" };
const encore = { valableJusquAu: "2026-11-22T12:00:01Z" };

describe("Le fondement d'un partage", () => {
  it.each<[string, FaitsDePartage, FondementPartage]>([
    ["personne n'a rien dit et le lecteur n'est de rien", { membres: [], consentements: [] }, "SANS_DONNEE_NOMINATIVE"],
    ["il entre au cercle à l'instant même", { membres: [membre], consentements: [] }, "EQUIPE_DE_SOINS"],
    [
      "il n'y entre qu'une seconde plus tard",
      { membres: [{ ...membre, depuis: "2026-11-22T12:00:01Z" }], consentements: [] },
      "SANS_DONNEE_NOMINATIVE",
    ],
    [
      "il en sort une seconde plus tard",
      { membres: [{ ...membre, jusquA: "2026-11-22T12:00:01Z" }], consentements: [] },
      "EQUIPE_DE_SOINS",
    ],
    [
      "il en sort à l'instant même",
      { membres: [{ ...membre, jusquA: "2026-11-22T12:00:00Z" }], consentements: [] },
      "SANS_DONNEE_NOMINATIVE",
    ],
    ["sa structure est du cercle", { membres: [{ ...membre, ...MSP }], consentements: [] }, "EQUIPE_DE_SOINS"],
    ["la personne s'oppose", { membres: [membre], consentements: [opposition] }, "SANS_DONNEE_NOMINATIVE"],
    [
      "la personne retire sa non-opposition",
      {
        membres: [membre],
        consentements: [{ ...opposition, statut: "RETIRE", ...avant, retireLe: "2026-11-22T12:00:00Z" }],
      },
      "SANS_DONNEE_NOMINATIVE",
    ],
    [
      "la personne s'oppose pour un autre",
      {
        membres: [membre],
        consentements: [{ ...opposition, destinataires: [{ ...MSP, structureId: "MSP-2" }] }],
      },
      "EQUIPE_DE_SOINS",
    ],
    [
      "la personne revient sur son opposition",
      {
        membres: [membre],
        consentements: [
          { ...opposition, ...avant },
          { ...opposition, statut: "DONNE" },
        ],
      },
      "EQUIPE_DE_SOINS",
    ],
    ["la personne consent pour lui", { membres: [], consentements: [accord] }, "CONSENTEMENT"],
    [
      "elle consent pour un autre",
      { membres: [], consentements: [{ ...accord, destinataires: [{ ...MSP, structureId: "MSP-2" }] }] },
      "SANS_DONNEE_NOMINATIVE",
    ],
    [
      "elle consent pour tout le cercle, dont il n'est pas",
      { membres: [], consentements: [{ ...accord, destinataires: [] }] },
      "SANS_DONNEE_NOMINATIVE",
    ],
    [
      "elle consentira une seconde plus tard",
      { membres: [], consentements: [{ ...accord, recueilliLe: "2026-11-22T12:00:01Z" }] },
      "SANS_DONNEE_NOMINATIVE",
    ],
    [
      "elle a consenti, puis retire",
      {
        membres: [],
        consentements: [{ ...accord, statut: "RETIRE", ...avant, retireLe: "2026-11-22T11:59:59Z" }],
      },
      "SANS_DONNEE_NOMINATIVE",
    ],
    [
      "elle dit oui et non au même instant : ce qui protège l'emporte",
      { membres: [], consentements: [accord, { ...accord, statut: "REFUSE" }] },
      "SANS_DONNEE_NOMINATIVE",
    ],
    [
      "elle a seulement dit ne pas s'opposer, et il n'est pas du cercle",
      { membres: [], consentements: [{ ...accord, nature: "NON_OPPOSITION" }] },
      "SANS_DONNEE_NOMINATIVE",
    ],
    ["son accord vaut encore une seconde", { membres: [], consentements: [{ ...borne, ...encore }] }, "CONSENTEMENT"],
    ["son accord prend fin à l'instant même", { membres: [], consentements: [borne] }, "SANS_DONNEE_NOMINATIVE"],
    [
      "son accord borné a pris fin, et elle en avait donné un sans terme avant lui",
      { membres: [], consentements: [{ ...accord, recueilliLe: "2026-10-01T00:00:00Z" }, borne] },
      "SANS_DONNEE_NOMINATIVE",
    ],
    [
      "son accord borné a pris fin, et elle en a donné un autre depuis",
      { membres: [], consentements: [borne, accord] },
      "CONSENTEMENT",
    ],
    [
      "son accord borné avait levé une opposition : elle vaut de nouveau",
      {
        membres: [membre],
        consentements: [
          { ...opposition, recueilliLe: "2026-10-01T00:00:00Z" },
          { ...borne, nature: "NON_OPPOSITION" },
        ],
      },
      "SANS_DONNEE_NOMINATIVE",
    ],
    [
      "sa non-opposition a pris fin, et il est de l'équipe de soins : elle ne s'oppose pas pour autant",
      { membres: [membre], consentements: [{ ...borne, nature: "NON_OPPOSITION" }] },
      "EQUIPE_DE_SOINS",
    ],
    [
      "son accord borné a été retiré avant son terme",
      { membres: [membre], consentements: [{ ...borne, statut: "RETIRE", retireLe: "2026-11-10T00:00:00Z" }] },
      "SANS_DONNEE_NOMINATIVE",
    ],
    [
      "le constat qu'elle est hors d'état vaut encore une seconde",
      { membres: [], consentements: [{ ...constat, ...avant, ...encore }] },
      "PERSONNE_HORS_D_ETAT",
    ],
    [
      "ce constat prend fin à l'instant même",
      { membres: [], consentements: [{ ...constat, ...avant, valableJusquAu: "2026-11-22T12:00:00Z" }] },
      "SANS_DONNEE_NOMINATIVE",
    ],
    ["elle est hors d'état de s'exprimer", { membres: [], consentements: [constat] }, "PERSONNE_HORS_D_ETAT"],
    [
      "elle est de nouveau en état",
      { membres: [], consentements: [{ ...constat, statut: "RETIRE", retireLe: "2026-11-22T12:00:00Z" }] },
      "SANS_DONNEE_NOMINATIVE",
    ],
    [
      "elle avait refusé avant d'être hors d'état",
      { membres: [], consentements: [{ ...accord, statut: "REFUSE", ...avant }, constat] },
      "SANS_DONNEE_NOMINATIVE",
    ],
  ])("quand %s", (_cas, faits, attendu) => {
    expect(fondementDuPartage(faits, lecteur, MAINTENANT)).toBe(attendu);
  });

  it("d'un consentement donné à une personne n'est pas celui de ses collègues", () => {
    const pourElle = { ...accord, destinataires: [{ ...MSP, professionnelId: "889900000053", structureId: null }] };
    const collegue = { ...lecteur, professionnelId: "889900000061" };
    const faits = { membres: [], consentements: [pourElle] };
    expect(fondementDuPartage(faits, lecteur, MAINTENANT)).toBe("CONSENTEMENT");
    expect(fondementDuPartage(faits, collegue, MAINTENANT)).toBe("SANS_DONNEE_NOMINATIVE");
  });

  it("d'un proche n'est jamais celui de l'équipe de soins : il lui faut un accord pour le cercle", () => {
    const proche = { professionnelId: null, structureIds: [], equipeId: null };
    const duCercle = { soignant: false, membre: true };
    expect(fondementDuMembre(duCercle, [], proche, MAINTENANT)).toBe("SANS_DONNEE_NOMINATIVE");
    expect(fondementDuMembre(duCercle, [{ ...accord, destinataires: [] }], proche, MAINTENANT)).toBe("CONSENTEMENT");
  });
});

describe("Ce qui nomme la personne, pour le destinataire d'une orientation", () => {
  it.each<[FondementPartage, string, boolean]>([
    ["EQUIPE_DE_SOINS", "ENVOYEE", true],
    ["CONSENTEMENT", "ENVOYEE", false],
    ["CONSENTEMENT", "EN_LISTE_ATTENTE", false],
    ["CONSENTEMENT", "ACCEPTEE", true],
    ["CONSENTEMENT", "DESISTEE", false],
    ["CONSENTEMENT", "ANNULEE", false],
    ["PERSONNE_HORS_D_ETAT", "PRISE_EN_CHARGE", true],
    ["SANS_DONNEE_NOMINATIVE", "ACCEPTEE", false],
    ["SANS_DONNEE_NOMINATIVE", "TERMINEE", false],
  ])("sur %s, à l'état %s : lu = %s", (fondement, statut, attendu) => {
    expect(seLit(fondement, statut)).toBe(attendu);
  });
});
