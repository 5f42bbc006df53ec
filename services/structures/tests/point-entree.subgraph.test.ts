import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

  it("donne les portails et référents : celui de la région plutôt que celui du pays, une adresse ou à qui s'adresser", async () => {
    const liens = async (codeInsee: string) => {
      const { pointEntree: lu } = await annuaire.demander<{
        pointEntree: { liens: { code: string; url: string | null; contact: string | null; source: string }[] };
      }>("query($c: CodeInsee!) { pointEntree(codeInsee: $c) { liens { code url contact source } } }", {
        c: codeInsee,
      });
      return lu.liens;
    };
    const dansLAin = await liens("01053");
    expect(dansLAin.map(({ code }) => code)).toEqual([
      "MON_ESPACE_SANTE",
      "MON_ESPACE_SANTE_CONTACTS_REGIONAUX",
      "PAPS",
      "GUICHET_UNIQUE",
      "ACCES_AUX_SOINS",
      "CONSEIL_TERRITORIAL_DE_SANTE",
      "CONTRAT_LOCAL_DE_SANTE",
    ]);
    for (const { url, contact, source } of dansLAin) {
      expect(url ?? contact).not.toBeNull();
      expect(source).toMatch(/S\d{3}/);
    }
    const paps = (lus: typeof dansLAin) => lus.find(({ code }) => code === "PAPS")?.url;
    expect(paps(dansLAin)).toBe("https://www.auvergne-rhone-alpes.paps.sante.fr/");
    expect(paps(await liens("97411"))).toBe("https://www.paps.sante.fr/");
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
