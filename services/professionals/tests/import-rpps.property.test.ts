import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

/**
 * Every row of the directory, but for the instant of its writing, and for the marks of a person: those of what has closed stay
 * until tables are built anew, so that only what they must hold is read.
 */
const contenu = async () =>
  annuaire.ecrire(async (client) => {
    const lire = async (table: string, cle: string) =>
      (
        await client.query(
          `select to_jsonb(t) - 'mis_a_jour_le' - 'reperes' as ligne from professionals.${table} t order by ${cle}`,
        )
      ).rows;
    return [
      await lire("professionnel", "id"),
      await lire("situation", "id"),
      await lire("savoir_faire_publie", "profession, code"),
    ];
  });

/** The open activities that the marks of their person do not tell: a search by name would not find them. */
const sansRepere = async () =>
  annuaire.ecrire(async (client) => {
    const { rows } = await client.query(
      `select s.id from professionals.situation s join professionals.professionnel p on p.id = s.professionnel_id
       where s.ferme_le is null and not p.reperes @> array_remove(array[s.departement, 'p' || s.profession], null)`,
    );
    return rows;
  });

const recommencer = () =>
  annuaire.ecrire((client) =>
    client.query("truncate professionals.professionnel, professionals.savoir_faire_publie cascade"),
  );

const importer = async (lignes: readonly LigneDeTest[], options: OptionsDImport = {}) => {
  const fichier = await ecrireFichier(lignes, { brut: options.brut ?? [] });
  const { brut: _, ...desLignes } = options;
  return (await annuaire.ecrire((client) => importerRpps(client, { ...desLignes, fichier }))).toJSON();
};

/** What no importer can use: cut short, shifted by a stray bar, text of another file, or one field out of its rules. */
const mauvaiseLigne = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }).map((texte) => texte.replace(/[\r\n]/g, "") || "|"),
  fc.constantFrom("8|89900000012|coupée", `${"|".repeat(80)}décalée`, "\u0000", " "),
);

const deuxOrdres = fc
  .array(ligneArbitraire, { minLength: 1, maxLength: 12 })
  .chain((lignes) => fc.tuple(fc.constant(lignes), fc.shuffledSubarray(lignes, { minLength: lignes.length })));

interface OptionsDImport {
  readonly brut?: readonly string[];
  readonly reconstruireAPartirDe?: number;
}

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
      { numRuns: 20 },
    );
  });

  it("rend compte de chaque ligne lue, bonne ou mauvaise : écrite, inchangée ou rejetée", async () => {
    const fichiers = fc.tuple(
      fc.array(ligneArbitraire, { minLength: 1, maxLength: 12 }),
      fc.array(mauvaiseLigne, { maxLength: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(fichiers, async ([lignes, brut]) => {
        const { lues, inserees, modifiees, inchangees, rejetees } = await importer(lignes, { brut });
        expect(lues).toBe(lignes.length + brut.length);
        expect(Number(inserees) + Number(modifiees) + Number(inchangees) + Number(rejetees)).toBe(lues);
        expect(rejetees).toBeGreaterThanOrEqual(brut.length);
        expect(await importer(lignes, { brut })).toMatchObject({ resultat: "AUCUN_CHANGEMENT", lues, rejetees });
      }),
      { numRuns: 20 },
    );
  });

  it("écrit la même base ligne à ligne et en reconstruisant les tables, fichier après fichier", async () => {
    const suite = fc.array(fc.array(ligneArbitraire, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 });
    const charger = async (fichiers: readonly (readonly LigneDeTest[])[], reconstruireAPartirDe: number) => {
      await recommencer();
      const rapports = [];
      for (const lignes of fichiers)
        rapports.push({ ...(await importer(lignes, { reconstruireAPartirDe })), fichier: "" });
      return { rapports, contenu: await contenu(), sansRepere: await sansRepere() };
    };
    await fc.assert(
      fc.asyncProperty(suite, async (fichiers) => {
        const ecrite = await charger(fichiers, Number.POSITIVE_INFINITY);
        expect(ecrite.sansRepere).toEqual([]);
        expect(await charger(fichiers, 1)).toEqual(ecrite);
      }),
      { numRuns: 8 },
    );
  });
});
