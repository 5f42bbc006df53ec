import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { importerRpps } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { ecrireFichier, type LigneDeTest, ligne } from "./fichier-rpps.ts";
import { publierCommunes } from "./territoire-de-test.ts";

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
  await annuaire.ecrire((client) => publierCommunes(client));
});
afterAll(() => annuaire.fermer());

/** Few people, few places, so that keys meet: same person, same place, other address or phone, exact repetitions. */
const ligneArbitraire: fc.Arbitrary<LigneDeTest> = fc
  .record({
    rang: fc.integer({ min: 1, max: 4 }),
    structure: fc.constantFrom("R1", "R2"),
    savoirFaire: fc.constantFrom("SM54", "SM04"),
    numero: fc.constantFrom("1", "2", "3"),
    telephone: fc.constantFrom("", "0500000001"),
    secteur: fc.constantFrom("SA07", "SA07", "SA50"),
    commune: fc.constantFrom("09002", ""),
    departement: fc.constantFrom("09", "31"),
  })
  .map(({ rang, structure, savoirFaire, numero, telephone, secteur, commune, departement }) =>
    ligne(rang, {
      "Identifiant technique de la structure": structure,
      "Code savoir-faire": savoirFaire,
      "Numéro Voie (coord. structure)": numero,
      "Téléphone (coord. structure)": telephone,
      "Code secteur d'activité": secteur,
      "Code commune (coord. structure)": commune,
      "Code Département (structure)": departement,
    }),
  );

/** Every row of the directory, but for the instant of its writing. */
const contenu = async () =>
  annuaire.ecrire(async (client) => {
    const lire = async (table: string, cle: string) =>
      (
        await client.query(
          `select to_jsonb(t) - 'mis_a_jour_le' as ligne from professionals.${table} t order by ${cle}`,
        )
      ).rows;
    return [
      await lire("professionnel", "id"),
      await lire("situation", "id"),
      await lire("savoir_faire_publie", "profession, code"),
    ];
  });

const recommencer = () =>
  annuaire.ecrire((client) =>
    client.query("truncate professionals.professionnel, professionals.savoir_faire_publie cascade"),
  );

const importer = async (lignes: readonly LigneDeTest[]) => {
  const fichier = await ecrireFichier(lignes);
  return (await annuaire.ecrire((client) => importerRpps(client, { fichier }))).toJSON();
};

const deuxOrdres = fc
  .array(ligneArbitraire, { minLength: 1, maxLength: 12 })
  .chain((lignes) => fc.tuple(fc.constant(lignes), fc.shuffledSubarray(lignes, { minLength: lignes.length })));

describe("L'import RPPS", () => {
  it("donne la même base quel que soit l'ordre des lignes, et n'y écrit plus rien ensuite", async () => {
    await fc.assert(
      fc.asyncProperty(deuxOrdres, async ([lignes, melangees]) => {
        await recommencer();
        await importer(lignes);
        const attendu = await contenu();
        expect(await importer(melangees)).toMatchObject({ resultat: "AUCUN_CHANGEMENT" });
        await recommencer();
        await importer(melangees);
        expect(await contenu()).toEqual(attendu);
      }),
      { numRuns: 25 },
    );
  });

  it("rend compte de chaque ligne lue : écrite, inchangée ou rejetée", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(ligneArbitraire, { minLength: 1, maxLength: 12 }), async (lignes) => {
        const { lues, inserees, modifiees, inchangees, rejetees } = await importer(lignes);
        expect(lues).toBe(lignes.length);
        expect(Number(inserees) + Number(modifiees) + Number(inchangees) + Number(rejetees)).toBe(lignes.length);
      }),
      { numRuns: 25 },
    );
  });
});
