import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importerRpps } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { ecrireFichier, ligne } from "./fichier-rpps.ts";
import { publierCommunes } from "./territoire-de-test.ts";

const PERSONNES = Array.from({ length: 20 }, (_, rang) => rang + 1);

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
  await annuaire.ecrire(async (client) => {
    await publierCommunes(client);
    await importerRpps(client, { fichier: await ecrireFichier(PERSONNES.map((rang) => ligne(rang))) });
    await client.query(`
      insert into professionals.qualite (professionnel_id, code, precision, depuis, jusqu_a, source)
        select id, code, precision, depuis::date, jusqu_a::date, 'test' from professionals.professionnel cross join (values
          ('MAITRE_DE_STAGE', 'Université inventée', '2020-01-01', null), ('ASALEE', null, '2020-01-01', '2026-11-21'),
          ('EXPERT_TELEEXPERTISE', 'plaies', '2026-11-23', null)) as q (code, precision, depuis, jusqu_a);
      insert into professionals.habilitation (professionnel_id, code, depuis, source)
        select id, 'CERTIFICAT_DECES', '2020-01-01', 'test' from professionals.professionnel;
      insert into professionals.competence (professionnel_id, libelle, depuis, jusqu_a, source)
        select id, libelle, depuis::date, jusqu_a::date, 'test' from professionals.professionnel cross join (values
          ('spirométrie', '2020-01-01', '2021-01-01'), ('spirométrie', '2022-01-01', null), ('spirométrie', '2023-01-01', null),
          ('échographie', '2020-01-01', null), ('plaies complexes', '2020-01-01', '2026-11-21')) as c (libelle, depuis, jusqu_a);
      insert into professionals.disponibilite select id, 'SANS_CRENEAU', 'NON', 'NON', 'OUI', null, null,
        '2026-11-01', 'test', '2026-11-15' from professionals.situation;`);
  });
});
afterAll(() => annuaire.fermer());

/** A page of people, with so much of each. */
const page = (fiche: string) => `{ professionnels(first: 20, tri: NOM) { edges { node { id ${fiche} } } } }`;

interface Page {
  readonly professionnels: { readonly edges: { readonly node: Record<string, unknown> }[] };
}
const lire = async (fiche: string) => {
  const { data, nombre } = await annuaire.compter<Page>(page(fiche));
  return { fiches: data.professionnels.edges.map(({ node }) => node), nombre };
};

describe("Une page de vingt personnes", () => {
  it("avec qualités, habilitations et disponibilités prend cinq requêtes SQL au plus", async () => {
    const { fiches, nombre } = await lire(
      "qualites { code precision } habilitations { code libelle } situations { disponibilite { etat perimee } }",
    );
    expect(fiches).toHaveLength(20);
    for (const fiche of fiches) {
      expect(fiche).toMatchObject({
        qualites: [{ code: "MAITRE_DE_STAGE", precision: "Université inventée" }],
        habilitations: [{ code: "CERTIFICAT_DECES", libelle: "Formation au certificat de décès (12 heures)" }],
        situations: [{ disponibilite: { etat: "SANS_CRENEAU", perimee: true } }],
      });
    }
    expect(nombre).toBeLessThanOrEqual(5);
  });

  it("avec toute leur complétude prend cinq requêtes SQL au plus, et nomme ce qui manque", async () => {
    const { fiches, nombre } = await lire("completude { score manquants }");
    // The availability is out of date, and nobody has a box.
    const attendue = { score: 6 / 8, manquants: ["boîte MSSanté", "disponibilité à jour"] };
    expect(fiches.every(({ completude }) => JSON.stringify(completude) === JSON.stringify(attendue))).toBe(true);
    expect(nombre).toBeLessThanOrEqual(5);
  });

  it("avec compétences et contacts ne prend pas plus pour vingt que pour une", async () => {
    const { fiches, nombre } = await lire("competences situations { nature modalites contacts { valeur } }");
    expect(fiches[0]).toMatchObject({
      competences: ["échographie", "spirométrie"],
      situations: [{ nature: "PRINCIPALE", modalites: ["SUR_SITE"], contacts: [{ valeur: "0500000000" }] }],
    });
    expect(nombre).toBeLessThanOrEqual(4);
  });

  it("lit les qualités d'un autre jour", async () => {
    const lues = async (le: string) =>
      (await lire(`qualites(le: "${le}") { code }`)).fiches[0]?.qualites as { code: string }[];
    expect((await lues("2026-11-21")).map(({ code }) => code)).toEqual(["ASALEE", "MAITRE_DE_STAGE"]);
    expect((await lues("2026-11-23")).map(({ code }) => code)).toEqual(["EXPERT_TELEEXPERTISE", "MAITRE_DE_STAGE"]);
    expect(await lues("2019-12-31")).toEqual([]);
  });
});
