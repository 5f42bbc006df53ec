import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { peupler } from "./donnees-de-test.ts";

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
  await peupler(annuaire);
});
afterAll(() => annuaire.fermer());

/** What the gateway asks: entities by reference, with the fields that `@requires` names. */
const entites = async (representations: object[], champs: string) =>
  (
    await annuaire.demander<{ _entities: (Record<string, unknown> | null)[] }>(
      `query($r: [_Any!]!) { _entities(representations: $r) { __typename ${champs} } }`,
      { r: representations },
    )
  )._entities;

describe("Le point d'entrée", () => {
  const pointEntree = async (codeInsee: string) =>
    (
      await annuaire.demander<{ pointEntree: Record<string, unknown> | null }>(
        "query($c: CodeInsee!) { pointEntree(codeInsee: $c) { commune { nom } dac { nom territoire { source } } cpts { nom } sas { nom } numerosNationaux { numero } } }",
        { c: codeInsee },
      )
    ).pointEntree;

  it("nomme le DAC supposé, la CPTS déclarée, le SAS et les numéros", async () => {
    expect(await pointEntree("01053")).toEqual({
      commune: { nom: "Bourg-en-Bresse" },
      dac: [
        {
          nom: "DAC DE L'AIN",
          territoire: { source: "supposé : aucun territoire déclaré, le DAC couvre son département" },
        },
      ],
      cpts: [{ nom: "CPTS DU BASSIN BURGIEN" }],
      sas: [{ nom: "SAS DE L'AIN" }],
      numerosNationaux: [{ numero: "15" }, { numero: "15" }, { numero: "3114" }],
    });
  });

  it("suit le territoire déclaré : un arrondissement suit sa commune, le reste du département n'est pas couvert", async () => {
    expect(await pointEntree("69383")).toMatchObject({
      dac: [{ nom: "DAC DU RHONE", territoire: { source: "déclaré pour les tests" } }],
    });
    expect(await pointEntree("69266")).toMatchObject({ dac: [], cpts: [] });
  });

  it("n'est rien pour une commune inconnue", async () => {
    expect(await pointEntree("99999".replace("99", "33"))).toBeNull();
  });

  it("se retrouve depuis la commune et depuis la référence du territoire", async () => {
    const { commune } = await annuaire.demander<{ commune: { dac: { territoire: { id: string } }[] } }>(
      '{ commune(codeInsee: "01034") { dac { territoire { id } } cpts { nom } } }',
    );
    const id = commune.dac[0]?.territoire.id;
    const [territoire] = await entites(
      [{ __typename: "Territoire", id }],
      "... on Territoire { structure { nom } communes { codeInsee } }",
    );
    expect(territoire).toMatchObject({
      structure: { nom: "DAC DE L'AIN" },
      communes: [{ codeInsee: "01034" }, { codeInsee: "01053" }, { codeInsee: "01344" }],
    });
  });
});
