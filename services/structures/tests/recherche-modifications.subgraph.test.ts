import { withAdminClient } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { CPTS_BOURG, DAC_AIN, DAC_RHONE, MSP_ELIGIBLE, MSP_SANS_DECLARATION, peupler } from "./donnees-de-test.ts";
import { chercher } from "./recherche-alea.ts";

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
  await peupler(annuaire);
});
afterAll(() => annuaire.fermer());

const MAINTENANT = "select clock_timestamp() as t";
const modifier = (ids: readonly string[]) =>
  annuaire.ecrire((client) =>
    client.query("update structures.structure set mis_a_jour_le = now() where id = any($1)", [ids]),
  );
/** The database's instant, later than all that is written. */
const instant = async () =>
  (await annuaire.ecrire((client) => client.query<{ t: Date }>(MAINTENANT))).rows[0]?.t.toISOString() ?? "";
const ids = ({ edges }: Awaited<ReturnType<typeof chercher>>) => edges.map(({ node }) => node.id);

describe("Les modifications depuis un instant", () => {
  it("viennent dans l'ordre où elles ont été écrites, fermetures comprises, et se reprennent au dernier curseur", async () => {
    const filtre = { modifieeDepuis: await instant() };
    expect(ids(await chercher(annuaire, { filtre }))).toEqual([]);
    await modifier([DAC_RHONE]);
    await modifier([DAC_AIN]);
    await annuaire.ecrire((client) =>
      client.query("update structures.structure set ferme_le = '2026-11-20', mis_a_jour_le = now() where id = $1", [
        MSP_SANS_DECLARATION,
      ]),
    );
    const premiere = await chercher(annuaire, { filtre, first: 2 });
    expect(ids(premiere)).toEqual([DAC_RHONE, DAC_AIN]);
    const seconde = await chercher(annuaire, { filtre, first: 2, after: premiere.pageInfo.endCursor });
    expect(seconde.edges.map(({ node }) => node)).toEqual([{ id: MSP_SANS_DECLARATION, fermeeLe: "2026-11-20" }]);
    await modifier([DAC_RHONE]);
    expect(ids(await chercher(annuaire, { filtre, after: seconde.pageInfo.endCursor }))).toEqual([DAC_RHONE]);
  });

  it("comprennent ce qui est déclaré à côté de la fiche, une fois, et seulement si cela change", async () => {
    const horaire = `insert into structures.horaire (structure_id, jour, debut, fin, sans_rendez_vous, source, declare_le)
      select $1, jour, '09:00', '12:00', false, 'test', '2026-11-22' from unnest('{LUNDI,MARDI}'::text[]) jour
      on conflict (structure_id, jour, debut) do update set fin = excluded.fin`;
    const declarer = () => annuaire.ecrire((client) => client.query(horaire, [MSP_ELIGIBLE]));
    const filtre = { modifieeDepuis: await instant() };
    await declarer();
    const declaree = await chercher(annuaire, { filtre });
    expect(ids(declaree)).toEqual([MSP_ELIGIBLE]);
    await declarer();
    expect(ids(await chercher(annuaire, { filtre, after: declaree.pageInfo.endCursor }))).toEqual([]);
  });

  it("attendent une écriture commencée avant elles et qui dure : rien ne paraîtra derrière le curseur", async () => {
    const filtre = { modifieeDepuis: await instant() };
    const { adminUrl } = annuaire;
    await withAdminClient(adminUrl, async (importeur) => {
      await importeur.query("begin");
      await importeur.query("update structures.structure set mis_a_jour_le = now() where id = $1", [CPTS_BOURG]);
      await modifier([DAC_AIN]);
      expect(ids(await chercher(annuaire, { filtre }))).toEqual([]);
      await importeur.query("commit");
    });
    expect(ids(await chercher(annuaire, { filtre }))).toEqual([CPTS_BOURG, DAC_AIN]);
  });
});
