import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { distanceKm } from "./geometrie.ts";
import { construireTables, type Tables } from "./table.ts";

type Ligne = Readonly<Record<string, string>>;

const DONNEES = join(import.meta.dirname, "../../../services/structures/data");
const livre = (fichier: string): string => readFileSync(join(DONNEES, fichier), "utf8");
const communesLivrees = gunzipSync(readFileSync(join(DONNEES, "communes.csv.gz"))).toString("utf8");
const lire = (texte: string): Ligne[] => parse(texte, { columns: true });

const lignes = lire(communesLivrees);
const communes = lignes.filter(({ type }) => type === "COMMUNE");
const arrondissements = lignes.filter(({ type }) => type === "ARRONDISSEMENT_MUNICIPAL");
const departements = lire(livre("departements.csv"));
const regions = lire(livre("regions.csv"));
const ligne = (code: string): Ligne => lignes.find(({ code_insee }) => code_insee === code) ?? {};
const point = ({ latitude, longitude }: Ligne) => ({ latitude: Number(latitude), longitude: Number(longitude) });

describe("La table nationale des communes", () => {
  let tables: Tables;
  beforeAll(async () => {
    tables = await construireTables();
  });

  it("se reconstruit à l'identique depuis les paquets installés", () => {
    const desHautesPyrenees = (texte: string) =>
      texte.split("\n").filter((texteDeLigne) => texteDeLigne.startsWith("65"));
    expect(desHautesPyrenees(communesLivrees).length).toBeGreaterThan(400);
    expect(desHautesPyrenees(tables.communes)).toEqual(desHautesPyrenees(communesLivrees));
    expect(tables.communes === communesLivrees).toBe(true);
    expect(tables.departements).toBe(livre("departements.csv"));
    expect(tables.regions).toBe(livre("regions.csv"));
    expect(tables.anciennes === livre("communes-anciennes.csv")).toBe(true);
  });

  it("a toutes les communes d'aujourd'hui, chacune une fois, dans l'ordre", () => {
    expect(communes).toHaveLength(34_963);
    const codes = lignes.map(({ code_insee }) => code_insee ?? "");
    expect(new Set(codes).size).toBe(codes.length);
    expect([...codes].sort()).toEqual(codes);
  });

  it("rattache chaque commune d'hier à une d'aujourd'hui, une fois", () => {
    const anciennes = lire(livre("communes-anciennes.csv"));
    const actuelles = new Set(communes.map(({ code_insee }) => code_insee));
    expect(anciennes.length).toBeGreaterThan(4_000);
    expect(new Set(anciennes.map(({ code_insee }) => code_insee)).size).toBe(anciennes.length);
    expect(anciennes.filter(({ commune }) => !actuelles.has(commune))).toEqual([]);
    expect(anciennes.filter(({ code_insee, nom }) => nom === "Béon" && code_insee === "01039")).toEqual([
      { code_insee: "01039", nom: "Béon", commune: "01138" },
    ]);
  });

  it("couvre les 101 départements et les collectivités habitées", () => {
    const codes = departements.map(({ code }) => code ?? "");
    expect(codes.filter((code) => !/^97[578]|^98/.test(code))).toHaveLength(101);
    expect(codes).toEqual(expect.arrayContaining(["2A", "2B", "971", "972", "973", "974", "976", "988"]));
    expect(new Set(communes.map(({ departement }) => departement))).toEqual(new Set(codes));
  });

  it("situe chaque commune dans un département et une région connus", () => {
    const connus = new Map(departements.map(({ code, region }) => [code, region]));
    expect(lignes.filter(({ departement, region }) => connus.get(departement) !== region)).toEqual([]);
    const codesRegion = new Set(regions.map(({ code }) => code));
    expect(departements.filter(({ region }) => !codesRegion.has(region))).toEqual([]);
  });

  it("donne une position à chaque commune des 101 départements", () => {
    const sansPosition = lignes.filter(({ latitude, longitude, precision }) => !latitude || !longitude || !precision);
    expect(new Set(sansPosition.map(({ departement }) => departement))).toEqual(new Set(["987", "988"]));
  });

  it("place Toulouse, Ajaccio et Saint-Denis de La Réunion où elles sont", () => {
    expect(distanceKm(point(ligne("31555")), { latitude: 43.6, longitude: 1.44 })).toBeLessThan(5);
    expect(distanceKm(point(ligne("2A004")), { latitude: 41.92, longitude: 8.74 })).toBeLessThan(5);
    expect(distanceKm(point(ligne("97411")), { latitude: -20.88, longitude: 55.45 })).toBeLessThan(5);
  });

  it("a les arrondissements de Paris, Lyon et Marseille, à portée de leur ville", () => {
    expect(arrondissements).toHaveLength(20 + 9 + 16);
    const eloignes = arrondissements.filter(
      (arrondissement) => distanceKm(point(arrondissement), point(ligne(arrondissement.parent ?? ""))) > 10,
    );
    expect(eloignes).toEqual([]);
    expect(ligne("69381")).toMatchObject({ parent: "69123", codes_postaux: "69001", precision: "COMMUNE" });
  });

  it("place les îles sans EPCI au large, pas au milieu de leur département", () => {
    expect(distanceKm(point(ligne("85113")), { latitude: 46.72, longitude: -2.35 })).toBeLessThan(5);
    expect(distanceKm(point(ligne("29155")), { latitude: 48.46, longitude: -5.1 })).toBeLessThan(5);
  });

  it("retrouve par son nom une commune que GeoNames range sous le code d'une autre", () => {
    expect(ligne("69244")).toMatchObject({ nom: "Tassin-la-Demi-Lune", precision: "COMMUNE" });
  });

  it("refuse un lieu posé loin de toutes les voisines de sa commune", () => {
    expect(tables.positions.refusees).toContain("40271");
    expect(ligne("40271").precision).toBe("EPCI");
    expect(distanceKm(point(ligne("40271")), point(ligne("40088")))).toBeLessThan(40);
  });
});
