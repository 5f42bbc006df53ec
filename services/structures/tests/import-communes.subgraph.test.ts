import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importerCommunes } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { importerLesCommunes } from "./communes-de-test.ts";
import { avecFichier } from "./fichiers.ts";

const ENTETE =
  "code_insee,nom,dep_code,dep_nom,reg_code,epci_code,epci_nom,code_postal,population,latitude_centre,longitude_centre";

describe("L'import des communes", () => {
  let annuaire: AnnuaireDeTest;
  beforeAll(async () => {
    annuaire = await ouvrirAnnuaire();
    await importerLesCommunes(annuaire);
  });
  afterAll(() => annuaire.fermer());

  const importer = (...lignes: readonly string[]) =>
    avecFichier([ENTETE, ...lignes].join("\n"), (fichier) =>
      annuaire.ecrire(async (client) => {
        const rapport = (await importerCommunes(client, { fichier })).toJSON();
        const { rows } = await client.query("select * from pg_temp.communes_publiees order by code_insee");
        return { rapport, publiees: rows as { code_insee: string; latitude: number; codes_postaux: string[] }[] };
      }),
    );

  it("améliore position et population des communes du fichier, et laisse les autres", async () => {
    const { rapport, publiees } = await importer("01034,Belley,01,Ain,84,1,X,01300,9500,45.7583,5.6878");
    expect(rapport).toMatchObject({ lues: 1, inserees: 0, modifiees: 1, rejetees: 0 });
    expect(publiees).toHaveLength(7);
    expect(publiees.find(({ code_insee }) => code_insee === "01034")).toMatchObject({
      latitude: 45.7583,
      codes_postaux: ["01300"],
    });
    const { commune, departement } = await annuaire.demander<{ commune: object; departement: object }>(`{
      commune(codeInsee: "01034") { nom population position { latitude precision } departement { code region { nom } } }
      departement(code: "01") { nom population }
    }`);
    expect(commune).toEqual({
      nom: "Belley",
      population: 9500,
      position: { latitude: 45.7583, precision: "COMMUNE" },
      departement: { code: "01", region: { nom: "Auvergne-Rhône-Alpes" } },
    });
    expect(departement).toEqual({ nom: "Ain", population: 41_000 + 5_700 + 9_500 });
  });

  it("rejette chaque ligne inutilisable avec sa raison et son numéro", async () => {
    const { rapport } = await importer(
      "2A999,Ajout,2A,Corse-du-Sud,94,,,20000,10,41.9,8.7",
      "20004,Ancien code,20,Corse,94,,,20000,10,41.9,8.7",
      "01053,Sans position complète,01,Ain,84,,,01000,10,46.2,",
      "01053,,01,Ain,84,,,01000,10,46.2,5.2",
      "01344,Bonne,01,Ain,84,,,01000,5700,46.2,5.19",
      "01344,En double,01,Ain,84,,,01000,5700,46.2,5.19",
      "01001,Colonne de trop,01,Ain,84,,,01000,10,46.2,5.2,?",
      "01002,Population,01,Ain,84,,,01000,beaucoup,46.2,5.2",
      "01003,Région inconnue,01,Ain,99,,,01000,10,46.2,5.2",
    );
    const { rejets, ...reste } = rapport as { rejets: { code: string; lignes: number[] }[] };
    expect(reste).toMatchObject({ lues: 9, inserees: 1, rejetees: 7 });
    expect(Object.fromEntries(rejets.map(({ code, lignes }) => [code, lignes]))).toEqual({
      CODE_INSEE: [3],
      POSITION: [4],
      NOM: [5],
      DOUBLON: [7],
      COLONNES: [8],
      POPULATION: [9],
      DEPARTEMENT: [10],
    });
  });

  it("refuse un fichier sans les colonnes attendues", async () => {
    const refuse = avecFichier("a,b\n1,2", (fichier) =>
      annuaire.ecrire((client) => importerCommunes(client, { fichier })),
    );
    await expect(refuse).rejects.toThrow("n'a pas la colonne");
  });

  it.each([
    ["un début de nom, sans accent ni tiret", "saint denis les b", ["01344"]],
    ["une abréviation", "st-denis", ["97411", "01344"]],
    ["un code postal, les plus peuplées d'abord", "01000", ["01053", "01344"]],
    ["le début d'un code postal", "693", []],
    ["un arrondissement", "lyon 3", ["69383"]],
    ["une faute de frappe", "vileurbane", ["69266"]],
  ])("l'autocomplétion comprend %s", async (_cas, recherche, attendus) => {
    const { communes } = await annuaire.demander<{ communes: { codeInsee: string }[] }>(
      "query($recherche: String!) { communes(recherche: $recherche) { codeInsee } }",
      { recherche },
    );
    expect(communes.map(({ codeInsee }) => codeInsee)).toEqual(attendus);
  });
});
