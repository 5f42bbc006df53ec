import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withAdminClient } from "@coordination/database";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DOSSIER_DU_PROJET } from "../src/catalogue/fichiers.ts";
import { chargerCatalogue } from "../src/index.ts";
import { type Banc, enTransaction, ouvrirBanc } from "./banc.ts";

describe("La publication du catalogue", () => {
  let banc: Banc;
  let dossier: string;
  beforeAll(async () => {
    banc = await ouvrirBanc();
  });
  afterAll(() => banc.fermer());
  beforeEach(async () => {
    dossier = await mkdtemp(join(tmpdir(), "catalogue-"));
    await cp(DOSSIER_DU_PROJET, dossier, { recursive: true });
  });
  afterEach(() => rm(dossier, { recursive: true }));

  const charger = () => enTransaction(banc.base.adminUrl, (client) => chargerCatalogue(client, dossier));
  const recrire = async (nom: string, avant: string, apres: string, sous = nom) => {
    const texte = await readFile(join(dossier, nom), "utf8");
    expect(texte).toContain(avant);
    await writeFile(join(dossier, sous), texte.replace(avant, apres));
  };
  const lignes = () =>
    withAdminClient(banc.base.adminUrl, async (client) => {
      const { rows } = await client.query<{ cle: string; xmin: string }>(
        `select code || ' ' || version as cle, xmin::text from delegations.version_delegation
         union all select code, xmin::text from delegations.acte
         union all select code, xmin::text from delegations.critere
         union all select code, xmin::text from delegations.habilitation order by cle, xmin`,
      );
      return rows;
    });

  it("n'écrit rien la seconde fois", async () => {
    const avant = await lignes();
    await charger();
    expect(await lignes()).toEqual(avant);
  });

  it("refuse une fiche dont la version publiée a changé, et la nomme", async () => {
    await recrire("D10.yaml", "ageMin: 11", "ageMin: 10");
    await expect(charger()).rejects.toThrow(/D10 version 1.*nouvelle version/);
  });

  it("ne tient pas à la mise en page du fichier ni à l'ordre de ses champs", async () => {
    await recrire("D10.yaml", "code: D10\nversion: 1\n", "# relu\nversion: 1\ncode: D10\n");
    await expect(charger()).resolves.toBeUndefined();
  });

  it("refuse tout quand une fiche est fausse", async () => {
    await recrire("D10.yaml", 'delegues: ["21"]', 'delegues: ["12"]');
    await expect(charger()).rejects.toThrow(/D10\.yaml:\d+ delegues\.0 : profession inconnue « 12 »/);
  });

  it("ajoute une nouvelle version, et améliore un synonyme sans toucher aux textes", async () => {
    await recrire("D28.yaml", "version: 1", "version: 2", "D28-v2.yaml");
    await recrire("D28-v2.yaml", "enVigueurDepuis:", "# suite\nenVigueurDepuis:");
    const texte = await readFile(join(dossier, "D28-v2.yaml"), "utf8");
    await writeFile(
      join(dossier, "D28-v2.yaml"),
      texte
        .replace(/enVigueurDepuis: .*/, "enVigueurDepuis: 2040-01-01")
        .replace(/enVigueurJusquA: .*\n/, "")
        .replace(/remplaceePar: .*\n/, ""),
    );
    await recrire("actes.yaml", "[vaccin grippe,", "[piqûre d'automne, vaccin grippe,");
    await charger();
    const { data } = await banc.demander(
      `{ actes(recherche: "piqure automne") { code } delegations(enVigueurLe: "2040-06-01", filtre: { recherche: "D28" }, first: 5) { edges { node { code version } } } }`,
    );
    expect(data).toEqual({
      actes: [{ code: "VACCINATION_GRIPPE" }],
      delegations: { edges: [{ node: { code: "D28", version: 2 } }] },
    });
  });

  it.each([
    ["modifier", "update delegations.version_delegation set etablie_le = etablie_le"],
    ["supprimer", "delete from delegations.version_delegation where code = 'D10'"],
    ["vider", "truncate delegations.version_delegation"],
  ])("ne laisse personne %s ce qui est publié, pas même l'administrateur", async (_geste, sql) => {
    await expect(withAdminClient(banc.base.adminUrl, (client) => client.query(sql))).rejects.toThrow(
      "Une version publiée d'une délégation ne change plus.",
    );
  });
});
