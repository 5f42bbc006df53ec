import { appliquer, type Verdict } from "@coordination/rules";
import { describe, expect, it } from "vitest";
import { type SignatairesAci, signatairesAci } from "./signataires.rule.ts";

const tripartite: SignatairesAci = { type: "CPTS", cpam: "CPAM de l'Ain", ars: "ARS Auvergne-Rhône-Alpes" };

describe("Les signataires d'un accord conventionnel", () => {
  it.each<[string, Partial<SignatairesAci>, Verdict]>([
    ["sont au complet quand la CPTS, la CPAM et l'ARS ont signé", {}, "OUI"],
    ["manquent à une CPTS sans l'ARS", { ars: null }, "NON"],
    ["manquent à une CPTS dont l'ARS est laissée vide", { ars: " " }, "NON"],
    ["manquent sans la CPAM", { cpam: "" }, "NON"],
    ["sont au complet pour une MSP sans l'ARS", { type: "MSP", ars: null }, "OUI"],
  ])("%s", (_cas, ecart, attendu) => {
    expect(appliquer(signatairesAci, { ...tripartite, ...ecart }).verdict).toBe(attendu);
  });
});
