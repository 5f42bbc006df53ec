import { withAdminClient } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { verifierLesChaines } from "../src/acces/verifier-les-chaines.ts";
import { type BancDeDossiers, ouvrirBancDeDossiers } from "./banc-de-dossiers.ts";

let banc: BancDeDossiers;
let lignes: readonly string[];
beforeAll(async () => {
  banc = await ouvrirBancDeDossiers();
  const dossiers = [await banc.ouvrir(), await banc.ouvrir()];
  for (const { id } of [...dossiers, ...dossiers]) await banc.lire(id);
  lignes = (await sql<{ id: string }>("select t.id::text from parcours.trace_acces t order by t.dossier_id, t.id")).map(
    ({ id }) => id,
  );
});
afterAll(() => banc.fermer());

const sql = <Ligne extends object>(texte: string) => banc.sousGraphe.interroger<Ligne>(texte);

/** Verifies the register once this was done to it by the administrator, then undoes it. */
const verifierApres = (alteration: string) =>
  withAdminClient(banc.sousGraphe.adminUrl, async (client) => {
    await client.query("begin");
    await client.query(alteration);
    const verification = await verifierLesChaines(client);
    await client.query("rollback");
    return verification;
  });

describe("La vérification du journal des accès", () => {
  it("lit toutes les lignes, et trouve chaque chaîne intacte", async () => {
    expect(lignes.length).toBeGreaterThan(4);
    expect(await verifierApres("select 1")).toEqual({ lignes: lignes.length, dossiers: 2, premiereRupture: null });
  });

  it.each([
    ["dont l'objet change", "set objet = 'RIEN'"],
    ["dont l'acteur change", `set acteur = jsonb_set(acteur, '{sub}', '"un-autre"')`],
    ["à qui l'on prête un mandant", `set acteur = jsonb_set(acteur, '{pourLeCompteDe}', '"810000000001"')`],
    ["dont l'heure change d'une microseconde", "set le = le + interval '1 microsecond'"],
    ["qui devient un bris de glace", "set bris_de_glace = true"],
    ["qui reçoit un motif", "set motif = 'ajouté après'"],
  ])("trouve la ligne %s", async (_cas, changement) => {
    const { premiereRupture } = await verifierApres(
      `update parcours.trace_acces ${changement} where id = ${lignes[1]}`,
    );
    expect(premiereRupture).toMatchObject({ id: lignes[1], cause: "LIGNE_CHANGEE" });
  });

  it("trouve où une ligne a été retirée", async () => {
    const { premiereRupture } = await verifierApres(`delete from parcours.trace_acces where id = ${lignes[1]}`);
    expect(premiereRupture).toMatchObject({ id: lignes[2], cause: "LIGNE_PRECEDENTE_ABSENTE" });
  });

  it("de deux ruptures, dit la première écrite", async () => {
    const { premiereRupture } = await verifierApres(
      `update parcours.trace_acces set objet = 'RIEN' where id in (${lignes[1]}, ${lignes.at(-1)})`,
    );
    expect(premiereRupture?.id).toBe(
      [lignes[1] ?? "", lignes.at(-1) ?? ""].toSorted((une, autre) => Number(BigInt(une) - BigInt(autre)))[0],
    );
  });
});
