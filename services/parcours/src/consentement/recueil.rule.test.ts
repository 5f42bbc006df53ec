import { describe, expect, it } from "vitest";
import { controlerRecueil, type Recueil } from "./recueil.rule.ts";

const MAINTENANT = new Date("2026-11-22T12:00:00Z");
const juste: Recueil = {
  nature: "CONSENTEMENT_PREALABLE",
  statut: "DONNE",
  exprimePar: "PERSONNE",
  destinataires: 1,
  recueilliLe: MAINTENANT,
  valableJusquAu: null,
};
const constat: Partial<Recueil> = { nature: "PERSONNE_HORS_D_ETAT", exprimePar: null, destinataires: 0 };

describe("Le recueil d'un consentement", () => {
  it.each<[string, Partial<Recueil>]>([
    ["de la personne, à l'instant même", {}],
    ["d'un représentant légal", { exprimePar: "REPRESENTANT_LEGAL" }],
    ["de l'autorité parentale", { exprimePar: "AUTORITE_PARENTALE" }],
    ["d'un refus rapporté par la personne de confiance", { statut: "REFUSE", exprimePar: "PERSONNE_DE_CONFIANCE" }],
    ["du constat que personne n'a exprimé", constat],
    ["d'un accord qui vaut encore une seconde", { valableJusquAu: new Date("2026-11-22T12:00:01Z") }],
  ])("est juste quand il vient %s", (_cas, ecart) => {
    expect(controlerRecueil({ ...juste, ...ecart }, MAINTENANT)).toBeNull();
  });

  it.each<[string, Partial<Recueil>, string]>([
    ["d'une seconde dans l'avenir", { recueilliLe: new Date("2026-11-22T12:00:01Z") }, "recueilliLe"],
    ["déjà retiré", { statut: "RETIRE" }, "statut"],
    ["déjà expiré, dit-on", { statut: "EXPIRE" }, "statut"],
    ["dont le terme est à l'instant même", { valableJusquAu: MAINTENANT }, "valableJusquAu"],
    ["d'un refus qui aurait un terme", { statut: "REFUSE", valableJusquAu: new Date("2027-01-01") }, "valableJusquAu"],
    ["de personne", { exprimePar: null }, "exprimePar"],
    ["accordé par la personne de confiance", { exprimePar: "PERSONNE_DE_CONFIANCE" }, "exprimePar"],
    ["d'un constat dit par la personne elle-même", { ...constat, exprimePar: "PERSONNE" }, "exprimePar"],
    ["d'un constat refusé", { ...constat, statut: "REFUSE" }, "statut"],
    ["d'un constat pour quelqu'un", { ...constat, destinataires: 1 }, "destinataires"],
  ])("est refusé %s", (_cas, ecart, champ) => {
    expect(controlerRecueil({ ...juste, ...ecart }, MAINTENANT)?.champ).toBe(champ);
  });
});
