import { describe, expect, it } from "vitest";
import { controlerUsager } from "./saisir-usager.rule.ts";
import type { UsagerInput } from "./usager.input.ts";

const toutJuste: UsagerInput = {
  nomNaissance: "EXEMPLE",
  prenoms: ["Camille"],
  dateNaissance: "2026-11-22",
  statutIdentite: "PROVISOIRE",
  mesureProtection: "INCONNUE",
  sansMedecinTraitant: "INCONNU",
  ald: "INCONNU",
  isole: "INCONNU",
};

describe("La description d'une personne", () => {
  it("suffit avec un nom, un prénom et une date de naissance", () => {
    expect(controlerUsager(toutJuste, "2026-11-22")).toBeNull();
  });

  it.each<[string, Partial<UsagerInput>, string | null]>([
    ["sans nom", { nomNaissance: "  " }, "nomNaissance"],
    ["sans prénom", { prenoms: [] }, "prenoms"],
    ["avec un prénom vide", { prenoms: ["Camille", ""] }, "prenoms"],
    ["née demain", { dateNaissance: "2026-11-23" }, "dateNaissance"],
    ["qualifiée sans INS", { statutIdentite: "QUALIFIEE" }, "ins"],
    // Invented: month 99 is given to nobody; the key is computed.
    ["avec un INS de clé fausse", { ins: { matricule: "299990199900104", oid: "1.2" } }, "ins.matricule"],
    ["avec un INS trop court", { ins: { matricule: "2999901", oid: "1.2" } }, "ins.matricule"],
    ["avec son médecin traitant", { sansMedecinTraitant: "NON", medecinTraitantId: "889900000053" }, null],
    ["avec un médecin traitant, sans savoir si elle en a un", { medecinTraitantId: "889900000053" }, null],
    [
      "sans médecin traitant, et avec un",
      { sansMedecinTraitant: "OUI", medecinTraitantId: "889900000053" },
      "medecinTraitantId",
    ],
    ["avec un INS de clé juste", { ins: { matricule: "299990199900103", oid: "1.2" } }, null],
  ])("%s", (_cas, ecart, champ) => {
    expect(controlerUsager({ ...toutJuste, ...ecart }, "2026-11-22")?.champ ?? null).toBe(champ);
  });
});
