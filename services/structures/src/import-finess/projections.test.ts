import { describe, expect, it } from "vitest";
import { positionFiness } from "./projections.ts";

describe("Une position de FINESS", () => {
  it.each([
    [
      "en Lambert-93 avec son code",
      "870215.7",
      "6571590.5",
      "1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93,2154",
      46.222745,
      5.208596,
    ],
    [
      "en Lambert-93 sans code (2020), à virgule",
      "870215,7",
      "6571590,5",
      "1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93",
      46.222745,
      5.208596,
    ],
    [
      "en Lambert-93 au format EPSG",
      "870215.7",
      "6571590.5",
      "1,ATLASANTE,96,BAN,EPSG:2154 RGF93 / Lambert-93 (Métropole)",
      46.222745,
      5.208596,
    ],
    [
      "aux Antilles",
      "657242.9",
      "1795384.4",
      "2,ATLASANTE,96,BAN,EPSG:5490 RGAF09/UTM Zone 20N (Antilles)",
      16.234004,
      -61.528737,
    ],
    ["à La Réunion", "338600", "7691500", "1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,UTM_S40,2975", -20.869648, 55.448499],
    [
      "à Mayotte",
      "523000",
      "8585000",
      "1,ATLASANTE,100,BAN,EPSG:4471 RGM04/UTM zone 38S (Mayotte)",
      -12.799746,
      45.211927,
    ],
    ["en Guyane", "353000", "546000", "1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,UTM_N22,2972", 4.938386, -52.325824],
    [
      "à Saint-Pierre",
      "560000",
      "5180000",
      "2,ATLASANTE,90,BAN,WGS84/UTM zone 21N (St-Pierre-et-Miquelon)",
      46.770852,
      -56.214144,
    ],
  ])("%s", (_cas, x, y, source, latitude, longitude) => {
    const point = positionFiness(x, y, source);
    if (typeof point === "string") throw new Error(point);
    expect(point.latitude).toBeCloseTo(latitude, 5);
    expect(point.longitude).toBeCloseTo(longitude, 5);
  });

  it.each([
    ["le numéro dans la voie", "1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93,2154", "ADRESSE"],
    ["la voie", "2,ATLASANTE,84,IGN,BD_ADRESSE,V2.2,LAMBERT_93,2154", "RUE"],
    [
      "rien de plus que la commune pour un rang plus faible",
      "3,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93,2154",
      "COMMUNE",
    ],
    ["rien de plus que la commune sans score", "1,ATLASANTE,.,BAN,EPSG:2154 RGF93 / Lambert-93", "COMMUNE"],
    [
      "rien de plus que la commune pour une limite administrative",
      "1,ATLASANTE,100,ADMIN-EXPRESS-2023,EPSG:2154 RGF93",
      "COMMUNE",
    ],
  ])("promet %s", (_cas, source, precision) => {
    expect(positionFiness("870215.7", "6571590.5", source)).toMatchObject({ precision });
  });

  it.each([
    ["une projection inconnue", "870215.7", "6571590.5", "1,X,100,IGN,Y,Z,GAUSS", "PROJECTION"],
    ["une source absente", "870215.7", "6571590.5", "", "PROJECTION"],
    ["une coordonnée vide", "", "6571590.5", "1,X,100,IGN,Y,Z,LAMBERT_93", "COORDONNEES"],
    ["une coordonnée illisible", "est", "6571590.5", "1,X,100,IGN,Y,Z,LAMBERT_93", "COORDONNEES"],
    ["des coordonnées échangées", "6571590.5", "870215.7", "1,X,100,IGN,Y,Z,LAMBERT_93", "COORDONNEES"],
    ["des zéros", "0", "0", "1,X,100,IGN,Y,Z,LAMBERT_93", "COORDONNEES"],
  ])("refuse %s", (_cas, x, y, source, defaut) => {
    expect(positionFiness(x, y, source)).toBe(defaut);
  });
});
