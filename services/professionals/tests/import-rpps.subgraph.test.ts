import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importerRpps } from "../src/index.ts";
import { type AnnuaireDImport, ouvrirAnnuaireDImport } from "./annuaire-d-import.ts";
import { ecrireFichier, ligne, rppsDe } from "./fichier-rpps.ts";

let annuaire: AnnuaireDImport;
beforeEach(async () => {
  annuaire = await ouvrirAnnuaireDImport();
});
afterEach(() => annuaire.fermer());
const importer: AnnuaireDImport["importer"] = (...parametres) => annuaire.importer(...parametres);
const lire: AnnuaireDImport["lire"] = (rang) => annuaire.lire(rang);

describe("L'import RPPS", () => {
  it("rend une personne par RPPS, et une situation par activité", async () => {
    const rapport = await importer([
      ligne(1),
      ligne(1, {
        "Code savoir-faire": "SM18",
        "Libellé savoir-faire": "Gériatrie",
        "Identifiant technique de la structure": "R7",
      }),
    ]);
    expect(rapport).toMatchObject({ resultat: "IMPORTE", lues: 2, inserees: 2, modifiees: 0, fermees: 0, rejetees: 0 });
    expect(await lire(1)).toMatchObject({
      id: `8${rppsDe(1)}`,
      rpps: rppsDe(1),
      civilite: "Madame",
      nom: "NOM1",
      estMedecinGeneraliste: true,
      estIpa: false,
      exercices: [
        {
          profession: { code: "10", libelle: "Médecin", systeme: "TRE_G15" },
          categorie: "Civil",
          savoirFaire: [{ code: "SM18" }, { code: "SM54", libelle: "Médecine générale", type: "Spécialité ordinale" }],
        },
      ],
      situations: [{ id: expect.any(String) }, { id: expect.any(String) }],
    });
  });

  it("lit les deux en-têtes, et les deux encodages, de la même façon", async () => {
    const lignes = [ligne(1), ligne(2, { "Libellé civilité d'exercice": "Docteur" })];
    await importer(lignes, { variante: "56" });
    const attendu = [await lire(1), await lire(2)];
    const relu = await importer(lignes, { variante: "52", encodage: "windows-1252" });
    expect(relu).toMatchObject({ resultat: "AUCUN_CHANGEMENT", inchangees: 2 });
    expect([await lire(1), await lire(2)]).toEqual(attendu);
    expect(attendu[1]).toMatchObject({
      civilite: "Docteur",
      situations: [{ adresse: { lignes: ["83 Route JEAN JAURÈS"] } }],
    });
  });

  it("donne les mêmes situations quand le genre ordinaire est dit et quand il est tu", async () => {
    await importer([ligne(1)], { variante: "52" });
    const avant = await lire(1);
    const rapport = await importer([ligne(1, { "Code genre d'activité": "GENR01" })]);
    expect(rapport).toMatchObject({ inserees: 0, modifiees: 1, fermees: 0 });
    expect((await lire(1))?.situations.map(({ id }) => id)).toEqual(avant?.situations.map(({ id }) => id));
  });

  it("ne change rien au second passage du même fichier, et le dit", async () => {
    await importer([ligne(1), ligne(2)]);
    const avant = await lire(1);
    expect(await importer([ligne(1), ligne(2)])).toMatchObject({
      resultat: "AUCUN_CHANGEMENT",
      inserees: 0,
      modifiees: 0,
      fermees: 0,
      inchangees: 2,
    });
    expect(await lire(1)).toEqual(avant);
  });

  it("garde l'identifiant d'une situation dont l'adresse ou le téléphone sont corrigés", async () => {
    await importer([ligne(1)]);
    const avant = await lire(1);
    const rapport = await importer(
      [ligne(1, { "Téléphone (coord. structure)": "0511111111", "Numéro Voie (coord. structure)": "85" })],
      {
        jour: "20261201",
      },
    );
    expect(rapport).toMatchObject({ inserees: 0, modifiees: 1, fermees: 0 });
    const apres = await lire(1);
    expect(apres?.situations[0]).toMatchObject({
      id: avant?.situations[0]?.id,
      adresse: { lignes: ["85 Route JEAN JAURÈS"] },
      contacts: [
        { canal: "TELEPHONE", valeur: "0511111111", diffusion: "PUBLIQUE", misAJourLe: "2026-12-01", source: "RPPS" },
      ],
      provenance: { source: "RPPS", millesime: "2026-12-01" },
    });
  });

  it("distingue deux activités que seule l'adresse sépare, et laisse la ligne répétée", async () => {
    const ailleurs = ligne(1, { "Numéro Voie (coord. structure)": "12" });
    const rapport = await importer([ligne(1), ailleurs, ailleurs]);
    expect(rapport).toMatchObject({ lues: 3, inserees: 2, rejets: [{ code: "LIGNE_EN_DOUBLE", lignes: [4] }] });
    const ids = (await lire(1))?.situations.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(2);
    expect(ids.filter((id) => id.endsWith("-2"))).toHaveLength(1);
  });

  it("laisse de côté, ligne par ligne, ce qui n'est pas une activité de l'annuaire", async () => {
    const rapport = await importer(
      [
        ligne(1),
        ligne(2, { "Code secteur d'activité": "SA50" }),
        ligne(3, { "Identifiant PP": "89900000000" }),
        ligne(4, { "Type d'identifiant PP": "0", "Identifiant PP": "099999999" }),
        ligne(5, { "Nom d'exercice": "" }),
        ligne(6, { "Code profession": "" }),
      ],
      { brut: ["8|coupée|"] },
    );
    expect(rapport).toMatchObject({
      lues: 7,
      inserees: 1,
      rejetees: 6,
      rejets: [
        { code: "SECTEUR_SA50", lignes: [3] },
        { code: "RPPS_INVALIDE", lignes: [4] },
        { code: "IDENTIFIANT_ADELI", lignes: [5] },
        { code: "NOM_ABSENT", lignes: [6] },
        { code: "PROFESSION_ABSENTE", lignes: [7] },
        { code: "NOMBRE_DE_COLONNES", lignes: [8] },
      ],
    });
  });

  it("refuse un fichier qui n'a que son en-tête, et ne dit pas déjà là ce dont il n'a rien retenu", async () => {
    await importer([ligne(1)]);
    await expect(importer([])).rejects.toThrow(/que son en-tête/);
    const fichier = await ecrireFichier([ligne(2, { "Nom d'exercice": "" })]);
    const rapport = await annuaire.ecrire((client) => importerRpps(client, { fichier }));
    expect(rapport.enTexte()).toContain("aucune ligne n'a été retenue");
  });

  it("refuse un fichier d'un autre format, en nommant ce qui manque", async () => {
    const fichier = await ecrireFichier([]);
    await expect(
      annuaire.ecrire((client) => importerRpps(client, { fichier: fichier.replace(/[^/]*$/, "absent.txt") })),
    ).rejects.toThrow();
    await expect(annuaire.ecrire((client) => importerRpps(client, { fichier: "/etc/hostname" }))).rejects.toThrow(
      /colonnes absentes.*« identifiant pp »/,
    );
  });

  it("garde une coordinatrice (GENR08) sans la dire soignante, et une personne sans activité de même", async () => {
    const sansActivite = {
      "Code secteur d'activité": "",
      "Code mode exercice": "",
      "Identifiant technique de la structure": "",
      "Raison sociale site": "",
    };
    await importer([ligne(1, { "Code genre d'activité": "GENR08" }), ligne(2, sansActivite)]);
    expect(await lire(1)).toMatchObject({
      situations: [{ soignante: false, genreActivite: { code: "GENR08", libelle: "Coordination et orientation" } }],
    });
    expect(await lire(2)).toMatchObject({ situations: [{ soignante: false, modeExercice: null }] });
  });
});
