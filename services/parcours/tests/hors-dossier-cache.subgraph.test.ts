import { openDatabase } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type BancHorsDossier,
  type Besoin,
  CPTS,
  erreurDe,
  MEDECIN,
  MEDECIN_ID,
  ouvrirBancHorsDossier,
} from "./banc-hors-dossier.ts";
import { muterAvec } from "./cercles-de-test.ts";
import { EQUIPE } from "./dossiers-de-test.ts";
import { cle } from "./orientations-de-test.ts";

let banc: BancHorsDossier;
beforeAll(async () => {
  banc = await ouvrirBancHorsDossier();
});
afterAll(() => banc.fermer());

describe("Ce qui tient lieu de dossier à un besoin hors dossier", () => {
  it.each<[mutation: string, argument: string]>([
    ["ajouterNote", 'texte: "note"'],
    ["designerReferent", 'version: 1, professionnelId: "889900000012"'],
    ["cloturerParcours", "version: 1, motif: AUTRE"],
    ["rouvrirParcours", 'version: 1, motif: "rechute"'],
    ["transfererParcours", 'version: 1, dacId: "DAC-B", motif: "déménagement"'],
    ["accederEnBrisDeGlace", 'motif: "inconscient aux urgences"'],
    ["retirerConsentement", 'consentementId: "00000000-0000-4000-8000-000000000000"'],
  ])("n'est pas un dossier pour %s, même pour son porteur, même un DAC", async (mutation, argument) => {
    for (const [porteur, acteur] of [
      [CPTS, { ...CPTS, rpps: "89900000012" }],
      [EQUIPE, EQUIPE],
    ] as const) {
      const cache = await banc.cache(await banc.ajouter(porteur));
      const sur = (id: string) => muterAvec(banc.sousGraphe, mutation, `parcoursId: "${id}", ${argument}`, acteur);
      const vu = await sur(cache);
      expect(erreurDe(vu)).toMatchObject({ code: "NOT_FOUND", champ: "parcoursId" });
      expect(vu).toEqual(await sur("00000000-0000-4000-8000-000000000000"));
    }
  });

  it("n'a ni journal ni copie par le dossier, et n'en reçoit pas d'autre besoin", async () => {
    const cache = await banc.cache(await banc.ajouter(EQUIPE));
    for (const question of [
      "query($id: ID!) { tracesAcces(parcoursId: $id, first: 5) { edges { node { id } } } }",
      "query($id: ID!) { exporterDossier(parcoursId: $id) { contenu } }",
    ]) {
      const reponse = await banc.sousGraphe.demander(question, { id: cache }, EQUIPE);
      expect(erreurDe(reponse)).toMatchObject({ code: "NOT_FOUND" });
    }
    const autre = await banc.tenter(EQUIPE, { usager: null, parcoursId: cache }, cle());
    expect(erreurDe(autre)).toMatchObject({ code: "NOT_FOUND", champ: "parcoursId" });
  });
});

describe("La base, quand le service se tromperait", () => {
  const TABLES = [
    "dossier",
    "usager",
    "besoin",
    "orientation",
    "consentement",
    "evenement",
    "a_publier",
    "trace_acces",
  ];
  /** What the service's role sees and may write of this need, in a transaction that says who acts. */
  const enTantQue = async <T>(
    { sub, structures, professionnel = "" }: { sub: string; structures: string; professionnel?: string },
    agir: (query: (sql: string, values?: unknown[]) => Promise<object[]>) => Promise<T>,
  ): Promise<T> => {
    const database = await openDatabase({ url: banc.sousGraphe.url, schema: "parcours", applicationName: "test" });
    try {
      return await database.transaction(async (tx) => {
        await tx.query(
          "select set_config('parcours.sub', $1, true), set_config('parcours.structures', $2, true), set_config('parcours.professionnel', $3, true)",
          [sub, structures, professionnel],
        );
        return agir((sql, values) => tx.query(sql, values));
      });
    } finally {
      await database.close();
    }
  };
  const compter = async (besoin: Besoin, qui: Parameters<typeof enTantQue>[0]): Promise<number[]> => {
    const cache = await banc.cache(besoin);
    const [ligne] = await banc.sousGraphe.interroger<{ usager_id: string }>(
      `select usager_id from parcours.dossier where id = '${cache}'`,
    );
    return enTantQue(qui, async (query) => {
      const nombres = [];
      for (const table of TABLES) {
        const cle = { dossier: "id", usager: "id" }[table] ?? "dossier_id";
        const id = table === "usager" ? ligne?.usager_id : cache;
        nombres.push((await query(`select from ${table} where ${cle} = $1`, [id])).length);
      }
      return nombres;
    });
  };

  it("ne montre un besoin hors dossier qu'à qui agit pour son porteur, pas même à qui l'a saisi et n'en est plus", async () => {
    const parLaCpts = await banc.ajouter();
    const parLui = await banc.ajouter(MEDECIN);
    const rien = TABLES.map(() => 0);
    const sansEnvoi = [1, 1, 1, 0, 0, 1, 1, 0];
    expect(await compter(parLaCpts, { sub: "n'importe qui", structures: "CPTS-1" })).toEqual(sansEnvoi);
    expect(await compter(parLaCpts, { sub: CPTS.sub, structures: "" })).toEqual(rien);
    expect(await compter(parLaCpts, { sub: CPTS.sub, structures: "CPTS-2", professionnel: MEDECIN_ID })).toEqual(rien);
    expect(await compter(parLui, { sub: "n'importe qui", structures: "", professionnel: MEDECIN_ID })).toEqual(
      sansEnvoi,
    );
    expect(await compter(parLui, { sub: MEDECIN.sub, structures: "DAC-A" })).toEqual(rien);
  });

  it("n'en laisse pas écrire un au nom d'un autre, ni en faire un dossier", async () => {
    const besoin = await banc.ajouter();
    const cache = await banc.cache(besoin);
    const copier = (porteur: string) => (query: (sql: string, values?: unknown[]) => Promise<object[]>) =>
      query(
        `insert into dossier (id, statut, usager_id, code_insee, dac_id, tenu_par, cree_par)
         select gen_random_uuid(), 'HORS_DOSSIER', usager_id, code_insee, $2, 'STRUCTURE', 'cpts' from dossier where id = $1`,
        [cache, porteur],
      );
    const cpts = { sub: "cpts", structures: "CPTS-1" };
    await expect(enTantQue(cpts, copier("CPTS-2"))).rejects.toThrow(/row-level security/);
    await expect(enTantQue(cpts, copier("CPTS-1"))).resolves.toEqual([]);
    await expect(
      enTantQue(cpts, (query) => query("update dossier set statut = 'EN_SUIVI' where id = $1", [cache])),
    ).rejects.toThrow(/dossier_ou_hors_dossier/);
  });
});
