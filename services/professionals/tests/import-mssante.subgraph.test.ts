import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importerMssante } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { rppsDe } from "./fichier-rpps.ts";

/** The published header of 2026. */
const ENTETE =
  "Type de BAL|Adresse BAL|Type Identifiant PP|Identifiant PP|Identification nationale PP|Type identifiant structure|Identification Structure|Service de rattachement|Civilité d'exercice|Nom d'exercice|Prénom d'exercice|Catégorie profession|Libellé de catégorie profession|Code Profession|Libellé Profession|Code savoir-faire|Libellé savoir-faire|Dématérialisation|Raison Sociale structure BAL|Enseigne commerciale structure BAL|L2COMPLEMENTLOCALISATION structure BAL|L3COMPLEMENTDISTRIBUTION structure BAL|L4NUMEROVOIE structure BAL|L4COMPLEMENTNUMEROVOIE structure BAL|NL4TYPEVOIE structure BAL|L4LIBELLEVOIE structure BAL|L5LIEUDITMENTION structure BAL|L6LIGNEACHEMINEMENT structure BAL|Code postal structure BAL|Département structure BAL|Pays structure BAL";
const COLONNES = ENTETE.split("|");

/** A personal box of the first invented person, with these differences. */
const boite = (ecart: Record<string, string> = {}): string => {
  const valeurs: Record<string, string> = {
    "Type de BAL": "PER",
    "Adresse BAL": "cecile.nom1@exemple.mssante.invalid",
    "Type Identifiant PP": "8",
    "Identifiant PP": rppsDe(1),
    "Département structure BAL": "09",
    ...ecart,
  };
  return COLONNES.map((nom) => valeurs[nom] ?? "").join("|");
};
const DE_LA_MAISON = {
  "Type de BAL": "ORG",
  "Adresse BAL": "Accueil@msp.mssante.invalid",
  "Type Identifiant PP": "",
  "Identifiant PP": "",
  "Type identifiant structure": "FINESS",
  "Identification Structure": "310034616",
};

let annuaire: AnnuaireDeTest;
beforeEach(async () => {
  annuaire = await ouvrirAnnuaire();
});
afterEach(() => annuaire.fermer());

const importer = async (lignes: readonly string[], { jour = "20261122", accepterLesFermetures = false } = {}) => {
  const fichier = join(await mkdtemp(join(tmpdir(), "mssante-")), `Extraction_Correspondance_MSSante_${jour}1013.txt`);
  await writeFile(fichier, [ENTETE, ...lignes, ""].join("\n"));
  return (await annuaire.ecrire((client) => importerMssante(client, { fichier, accepterLesFermetures }))).toJSON();
};
const boites = async () =>
  (
    await annuaire.ecrire((client) =>
      client.query(`select adresse, type, professionnel_id, structure_id, liste_rouge, ferme_le::text, millesime::text
        from professionals.boite_aux_lettres order by adresse, professionnel_id nulls last`),
    )
  ).rows;

describe("L'import des boîtes MSSanté", () => {
  it("rattache chaque boîte à sa personne, à sa structure, ou aux deux", async () => {
    const partagee = boite({
      "Identifiant PP": rppsDe(2),
      "Identification Structure": "1310034616",
      "Type de BAL": "CAB",
    });
    expect(await importer([boite(), boite(DE_LA_MAISON), partagee])).toMatchObject({
      lues: 3,
      inserees: 3,
      rejetees: 0,
    });
    const constantes = { liste_rouge: false, ferme_le: null, millesime: "2026-11-22" };
    const personnelle = { ...constantes, adresse: "cecile.nom1@exemple.mssante.invalid" };
    expect(await boites()).toEqual([
      {
        ...constantes,
        adresse: "accueil@msp.mssante.invalid",
        type: "ORGANISATIONNELLE",
        professionnel_id: null,
        structure_id: "1310034616",
      },
      { ...personnelle, type: "PERSONNELLE", professionnel_id: `8${rppsDe(1)}`, structure_id: null },
      { ...personnelle, type: "CABINET", professionnel_id: `8${rppsDe(2)}`, structure_id: "1310034616" },
    ]);
  });

  it("n'écrit rien la seconde fois, ferme et rouvre, et ne touche ni à la liste rouge ni à ce qui est déclaré", async () => {
    await importer([boite(), boite(DE_LA_MAISON)]);
    await annuaire.ecrire((client) =>
      client.query(`update professionals.boite_aux_lettres set liste_rouge = true;
        insert into professionals.boite_aux_lettres (adresse, type, structure_id, departement_source, source, millesime)
        values ('declaree@exemple.mssante.invalid', 'APPLICATIVE', '1310034616', '09', 'Déclaration', '2026-11-22')`),
    );
    expect(await importer([boite(DE_LA_MAISON), boite()])).toMatchObject({
      resultat: "AUCUN_CHANGEMENT",
      inchangees: 2,
    });
    expect(await importer([boite()], { jour: "20261201" })).toMatchObject({ inserees: 0, modifiees: 0, fermees: 1 });
    expect(await boites()).toMatchObject([
      { ferme_le: "2026-12-01", liste_rouge: true },
      { ferme_le: null, liste_rouge: true },
      { adresse: "declaree@exemple.mssante.invalid", ferme_le: null, liste_rouge: false },
    ]);
    expect(await importer([boite(), boite(DE_LA_MAISON)])).toMatchObject({ inserees: 0, modifiees: 1, fermees: 0 });
  });

  it("ne ferme que dans les départements du fichier, et refuse un fichier tronqué", async () => {
    const deux = Array.from({ length: 60 }, (_, rang) =>
      boite({ "Adresse BAL": `boite${rang}@exemple.mssante.invalid` }),
    );
    await importer([...deux, boite({ ...DE_LA_MAISON, "Département structure BAL": "31" })]);
    await expect(importer(deux.slice(0, 9))).rejects.toThrow(/fermerait 51 boîtes sur 60/);
    expect(await importer(deux.slice(0, 9), { accepterLesFermetures: true })).toMatchObject({ fermees: 51 });
    expect((await boites())[0]).toMatchObject({ adresse: "accueil@msp.mssante.invalid", ferme_le: null });
  });

  it("laisse de côté, ligne par ligne, ce qui n'est pas une boîte de l'annuaire", async () => {
    const rapport = await importer([
      boite({ "Adresse BAL": "sans arobase" }),
      boite({ "Type de BAL": "XYZ" }),
      boite({ "Identifiant PP": "89900000000" }),
      boite({ "Type Identifiant PP": "0", "Identifiant PP": "099999999" }),
      "PER|coupée",
      boite(),
      boite(),
    ]);
    expect(rapport).toMatchObject({
      lues: 7,
      inserees: 1,
      rejets: [
        { code: "ADRESSE_INVALIDE", lignes: [2] },
        { code: "TYPE_INCONNU", lignes: [3] },
        { code: "SANS_TITULAIRE", lignes: [4, 5] },
        { code: "NOMBRE_DE_COLONNES", lignes: [6] },
        { code: "LIGNE_EN_DOUBLE", lignes: [8] },
      ],
    });
  });
});
