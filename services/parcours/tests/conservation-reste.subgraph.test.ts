import { withAdminClient } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifierLesChaines } from "../src/acces/verifier-les-chaines.ts";
import { travailDesEcheances } from "../src/echeance/travail.ts";
import { COLONNES_CHIFFREES } from "../src/identite/renouveler.ts";
import { type BancDeConservation, ouvrirBancDeConservation } from "./conservation-de-test.ts";
import { CONSERVE } from "./conservation-inventaire.ts";
import { EQUIPE } from "./dossiers-de-test.ts";
import { secretsDe } from "./matrice/attendu.ts";
import { ROLES } from "./matrice/scene.ts";
import { cle } from "./orientations-de-test.ts";

const ABSENT = "00000000-0000-4000-8000-000000000000";

let banc: BancDeConservation;
let lignesDuJournal: number;
beforeAll(async () => {
  banc = await ouvrirBancDeConservation();
  const { sql, scene, fixer } = banc;
  lignesDuJournal = (await withAdminClient(scene.sousGraphe.adminUrl, verifierLesChaines)).lignes;
  const avant = "now() - interval '31 days'";
  await sql(`update parcours.dossier set mis_a_jour_le = ${avant}`);
  for (const table of ["besoin", "orientation"]) await sql(`update parcours.${table} set mis_a_jour_le = ${avant}`);
  await sql(`update parcours.consentement set enregistre_le = ${avant}`);
  await sql(`update parcours.ecriture set faite_le = ${avant}`);
  await fixer("DOSSIER_CLOS", { mois: 12 });
  await fixer("HORS_DOSSIER", { jours: 30 });
  await passeDuJour(new Date());
});
afterAll(() => banc.fermer());

const passeDuJour = (maintenant: Date) =>
  travailDesEcheances.passer({ database: banc.bases[0], maintenant: () => maintenant } as never);

describe("La passe du jour", () => {
  it("a effacé le dossier clos et le besoin hors dossier ; ce qui est échu ensuite attend le lendemain", async () => {
    const { scene, efface } = banc;
    expect([await efface(scene.dossier), await efface(scene.dossierCache)]).toEqual([true, true]);
    const id = await banc.ouvrirEtClore();
    await passeDuJour(new Date());
    expect(await efface(id)).toBe(false);
    // A clock that runs ahead takes no other day than this one.
    await passeDuJour(new Date("2999-01-01"));
    expect(await efface(id)).toBe(false);
    await banc.sql("update parcours.passe_de_conservation set jour = jour - 1");
    await passeDuJour(new Date());
    expect(await efface(id)).toBe(true);
  });
});

describe("Ce qui reste d'un dossier effacé", () => {
  /** Every row of the database that names the erased cases, their needs, their referrals or their people */
  async function tout(): Promise<object[]> {
    const { sql, scene } = banc;
    const tables = await sql<{ nom: string }>(
      "select table_name as nom from information_schema.tables where table_schema = 'parcours' order by 1",
    );
    const siens = await sql<{ id: string }>(
      `with siens as (select id, usager_id from parcours.dossier where id in ('${scene.dossier}', '${scene.dossierCache}')),
         envoyees as (select o.id, o.diffusion from parcours.orientation o join siens on siens.id = o.dossier_id)
       select id from siens union select usager_id from siens union select id from envoyees union select diffusion from envoyees
       union select b.id from parcours.besoin b join siens on siens.id = b.dossier_id`,
    );
    const motif = siens.map(({ id }) => id).join("|");
    const lignes = await Promise.all(
      tables.map(({ nom }) =>
        sql<object>(`select to_jsonb(x) from parcours.${nom} x where to_jsonb(x)::text ~ '${motif}'`),
      ),
    );
    return lignes.flat();
  }

  it("ne dit plus rien de la personne, dans aucune table, ni en clair ni chiffré", async () => {
    const lignes = await tout();
    // What is coded stays: the natures of consents, the number of the case.
    expect(secretsDe({ data: { lignes } })).toBe("consentement numero");
    const dit = JSON.stringify(lignes);
    for (const { table, chiffre } of COLONNES_CHIFFREES)
      expect([table, dit.match(new RegExp(`"${chiffre}":"`))]).toEqual([table, null]);
    expect(dit).not.toMatch(/locale\.[\w-]+\./);
  });

  it("est ce que l'inventaire dit : toute colonne nouvelle de la base doit y être rangée", async () => {
    const colonnes = await banc.sql<{ nom: string }>(
      "select table_name || '.' || column_name as nom from information_schema.columns where table_schema = 'parcours'",
    );
    const rangees = Object.entries(CONSERVE).flatMap(([table, { garde, efface = [] }]) =>
      [...garde, ...efface].map((colonne) => `${table}.${colonne}`),
    );
    expect(rangees.toSorted()).toEqual(colonnes.map(({ nom }) => nom).toSorted());
    const dossier = banc.scene.dossier;
    const vides = Object.entries(CONSERVE).flatMap(([table, { efface = [], sesLignes }]) =>
      efface.map((colonne) => ({
        table,
        condition: `${colonne}::text not in ('', 'INCONNU', 'INCONNUE', '69') and ${colonne}::text not like 'effacee:%'`,
        sesLignes,
      })),
    );
    const parties = Object.entries(CONSERVE).flatMap(([table, { retirees, sesLignes }]) =>
      retirees ? [{ table, condition: "true", sesLignes }] : [],
    );
    for (const { table, condition, sesLignes } of [...vides, ...parties]) {
      const ou = sesLignes?.replaceAll("$", `'${dossier}'`) ?? `dossier_id = '${dossier}'`;
      expect([table, condition, await banc.sql(`select from parcours.${table} where ${ou} and ${condition}`)]).toEqual([
        table,
        condition,
        [],
      ]);
    }
  });

  it("est codé : états, motifs, urgence, qui a répondu et quand, pour compter et pour la réactivité", async () => {
    const { sql, scene } = banc;
    const [acceptee] = await sql<object>(
      `select statut, urgence, issue, apercu ->> 'departement' as departement, apercu -> 'actes' as actes, apercu ->> 'trancheAge' as age,
         destinataire_structure_id as qui from parcours.orientation where id = '${scene.acceptee}'`,
    );
    expect(acceptee).toEqual({
      statut: "TERMINEE",
      urgence: "SOUS_72_H",
      issue: "REALISEE",
      departement: "31",
      actes: ["VACCINATION_GRIPPE"],
      age: null,
      qui: "MSP-1",
    });
    const [dossier] = await sql<object>(
      `select statut, motif_cloture as motif, code_insee as lieu from parcours.dossier where id = '${scene.dossier}'`,
    );
    expect(dossier).toEqual({ statut: "CLOS", motif: "OBJECTIFS_ATTEINTS", lieu: "69" });
    const besoins = await sql<object>(
      `select criteres ->> 'codeInsee' as lieu, criteres -> 'profil' as profil, criteres -> 'professions' as professions from parcours.besoin where id = '${scene.besoin}'`,
    );
    expect(besoins).toEqual([{ lieu: "31", profil: null, professions: ["10"] }]);
    const types = await sql<{ type: string }>(
      `select type from parcours.evenement where dossier_id = '${scene.dossier}' order by id`,
    );
    expect(types.map(({ type }) => type)).toEqual(expect.arrayContaining(["QUALIFIER", "ORIENTER", "CLOTURER"]));
    expect(await banc.fois(scene.dossier)).toEqual([1, 1]);
  });

  it("laisse le journal des accès entier, dont chaque chaîne se vérifie", async () => {
    const { lignes, premiereRupture } = await withAdminClient(banc.scene.sousGraphe.adminUrl, verifierLesChaines);
    expect(premiereRupture).toBeNull();
    expect(lignesDuJournal).toBeGreaterThan(0);
    expect(lignes).toBe(lignesDuJournal);
  });

  it.each(Object.entries(ROLES))("ne diffère en rien, pour %s, de ce qui n'existe pas", async (_role, acteur) => {
    const { scene } = banc;
    const { demander } = scene.sousGraphe;
    const lire = (type: string, id: string) =>
      demander(`query($id: ID!) { vu: ${type}(id: $id) { id } }`, { id }, acteur);
    const siens = {
      parcours: [scene.dossier],
      besoin: [scene.besoin, scene.besoinHorsDossier],
      orientation: [scene.acceptee, scene.sansFondement, scene.accepteeHorsDossier],
    };
    for (const [type, ids] of Object.entries(siens))
      for (const id of ids) expect(await lire(type, id)).toEqual(await lire(type, ABSENT));
    const listes = await demander(
      "{ mesParcours(first: 50) { edges { node { id } } } recues: boiteOrientations(sens: RECUES, first: 50) { edges { node { id } } } emises: boiteOrientations(sens: EMISES, first: 50) { edges { node { id } } } }",
      {},
      acteur,
    );
    for (const id of Object.values(siens).flat()) expect(JSON.stringify(listes)).not.toContain(id);
    const ecrire = (id: string) =>
      demander(
        'mutation($id: ID!, $cle: ID!) { ajouterNote(parcoursId: $id, texte: "encore", cleIdempotence: $cle) { id } }',
        { id, cle: cle() },
        acteur,
      );
    expect(await ecrire(scene.dossier)).toEqual(await ecrire(ABSENT));
  });

  it("n'est plus le doublon de personne", async () => {
    const id = await banc.demander();
    const { data } = await banc.scene.sousGraphe.demander(
      "query($id: ID!) { parcours(id: $id) { doublonsPossibles { nombre } } }",
      { id },
      EQUIPE,
    );
    expect(data).toEqual({ parcours: { doublonsPossibles: [] } });
  });
});
