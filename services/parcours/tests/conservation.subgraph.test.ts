import { withAdminClient } from "@coordination/database";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { compterLesDossiersAEffacer } from "../src/conservation/appliquer.action.ts";
import { lireLaTable } from "../src/conservation/table.ts";
import { muterAvec } from "./cercles-de-test.ts";
import { type BancDeConservation, CLOS_LE, ouvrirBancDeConservation, TERME } from "./conservation-de-test.ts";
import { EQUIPE } from "./dossiers-de-test.ts";
import { cle } from "./orientations-de-test.ts";

const UN_AN = 365 * 86_400_000;

let banc: BancDeConservation;
beforeAll(async () => {
  banc = await ouvrirBancDeConservation();
});
afterAll(() => banc.fermer());
beforeEach(async () => {
  await banc.sql("delete from parcours.conservation");
});

describe("La table de conservation", () => {
  it("est livrée vide, et rien n'est alors effacé, si ancien que ce soit", async () => {
    expect(await withAdminClient(banc.scene.sousGraphe.adminUrl, lireLaTable)).toEqual([]);
    expect(await banc.passer(new Date())).toBe(0);
    expect(await banc.efface(banc.scene.dossier)).toBe(false);
  });

  it("ne se change pas par le service, qui la lit", async () => {
    await banc.fixer("DOSSIER_CLOS", { mois: 12 });
    await expect(
      banc.bases[0].query("insert into conservation (objet, jours, source) values ('DOSSIER_CLOS', 8, 'moi')"),
    ).rejects.toThrow(/row-level security/);
    await banc.bases[0].query("update conservation set mois = 1");
    await banc.bases[0].query("delete from conservation");
    expect(await banc.bases[0].query("select objet, mois, jours from conservation")).toEqual([
      { objet: "DOSSIER_CLOS", mois: 12, jours: null },
    ]);
  });

  it("garde chaque décision, et suit la dernière : « aucune » arrête d'effacer", async () => {
    await banc.fixer("DOSSIER_CLOS", { mois: 1 });
    await banc.fixer("DOSSIER_CLOS", {});
    expect(await banc.passer(new Date())).toBe(0);
    expect(await banc.sql("select from parcours.conservation")).toHaveLength(2);
  });

  it("d'un autre objet ne vaut pas pour celui-ci", async () => {
    await banc.fixer("DEMANDE_ECARTEE", { mois: 1 });
    expect(await banc.passer(new Date())).toBe(0);
  });

  it.each([
    ["moins longtemps que ce dont une réponse se souvient", "jours", 7],
    ["zéro mois", "mois", 0],
  ])("refuse de garder %s", async (_cas, unite, nombre) => {
    await expect(banc.fixer("DOSSIER_CLOS", { [unite]: nombre })).rejects.toThrow(/check constraint/);
  });
});

describe("Un dossier dont la durée est passée", () => {
  it("s'efface à son heure et pas avant, une fois, quel que soit le nombre de processus", async () => {
    const id = await banc.ouvrirEtClore();
    await banc.sql(`update parcours.dossier set clos_le = now() where id <> '${id}' and clos_le is not null`);
    await banc.fixer("DOSSIER_CLOS", { mois: 12 });
    expect(await banc.passer(new Date(TERME.getTime() - 1))).toBe(0);
    expect(await compterLesDossiersAEffacer(banc.bases[0], TERME)).toBe(1);
    expect(await banc.efface(id)).toBe(false);
    const faits = await Promise.all(([0, 1, 0, 1] as const).map((rang) => banc.passer(TERME, rang)));
    expect(faits.reduce((somme, nombre) => somme + nombre, 0)).toBe(1);
    expect(await banc.passer(new Date(TERME.getTime() + UN_AN))).toBe(0);
    expect([await banc.efface(id), await banc.fois(id)]).toEqual([true, [1, 1]]);
  });

  it("ne s'efface ni rouvert, ni sur l'horloge d'un processus qui avance sur celle de la base", async () => {
    const id = await banc.ouvrirEtClore();
    await banc.fixer("DOSSIER_CLOS", { mois: 12 });
    await banc.sql(`update parcours.dossier set clos_le = now() where id = '${id}'`);
    const [lu] = await banc.bases[0].query<{ efface: boolean }>("select effacer_dossier($1, '2999-01-01') as efface", [
      id,
    ]);
    expect([lu?.efface, await banc.passer(new Date("2999-01-01")), await banc.efface(id)]).toEqual([false, 0, false]);
    await banc.sql(`update parcours.dossier set clos_le = '${CLOS_LE.toISOString()}' where id = '${id}'`);
    const [{ version } = { version: 0 }] = await banc.sql<{ version: number }>(
      `select version from parcours.dossier where id = '${id}'`,
    );
    const rouvert = await muterAvec(
      banc.scene.sousGraphe,
      "rouvrirParcours",
      `parcoursId: "${id}", version: ${version}, motif: "il revient"`,
    );
    expect(rouvert.errors).toBeUndefined();
    await banc.passer(TERME);
    expect(await banc.efface(id)).toBe(false);
  });

  it("s'efface tout entier ou pas du tout : une session tuée en chemin ne laisse rien, et la passe suivante l'efface", async () => {
    const id = await banc.ouvrirEtClore();
    await banc.fixer("DOSSIER_CLOS", { mois: 12 });
    const tuee = banc.bases[1].transaction(async (tx) => {
      const [fait] = await tx.query<{ efface: boolean; pid: number }>(
        "select effacer_dossier($1, $2) as efface, pg_backend_pid() as pid",
        [id, TERME.toISOString()],
      );
      expect(fait?.efface).toBe(true);
      await banc.sql(`select pg_terminate_backend(${fait?.pid})`);
      await tx.query("select 1");
    });
    await expect(tuee).rejects.toThrow();
    expect([await banc.efface(id), await banc.fois(id)]).toEqual([false, [0, 0]]);
    expect(
      await banc.sql(
        `select from parcours.usager u join parcours.dossier d on d.usager_id = u.id where d.id = '${id}' and u.chiffre is not null`,
      ),
    ).toHaveLength(1);
    expect(await banc.passer(TERME)).toBe(1);
    expect(await banc.fois(id)).toEqual([1, 1]);
  });

  it("laisse celui que quelqu'un tient à la passe suivante, et efface les autres", async () => {
    const [tenu, libre] = [await banc.ouvrirEtClore(), await banc.ouvrirEtClore()];
    await banc.fixer("DOSSIER_CLOS", { mois: 12 });
    await withAdminClient(banc.scene.sousGraphe.adminUrl, async (client) => {
      await client.query("select pg_advisory_lock(hashtextextended($1::uuid::text, 1))", [tenu]);
      expect(await banc.passer(TERME)).toBe(1);
    });
    expect([await banc.efface(tenu), await banc.efface(libre)]).toEqual([false, true]);
    expect(await banc.passer(TERME)).toBe(1);
  });
});

describe("Une demande écartée, un besoin hors dossier", () => {
  it("se comptent depuis la décision pour l'une, depuis le dernier fait pour l'autre", async () => {
    await banc.sql(
      `update parcours.dossier set mis_a_jour_le = '${CLOS_LE.toISOString()}' where id = '${banc.scene.dossierCache}'`,
    );
    await banc.fixer("HORS_DOSSIER", { jours: 30 });
    // Its referrals have changed since.
    expect(await banc.passer(new Date())).toBe(0);
    const id = await banc.demander();
    const ecartee = await banc.scene.sousGraphe.demander(
      "mutation($input: QualifierDemandeInput!, $cle: ID!) { qualifierDemande(input: $input, cleIdempotence: $cle) { statut } }",
      { input: { parcoursId: id, version: 1, decision: "REFUSEE", motif: "DEJA_SUIVI" }, cle: cle() },
      EQUIPE,
    );
    expect(ecartee.data).toEqual({ qualifierDemande: { statut: "REFUSEE" } });
    await banc.fixer("DEMANDE_ECARTEE", { jours: 30 });
    expect(await banc.passer(new Date())).toBe(0);
    await banc.sql(`update parcours.dossier set clos_le = now() - interval '31 days' where id = '${id}'`);
    expect([await banc.passer(new Date()), await banc.efface(id)]).toEqual([1, true]);
  });
});
