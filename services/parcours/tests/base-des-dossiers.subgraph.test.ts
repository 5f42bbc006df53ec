import { openDatabase } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BancDeDossiers, ouvrirBancDeDossiers } from "./banc-de-dossiers.ts";
import { DEMANDEUR } from "./dossiers-de-test.ts";

let banc: BancDeDossiers;
beforeAll(async () => {
  banc = await ouvrirBancDeDossiers();
});
afterAll(() => banc.fermer());

describe("Ce que la base garde", () => {
  it("ne nomme personne en clair", async () => {
    await banc.ouvrir();
    const tables = await banc.sousGraphe.interroger<{ ligne: string }>(
      `select u::text as ligne from parcours.usager u union all select d::text from parcours.dossier d
       union all select e::text from parcours.evenement e union all select a::text from parcours.a_publier a
       union all select t::text from parcours.trace_acces t union all select c::text from parcours.ecriture c`,
    );
    expect(tables.map(({ ligne }) => ligne).join("\n")).not.toMatch(
      /ZEPHIRIN|Odalric|299990|049999|Inventé|Exemple-Demandeur/,
    );
  });

  it("se cache au service lui-même tant qu'il ne dit pas pour qui il lit", async () => {
    await banc.ouvrir();
    const database = await openDatabase({ url: banc.sousGraphe.url, schema: "parcours", applicationName: "test" });
    try {
      for (const table of ["dossier", "usager", "note", "evaluation", "evenement", "a_publier", "trace_acces"]) {
        expect(await database.query(`select from ${table}`)).toEqual([]);
      }
      await expect(database.query("delete from trace_acces")).rejects.toThrow(/permission denied/);
      await expect(database.query("update trace_acces set objet = 'rien'")).rejects.toThrow(/permission denied/);
    } finally {
      await database.close();
    }
  });

  it("trace chaque lecture de ce qui nomme, une fois par demande, en chaîne", async () => {
    const { id } = await banc.ouvrir();
    const traces = () =>
      banc.sousGraphe.interroger<{ objet: string; precedente: string; empreinte: string; sub: string }>(
        `select objet, precedente, empreinte, acteur ->> 'sub' as sub from parcours.trace_acces where dossier_id = '${id}' order by id`,
      );
    await banc.lire(id, DEMANDEUR);
    expect(await traces()).toEqual([]);
    await banc.lire(id);
    await banc.lire(id);
    const lues = await traces();
    expect(
      lues
        .map(({ objet }) => objet)
        .slice(0, 3)
        .toSorted(),
    ).toEqual(["ADRESSE", "ENTOURAGE", "IDENTITE"]);
    expect(lues).toHaveLength(6);
    expect(new Set(lues.map(({ sub }) => sub))).toEqual(new Set(["equipe"]));
    expect(lues.map(({ precedente }) => precedente)).toEqual(
      ["", ...lues.map(({ empreinte }) => empreinte)].slice(0, 6),
    );
  });
});
