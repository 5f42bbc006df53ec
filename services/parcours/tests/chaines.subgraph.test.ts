import { createHash } from "node:crypto";
import { withAdminClient } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ancre, ecrireAncre, lireAncre } from "../src/acces/ancre.ts";
import { empreinteDeTrace, type LigneDeTrace } from "../src/acces/empreinte.ts";
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
const verifierApres = (alteration: string, ancre?: Ancre) =>
  withAdminClient(banc.sousGraphe.adminUrl, async (client) => {
    await client.query("begin");
    await client.query(alteration);
    const verification = await verifierLesChaines(client, ancre);
    await client.query("rollback");
    return verification;
  });

describe("La vérification du journal des accès", () => {
  it("lit toutes les lignes, et trouve chaque chaîne intacte", async () => {
    expect(lignes.length).toBeGreaterThan(4);
    expect(await verifierApres("select 1")).toEqual({
      lignes: lignes.length,
      dossiers: 2,
      premiereRupture: null,
      ecarts: [],
    });
  });

  it.each([
    ["dont l'objet change", "set objet = 'RIEN'"],
    ["dont l'acteur change", `set acteur = jsonb_set(acteur, '{sub}', '"un-autre"')`],
    ["dont l'acteur change de nom", `set acteur = jsonb_set(acteur, '{libelle}', '"un autre"')`],
    ["qui se dit d'une forme plus ancienne", "set forme = 1"],
    ["qui se dit d'une forme inconnue", "set forme = 9"],
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

describe("Les lignes écrites avant que l'empreinte couvre le libellé de l'acteur", () => {
  it("se vérifient comme elles ont été écrites, et leurs suites aussi", async () => {
    const ancienne: LigneDeTrace = {
      dossierId: (await sql<{ id: string }>("select id from parcours.dossier order by id limit 1"))[0]?.id ?? "",
      acteur: { sub: "equipe", professionnelId: null, structureId: "DAC-A", libelle: "coordinatrice-dac" },
      action: "LIRE",
      objet: "IDENTITE",
      motif: null,
      le: "2026-11-22T10:00:00.000Z",
    };
    const empreinte = empreinteDeTrace("", ancienne, 1);
    const { premiereRupture } = await verifierApres(`
      delete from parcours.trace_acces where dossier_id = '${ancienne.dossierId}';
      insert into parcours.trace_acces (dossier_id, acteur, action, objet, le, precedente, empreinte) values
        ('${ancienne.dossierId}', '${JSON.stringify(ancienne.acteur)}', 'LIRE', 'IDENTITE', '${ancienne.le}', '', '${empreinte}')`);
    expect(premiereRupture).toBeNull();
    // What the service wrote before: a line hashed otherwise would break every register.
    expect(empreinte).toBe(
      createHash("sha256")
        .update(
          JSON.stringify(["", ancienne.dossierId, "equipe", null, "DAC-A", "LIRE", "IDENTITE", null, ancienne.le]),
        )
        .digest("base64url"),
    );
  });
});

describe("L'ancre du journal des accès, gardée ailleurs", () => {
  const ancrer = async (): Promise<Ancre> => {
    const texte = await withAdminClient(banc.sousGraphe.adminUrl, (client) => ecrireAncre(client, new Date()));
    const ancre = lireAncre(texte);
    if (ancre === null) throw new Error("what was just written is not read");
    return ancre;
  };
  const derniereDe = (dossier: string) => `(select max(id) from parcours.trace_acces where dossier_id = '${dossier}')`;
  const unDossier = async () =>
    (await sql<{ id: string }>("select dossier_id as id from parcours.trace_acces order by dossier_id limit 1"))[0]
      ?.id ?? "";

  it("ne trouve rien à redire d'un journal intact, ni de ce qui s'y ajoute", async () => {
    const ancre = await ancrer();
    expect((await verifierApres("select 1", ancre)).ecarts).toEqual([]);
    await banc.lire(await unDossier());
    expect((await verifierApres("select 1", ancre)).ecarts).toEqual([]);
  });

  it("montre la fin retirée d'une chaîne, que la chaîne seule ne montre pas", async () => {
    const [ancre, dossierId] = [await ancrer(), await unDossier()];
    const ancrees = ancre.get(dossierId)?.lignes ?? 0;
    const { premiereRupture, ecarts } = await verifierApres(
      `delete from parcours.trace_acces where id = ${derniereDe(dossierId)}`,
      ancre,
    );
    expect(premiereRupture).toBeNull();
    expect(ecarts).toEqual([{ dossierId, cause: "FIN_RETIREE", lignes: ancrees - 1, ancrees }]);
  });

  it("montre une chaîne retirée tout entière", async () => {
    const [ancre, dossierId] = [await ancrer(), await unDossier()];
    const { ecarts } = await verifierApres(`delete from parcours.trace_acces where dossier_id = '${dossierId}'`, ancre);
    expect(ecarts).toMatchObject([{ dossierId, cause: "FIN_RETIREE", lignes: 0 }]);
  });

  it("montre une fin récrite, empreintes comprises", async () => {
    const [ancre, dossierId] = [await ancrer(), await unDossier()];
    const ancrees = ancre.get(dossierId)?.lignes ?? 0;
    const { ecarts } = await verifierApres(
      `update parcours.trace_acces set empreinte = 'une autre' where id = ${derniereDe(dossierId)}`,
      ancre,
    );
    expect(ecarts).toEqual([{ dossierId, cause: "CHAINE_REECRITE", lignes: ancrees, ancrees }]);
  });

  it.each([
    ["vide", () => ""],
    ["coupée", (texte: string) => texte.split("\n").slice(0, -2).join("\n")],
    ["sans en-tête", (texte: string) => texte.split("\n").slice(1).join("\n")],
    ["où une ligne est illisible", (texte: string) => texte.replace(/[\w-]{43}$/m, "…")],
    ["où un dossier est deux fois", (texte: string) => texte.replace(/\n(.+)\n.+\n$/, "\n$1\n$1\n")],
  ])("ne se lit pas %s", async (_cas, abimer) => {
    const texte = await withAdminClient(banc.sousGraphe.adminUrl, (client) => ecrireAncre(client, new Date()));
    expect(lireAncre(texte)?.size).toBe(2);
    expect(lireAncre(abimer(texte))).toBeNull();
  });
});
