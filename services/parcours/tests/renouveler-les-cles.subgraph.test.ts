import { randomBytes } from "node:crypto";
import { withAdminClient } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Cle, createCoffre, lireCles } from "../src/identite/coffre.ts";
import { COLONNES_CHIFFREES, renouvelerLesCles } from "../src/identite/renouveler.ts";
import { ouvrirLaScene, type SceneOuverte } from "./matrice/scene.ts";
import { SECRET } from "./sous-graphe.ts";

const NOUVELLE: Cle = { nom: "k2", octets: randomBytes(32) };
const { cles: anciennes, index } = lireCles({}, SECRET);

let scene: SceneOuverte;
beforeAll(async () => {
  scene = await ouvrirLaScene();
});
afterAll(() => scene.sousGraphe.fermer());

const renouveler = (cles: readonly Cle[]) =>
  withAdminClient(scene.sousGraphe.adminUrl, (client) =>
    renouvelerLesCles(client, { coffre: createCoffre(cles, index), cleCourante: NOUVELLE.nom }),
  );
const textes = ({ table, chiffre, prefixe, cle, lie = cle }: (typeof COLONNES_CHIFFREES)[number]) =>
  scene.sousGraphe.interroger<{ objet: string; chiffre: string }>(
    `select '${prefixe}:' || ${lie}::text as objet, ${chiffre} as chiffre from parcours.${table} where ${chiffre} is not null`,
  );

describe("Le renouvellement des clés", () => {
  it("connaît chaque colonne chiffrée de la base", async () => {
    const colonnes = await scene.sousGraphe.interroger<{ colonne: string }>(
      "select table_name || '.' || column_name as colonne from information_schema.columns where table_schema = 'parcours' and column_name ~ 'chiffre' order by 1",
    );
    expect(colonnes.map(({ colonne }) => colonne)).toEqual(
      COLONNES_CHIFFREES.map(({ table, chiffre }) => `${table}.${chiffre}`).toSorted(),
    );
  });

  it("refuse de continuer sans la clé qui a écrit, et ne change alors rien", async () => {
    await expect(renouveler([NOUVELLE])).rejects.toThrow("clé absente");
    for (const colonne of COLONNES_CHIFFREES)
      for (const { chiffre } of await textes(colonne)) expect(chiffre).toMatch(/^locale\./);
  });

  it("écrit de nouveau chaque texte : la nouvelle clé seule les ouvre tous, et ils disent la même chose", async () => {
    const anciens = createCoffre(anciennes, index);
    const avant = new Map<string, unknown>();
    for (const colonne of COLONNES_CHIFFREES) {
      const lus = await textes(colonne);
      expect([colonne.table, lus.length > 0]).toEqual([colonne.table, true]);
      for (const { objet, chiffre } of lus) avant.set(objet, anciens.dechiffrer(objet, chiffre));
    }
    const faits = await renouveler([NOUVELLE, ...anciennes]);
    expect(faits.reduce((total, fait) => total + fait.textes, 0)).toBe(avant.size);
    const nouveaux = createCoffre([NOUVELLE], index);
    for (const colonne of COLONNES_CHIFFREES)
      for (const { objet, chiffre } of await textes(colonne))
        expect(nouveaux.dechiffrer(objet, chiffre)).toEqual(avant.get(objet));
  });

  it("chiffre aussi ce qui avait été écrit en clair, avant que ces textes le soient", async () => {
    const { sousGraphe } = scene;
    await withAdminClient(sousGraphe.adminUrl, async (client) => {
      await client.query(`insert into parcours.note (id, dossier_id, auteur, texte)
        select gen_random_uuid(), dossier_id, auteur, 'Une note d''avant' from parcours.note limit 1`);
      await client.query(`insert into parcours.evaluation (id, dossier_id, grille, version_grille, realisee_le, domaines, synthese)
        select gen_random_uuid(), dossier_id, grille, version_grille, realisee_le, '[{"domaine":"SOCIAL","niveau":"FORTE"}]', 'Seule'
        from parcours.evaluation limit 1`);
    });
    const faits = await renouveler([NOUVELLE]);
    expect(faits.filter(({ textes: nombre }) => nombre > 0)).toEqual([
      { table: "note", textes: 1 },
      { table: "evaluation", textes: 1 },
    ]);
    expect(
      await sousGraphe.interroger(
        "select 1 from parcours.note where texte is not null union all select 1 from parcours.evaluation where domaines is not null or synthese is not null",
      ),
    ).toEqual([]);
    const coffre = createCoffre([NOUVELLE], index);
    const lus = await Promise.all(
      COLONNES_CHIFFREES.filter(({ table }) => table === "note" || table === "evaluation").map(textes),
    );
    expect(lus.flat().map(({ objet, chiffre }) => coffre.dechiffrer(objet, chiffre))).toEqual(
      expect.arrayContaining([
        "Une note d'avant",
        { domaines: [{ domaine: "SOCIAL", niveau: "FORTE" }], synthese: "Seule" },
      ]),
    );
  });

  it("fait une seconde fois, n'écrit rien", async () => {
    for (const { textes: nombre } of await renouveler([NOUVELLE])) expect(nombre).toBe(0);
  });
});
