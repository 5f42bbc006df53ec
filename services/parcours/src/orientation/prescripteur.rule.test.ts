import { appliquer } from "@coordination/rules";
import { describe, expect, it } from "vitest";
import { type PrescriptionDEnvoi, prescripteurDistinct } from "./prescripteur.rule.ts";

const juste: PrescriptionDEnvoi = {
  prescripteurId: "889900000020",
  emetteurId: "889900000012",
  envoyeParUnDac: true,
};
const nonRemplies = (ecart: Partial<PrescriptionDEnvoi>) =>
  appliquer(prescripteurDistinct, { ...juste, ...ecart })
    .conditions.filter(({ verdict }) => verdict !== "OUI")
    .map(({ code }) => code);

describe("Le prescripteur d'un envoi", () => {
  it.each<[string, Partial<PrescriptionDEnvoi>, string[]]>([
    ["un autre professionnel que la coordinatrice", {}, []],
    ["la coordinatrice elle-même, pour son DAC", { prescripteurId: "889900000012" }, ["PAS_LE_DAC"]],
    ["le professionnel qui envoie lui-même, sans DAC", { prescripteurId: "889900000012", envoyeParUnDac: false }, []],
    ["un professionnel, quand qui envoie n'a pas de numéro", { emetteurId: null }, []],
    ["une structure", { prescripteurId: "1690000017" }, ["NUMERO_RPPS"]],
    ["un professionnel sans numéro RPPS", { prescripteurId: "0690000017" }, ["NUMERO_RPPS"]],
  ])("%s", (_cas, ecart, attendues) => {
    expect(nonRemplies(ecart)).toEqual(attendues);
  });
});
