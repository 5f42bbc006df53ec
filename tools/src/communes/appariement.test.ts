import { describe, expect, it } from "vitest";
import { apparier, normaliserNom } from "./appariement.ts";
import type { Entite, Lieu } from "./sources.ts";
import { decrireTerritoire } from "./territoire.ts";

const commune = (code: string, nom: string, ecart: Partial<Entite> = {}): Entite => ({
  code,
  nom,
  type: "commune-actuelle",
  zone: "metro",
  departement: "99",
  region: "90",
  codesPostaux: ["99000"],
  ...ecart,
});

const lieu = (nom: string, code: string, latitude: number, ecart: Partial<Lieu> = {}): Lieu => ({
  id: 1,
  nom,
  autresNoms: [],
  latitude,
  longitude: 2,
  nature: "PPL",
  pays: "FR",
  codes: [code, "991", "99", "90"],
  population: 1000,
  ...ecart,
});

const apparierSeulement = (entites: readonly Entite[], lieux: readonly Lieu[]) =>
  apparier(lieux, decrireTerritoire({ entites, epci: [], departements: [], regions: [] }));

const ANCRE = commune("99001", "Ancre");
const LIEU_ANCRE = lieu("Ancre", "99001", 45);

describe("Un lieu de GeoNames", () => {
  it("va à la commune dont il porte le code, même sous un autre nom", () => {
    const { lieux } = apparierSeulement([ANCRE], [lieu("Le Bourg", "99001", 45)]);
    expect(lieux.get("99001")?.nom).toBe("Le Bourg");
  });

  it("d'une commune déléguée compte pour sa commune nouvelle, le chef-lieu d'abord", () => {
    const nouvelle = commune("99001", "Val Nouveau");
    const chefLieu = commune("99001", "Vieux Bourg", { type: "commune-deleguee", chefLieu: "99001" });
    const hameau = commune("99002", "Grand Hameau", { type: "commune-deleguee", chefLieu: "99001" });
    const places = [lieu("Grand Hameau", "99002", 45.1, { population: 9000 }), lieu("Vieux Bourg", "99001", 45)];
    expect(apparierSeulement([nouvelle, chefLieu, hameau], places).lieux.get("99001")?.nom).toBe("Vieux Bourg");
  });

  it("est refusé à plus de 25 km de toutes les voisines, accepté en deçà", () => {
    const autre = commune("99002", "Autre");
    const troisieme = commune("99003", "Troisième");
    const loin = apparierSeulement(
      [ANCRE, autre, troisieme],
      [LIEU_ANCRE, lieu("Troisième", "99003", 45.05), lieu("Autre", "99002", 45.5)],
    );
    expect(loin.refusees).toEqual(["99002"]);
    expect(loin.lieux.has("99002")).toBe(false);
    const pres = apparierSeulement([ANCRE, autre], [LIEU_ANCRE, lieu("Autre", "99002", 45.2)]);
    expect(pres.refusees).toEqual([]);
  });

  it("est accepté de loin outre-mer, où les communes sont vastes", () => {
    const autre = commune("99002", "Autre", { zone: "drom" });
    expect(apparierSeulement([ANCRE, autre], [LIEU_ANCRE, lieu("Autre", "99002", 46)]).lieux.has("99002")).toBe(true);
  });

  it("sans code connu, va à la commune de son nom s'il est proche d'une voisine et seul de ce nom", () => {
    const autre = commune("99002", "Saint-Élie");
    const place = lieu("St Elie", "", 45.1);
    expect(apparierSeulement([ANCRE, autre], [LIEU_ANCRE, place]).lieux.get("99002")).toBe(place);
    expect(apparierSeulement([ANCRE, autre], [LIEU_ANCRE, { ...place, latitude: 45.2 }]).lieux.has("99002")).toBe(
      false,
    );
    expect(apparierSeulement([ANCRE, autre], [LIEU_ANCRE, place, { ...place, id: 2 }]).lieux.has("99002")).toBe(false);
  });
});

describe("Deux écritures d'un nom", () => {
  it.each([
    ["Saint-Étienne", "St Etienne"],
    ["Sainte-Œuvre", "ste-oeuvre"],
    ["L'Haÿ-les-Roses", "LHAY LES ROSES"],
  ])("%s et %s se valent", (a, b) => {
    expect(normaliserNom(a)).toBe(normaliserNom(b));
  });
});
