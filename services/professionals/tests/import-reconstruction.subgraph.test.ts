import type pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importerRpps } from "../src/index.ts";
import { type AnnuaireDImport, ouvrirAnnuaireDImport } from "./annuaire-d-import.ts";
import { ecrireFichier, ligne, rppsDe } from "./fichier-rpps.ts";

let annuaire: AnnuaireDImport;
beforeEach(async () => {
  annuaire = await ouvrirAnnuaireDImport();
});
afterEach(() => annuaire.fermer());

const TABLES = "'professionals.professionnel'::regclass, 'professionals.situation'::regclass";
const RECONSTRUIRE = { reconstruireAPartirDe: 1 };

/** Columns, defaults, indexes, keys, checks, triggers and rights, without what may differ: internal numbers. */
const forme = (client: pg.Client) =>
  client
    .query(`
      select 'colonne' as nature, attrelid::regclass || '.' || attname as nom,
        concat_ws(' ', format_type(atttypid, atttypmod), attnotnull, attgenerated, pg_get_expr(adbin, adrelid)) as valeur
      from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
      where attrelid in (${TABLES}) and attnum > 0 and not attisdropped
      union all select 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index where indrelid in (${TABLES})
      union all select 'contrainte', conrelid::regclass || '.' || conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '')
        from pg_constraint where conrelid in (${TABLES}) or confrelid in (${TABLES})
      union all select 'declencheur', tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid)
        from pg_trigger where tgrelid in (${TABLES}) and not tgisinternal
      union all select 'droits', oid::regclass::text, (select string_agg(droit::text, ' ' order by droit::text) from unnest(relacl) droit)
        from pg_class where oid in (${TABLES})
      order by 1, 2`)
    .then(({ rows }) => rows);

/** Every row, but for the instant of its writing, and marks: those of what has ended go when tables are built anew. */
const contenu = (client: pg.Client) =>
  client
    .query(`select to_jsonb(p) - 'mis_a_jour_le' - 'reperes' as ligne from professionals.professionnel p
      union all select to_jsonb(s) - 'mis_a_jour_le' from professionals.situation s order by 1`)
    .then(({ rows }) => rows);

const AVANT = [1, 2, 3, 4].map((rang) => ligne(rang));
/** 1 unchanged, 2 corrected, 3 gone, 4 under another name, 5 new; 6 twice at one place. */
const APRES = [
  ligne(1),
  ligne(2, { "Téléphone (coord. structure)": "0511111111" }),
  ligne(4, { "Nom d'exercice": "AUTRE" }),
  ligne(5),
  ligne(6),
  ligne(6, { "Numéro Voie (coord. structure)": "12" }),
];

describe("La reconstruction des tables", () => {
  it("donne les mêmes lignes et le même compte rendu que l'écriture ligne à ligne", async () => {
    await annuaire.importer(AVANT);
    const attendu = await annuaire.importer(APRES, { jour: "20261201" });
    const lignes = await annuaire.ecrire(contenu);
    await annuaire.ecrire((client) => client.query("truncate professionals.professionnel cascade"));
    await annuaire.importer(AVANT, RECONSTRUIRE);
    expect(await annuaire.importer(APRES, { jour: "20261201", ...RECONSTRUIRE })).toEqual(attendu);
    expect(await annuaire.ecrire(contenu)).toEqual(lignes);
    expect(await annuaire.importer(APRES, { jour: "20261201", ...RECONSTRUIRE })).toMatchObject({
      resultat: "AUCUN_CHANGEMENT",
    });
  });

  it("garde sur l'activité la disponibilité déclarée avant elle, et y reporte celle qui l'est après", async () => {
    await annuaire.importer(AVANT);
    const declarer = (rpps: string, etat: string) => (client: pg.Client) =>
      client.query(
        `insert into professionals.disponibilite (situation_id, etat, nouveaux_patients, medecin_traitant, soins_non_programmes,
           releve_le, source, expire_le)
         select id, $2, 'OUI', 'INCONNU', 'NON', now(), 'Essai', now() + interval '1 day' from professionals.situation
         where professionnel_id = (select id from professionals.professionnel where rpps = $1)
         on conflict (situation_id) do update set etat = excluded.etat`,
        [rpps, etat],
      );
    const reportees = (client: pg.Client) =>
      client
        .query<{ rpps: string; etat: string; nouveaux_patients: string }>(
          `select p.rpps, s.etat, s.nouveaux_patients from professionals.situation s
           join professionals.professionnel p on p.id = s.professionnel_id where s.etat is not null order by p.rpps`,
        )
        .then(({ rows }) => rows);
    const [premier = "", deuxieme = ""] = [rppsDe(1), rppsDe(2)];
    await annuaire.ecrire(declarer(premier, "CRENEAU_LIBRE"));
    await annuaire.importer(APRES, { jour: "20261201", ...RECONSTRUIRE });
    await annuaire.ecrire(declarer(deuxieme, "SANS_CRENEAU"));
    expect(await annuaire.ecrire(reportees)).toEqual([
      { rpps: premier, etat: "CRENEAU_LIBRE", nouveaux_patients: "OUI" },
      { rpps: deuxieme, etat: "SANS_CRENEAU", nouveaux_patients: "OUI" },
    ]);
    await annuaire.ecrire((client) => client.query("delete from professionals.disponibilite"));
    expect(await annuaire.ecrire(reportees)).toEqual([]);
  });

  it("laisse colonnes, index, contraintes, déclencheurs et droits comme ils étaient, et aucune table de travail", async () => {
    const avant = await annuaire.ecrire(forme);
    await annuaire.importer(AVANT, RECONSTRUIRE);
    expect(await annuaire.ecrire(forme)).toEqual(avant);
    const { rows } = await annuaire.ecrire((client) =>
      client.query("select relname from pg_class where relname like 'import_rpps%' or relname like '%_neuve'"),
    );
    expect(rows).toEqual([]);
  });

  it("n'empêche personne de lire pendant qu'elle se fait, et ne se voit qu'une fois validée", async () => {
    await annuaire.importer(AVANT);
    const fichier = await ecrireFichier(APRES);
    await annuaire.ecrire(async (client) => {
      const requete = client.query.bind(client) as (...parametres: unknown[]) => unknown;
      let lues = 0;
      let echange = false;
      const executes: string[] = [];
      const sousLeVerrou: string[] = [];
      // Reads from another connection before each statement that fills or indexes a new table, until readers are stopped.
      const lireAvant = (...parametres: unknown[]): unknown => {
        executes.push(String(parametres[0]));
        if (echange) sousLeVerrou.push(String(parametres[0]));
        echange ||= /lock table .* access exclusive/.test(String(parametres[0]));
        if (echange || !/^\s*(insert into|update|create .*index) .*_neuve/i.test(String(parametres[0])))
          return requete(...parametres);
        lues += 1;
        return annuaire.lire(3).then((personne) => {
          expect(personne?.situationsActives).toHaveLength(1);
          return requete(...parametres);
        });
      };
      Object.assign(client, { query: lireAvant });
      await importerRpps(client, { fichier, ...RECONSTRUIRE });
      Object.assign(client, { query: requete });
      expect(lues).toBeGreaterThan(5);
      // Readers wait from that lock on: nothing that lasts is left to do, and all is on the disk.
      expect(executes.indexOf("checkpoint")).toBeLessThan(executes.findIndex((texte) => /lock table/.test(texte)));
      const { rows } = await client.query<{ utile: boolean }>(
        "select current_setting('wal_level') = 'minimal' as utile",
      );
      expect(executes.includes("checkpoint")).toBe(rows[0]?.utile);
      expect(sousLeVerrou.length).toBeGreaterThan(5);
      expect(
        sousLeVerrou.filter((texte) => /import_rpps|_neuve (n|p) set|insert into|create|analyze|validate/.test(texte)),
      ).toEqual([]);
    });
    expect((await annuaire.lire(3))?.situationsActives).toEqual([]);
  });
});

describe("Un import interrompu", () => {
  it.each([
    ["ligne à ligne", {}],
    ["par reconstruction", RECONSTRUIRE],
  ])("%s laisse les données d'avant entières, et le suivant réussit", async (_voie, options) => {
    await annuaire.importer(AVANT);
    const lignes = await annuaire.ecrire(contenu);
    const fichier = await ecrireFichier(APRES);
    await expect(
      annuaire.ecrire(async (client) => {
        await importerRpps(client, { fichier, ...options });
        // The server ends the session, as it does when the importer's process is killed.
        await client.query("select pg_terminate_backend(pg_backend_pid())");
      }),
    ).rejects.toThrow();
    expect(await annuaire.ecrire(contenu)).toEqual(lignes);
    expect(await annuaire.importer(APRES, options)).toMatchObject({ resultat: "IMPORTE", inserees: 3 });
    expect((await annuaire.lire(5))?.situationsActives).toHaveLength(1);
  });
});
