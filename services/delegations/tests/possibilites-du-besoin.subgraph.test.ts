import { countStatements } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BancDePossibilites, ouvrirBancDePossibilites, type Possibilite } from "./banc-de-possibilites.ts";

let banc: BancDePossibilites;
beforeAll(async () => {
  banc = await ouvrirBancDePossibilites();
});
afterAll(() => banc.fermer());

describe("Les possibilités d'un besoin", () => {
  const CRITERES = {
    codeInsee: "69123",
    actes: ["VACCINATION_GRIPPE"],
    rayonKm: 15,
    urgence: "SOUS_72_H",
    profil: { age: 72, ageMois: null, sexe: null, criteresCliniques: [] },
  };
  const dUnBesoin = async (criteres: Record<string, unknown>): Promise<Possibilite[]> => {
    const besoin = { __typename: "Besoin", id: "besoin", criteres: { ...CRITERES, ...criteres } };
    const [lu] = await banc.entites<{ possibilites: Possibilite[] }>([besoin]);
    return lu?.possibilites ?? [];
  };

  it("sont celles de `quiPeutRealiser`, une par délégation et par acte", async () => {
    const [demandees, duBesoin] = await Promise.all([
      banc.quiPeut({
        acte: "VACCINATION_GRIPPE",
        patient: { age: 72 },
        proximite: { codeInsee: "69123", rayonKm: 15 },
      }),
      dUnBesoin({ actes: ["VACCINATION_GRIPPE", "VACCINATION_GRIPPE"] }),
    ]);
    const sansId = ({ id, ...reste }: Possibilite) => reste;
    expect(duBesoin.map(sansId)).toEqual(demandees.map(sansId));
    const deuxActes = await dUnBesoin({ actes: ["VACCINATION_GRIPPE", "VACCINATION_CALENDRIER"] });
    const couples = deuxActes.map(({ delegation, acte }) => `${delegation.code} ${acte.code}`);
    expect(couples).toEqual(expect.arrayContaining(["D10 VACCINATION_GRIPPE", "D10 VACCINATION_CALENDRIER"]));
    expect(new Set(couples).size).toBe(couples.length);
  });

  it("sont vides pour une urgence vitale, sans acte, ou pour un acte inconnu", async () => {
    expect(await dUnBesoin({ urgence: "VITALE" })).toEqual([]);
    expect(await dUnBesoin({ actes: [] })).toEqual([]);
    expect(await dUnBesoin({ actes: ["RIEN"] })).toEqual([]);
  });

  it("jugent les textes sans équipe proche quand la commune n'est pas connue, et les faits qui se contredisent INCONNU", async () => {
    const [premiere] = await dUnBesoin({ codeInsee: "69999" });
    expect(premiere).toMatchObject({ eligibilite: { verdict: "OUI" }, codeInsee: "69999", equipes: [] });
    const profil = { ...CRITERES.profil, age: 5, ageMois: 200 };
    const verdicts = (await dUnBesoin({ profil })).map(({ delegation, eligibilite }) => [
      delegation.code,
      eligibilite.verdict,
    ]);
    expect(verdicts).toContainEqual(["D10", "INCONNU"]);
  });

  it("se lisent pour plusieurs besoins en trois requêtes SQL", async () => {
    const representations = ["69123", "01004", "69123"].map((codeInsee, rang) => ({
      __typename: "Besoin",
      id: `besoin-${rang}`,
      criteres: { ...CRITERES, codeInsee, actes: ["ANGINE", "VACCINATION_GRIPPE"] },
    }));
    const { statements } = await countStatements(() => banc.entites(representations));
    expect(statements).toHaveLength(3);
  });
});
