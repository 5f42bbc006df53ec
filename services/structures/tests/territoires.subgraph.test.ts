import { countStatements } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AGENCE, agissantPour, LECTEUR } from "./acteurs-de-test.ts";
import { type AnnuairePeuple, ouvrirAnnuairePeuple } from "./annuaire-peuple.ts";
import { CPTS_BOURG, DAC_AIN, DAC_RHONE, MSP_ELIGIBLE } from "./donnees-de-test.ts";
import { mutation } from "./ecriture-de-test.ts";

let annuaire: AnnuairePeuple;
beforeAll(async () => {
  annuaire = await ouvrirAnnuairePeuple();
});
afterAll(() => annuaire.fermer());

const TERRITOIRE = "depuis jusquA source population communes { codeInsee }";
const definir = mutation(() => annuaire, "definirTerritoire", {
  signature: "$input: DefinirTerritoireInput!",
  champs: `structure { id } ${TERRITOIRE}`,
});
const territoire = async (le?: string) =>
  (
    await annuaire.structure(
      CPTS_BOURG,
      `... on Cpts { territoire${le === undefined ? "" : `(le: "${le}")`} { ${TERRITOIRE} } }`,
    )
  ).territoire as { communes: { codeInsee: string }[]; jusquA: string | null } | null;
const codes = (lu: Awaited<ReturnType<typeof territoire>>) => lu?.communes.map(({ codeInsee }) => codeInsee);

const NOUVEAU = {
  structureId: CPTS_BOURG,
  codesInsee: ["01344", "01034", "01344"],
  depuis: "2026-06-01",
  source: "assemblée générale inventée",
};

describe("Le territoire supposé d'un DAC", () => {
  const dac = async (le: string) => {
    const { commune } = await annuaire.demander<{ commune: { dac: { id: string; territoire: object | null }[] } }>(
      'query($le: Date) { commune(codeInsee: "01053") { dac(le: $le) { id ... on Dac { territoire(le: $le) { depuis } } } } }',
      { le },
    );
    return commune.dac;
  };
  const ouvrir = (jour: string | null) =>
    annuaire.ecrire((client) =>
      client.query("update structures.structure set ouverte_le = $2 where id = $1", [DAC_AIN, jour]),
    );

  it("commence le jour où il a ouvert", async () => {
    await ouvrir("2022-01-01");
    expect(await dac("2021-12-31")).toEqual([]);
    expect(await dac("2022-01-01")).toEqual([{ id: DAC_AIN, territoire: { depuis: "2022-01-01" } }]);
  });

  it("quand on ne sait pas depuis quand il existe, n'a pas commencé après le jour demandé", async () => {
    await ouvrir(null);
    expect(await dac("2000-01-01")).toEqual([{ id: DAC_AIN, territoire: { depuis: "2000-01-01" } }]);
  });
});

describe("definirTerritoire", () => {
  it("par les siens, remplace le territoire et arrête le précédent la veille", async () => {
    const { resultat } = await definir({ input: NOUVEAU }, agissantPour(CPTS_BOURG));
    expect(resultat).toEqual({
      structure: { id: CPTS_BOURG },
      depuis: "2026-06-01",
      jusquA: null,
      source: NOUVEAU.source,
      population: 14_800,
      communes: [{ codeInsee: "01034" }, { codeInsee: "01344" }],
    });
    expect(codes(await territoire())).toEqual(["01034", "01344"]);
    expect(await territoire("2026-05-31")).toMatchObject({ jusquA: "2026-05-31" });
    expect(codes(await territoire("2026-05-31"))).toEqual(["01053", "01344"]);
  });

  it("du même jour corrige les communes", async () => {
    await definir({ input: { ...NOUVEAU, codesInsee: ["01034"] } }, AGENCE);
    expect(codes(await territoire())).toEqual(["01034"]);
    expect(codes(await territoire("2026-05-31"))).toEqual(["01053", "01344"]);
  });

  it("enregistré après coup s'arrête la veille du suivant", async () => {
    const { resultat } = await definir({ input: { ...NOUVEAU, depuis: "2025-01-01", codesInsee: ["01344"] } }, AGENCE);
    expect(resultat).toMatchObject({ jusquA: "2026-05-31" });
    expect(codes(await territoire("2024-12-31"))).toEqual(["01053", "01344"]);
    expect(codes(await territoire("2026-05-31"))).toEqual(["01344"]);
    expect(codes(await territoire())).toEqual(["01034"]);
  });

  it("d'un DAC remplace son territoire supposé", async () => {
    const dac = { ...NOUVEAU, structureId: DAC_AIN, codesInsee: ["01053"] };
    expect((await definir({ input: dac }, agissantPour(DAC_AIN))).resultat).toMatchObject({ population: 41_000 });
    const { commune } = await annuaire.demander<{ commune: { dac: unknown[] } }>(
      '{ commune(codeInsee: "01034") { dac { nom } } }',
    );
    expect(commune.dac).toEqual([]);
  });

  it("ne compte qu'une fois les habitants d'un arrondissement cité avec sa commune", async () => {
    const rhone = { ...NOUVEAU, structureId: DAC_RHONE, codesInsee: ["69123", "69383"] };
    expect((await definir({ input: rhone }, AGENCE)).resultat).toMatchObject({ population: 519_000 });
  });

  it("dit la structure modifiée, pour ceux qui suivent les changements", async () => {
    const avant = await annuaire.structure(CPTS_BOURG, "provenance { misAJourLe }");
    await definir({ input: { ...NOUVEAU, codesInsee: ["01034", "01053"] } }, AGENCE);
    expect(await annuaire.structure(CPTS_BOURG, "provenance { misAJourLe }")).not.toEqual(avant);
  });

  it.each([
    ["un anonyme", undefined, {}, { code: "UNAUTHENTICATED" }],
    ["un lecteur", LECTEUR, {}, { code: "FORBIDDEN" }],
    ["les siens d'une autre", agissantPour(MSP_ELIGIBLE), {}, { code: "FORBIDDEN" }],
    ["une structure inconnue", AGENCE, { structureId: "1999999999" }, { code: "NOT_FOUND" }],
    ["une maison de santé", AGENCE, { structureId: MSP_ELIGIBLE }, { champ: "input.structureId" }],
    ["aucune commune", AGENCE, { codesInsee: [] }, { champ: "input.codesInsee" }],
    ["une commune inconnue", AGENCE, { codesInsee: ["01053", "33063"] }, { champ: "input.codesInsee[1]" }],
    ["une source vide", AGENCE, { source: "" }, { champ: "input.source" }],
  ])("refuse %s, et n'écrit rien", async (_cas, acteur, ecart, attendue) => {
    const avant = await territoire();
    const { resultat, erreur } = await definir({ input: { ...NOUVEAU, ...ecart } }, acteur);
    expect(resultat).toBeNull();
    expect(erreur).toMatchObject(attendue);
    expect(await territoire()).toEqual(avant);
  });

  it("nomme la commune inconnue", async () => {
    const { errors } = await annuaire.executer(
      `mutation($input: DefinirTerritoireInput!) { definirTerritoire(input: $input, cleIdempotence: "nommer-la-commune") { id } }`,
      { input: { ...NOUVEAU, codesInsee: ["33063"] } },
      AGENCE,
    );
    expect(errors?.[0]?.message).toContain("33063");
  });
});

describe("Départements et régions", () => {
  it("ont la population de leurs communes, arrondissements non comptés deux fois", async () => {
    const { statements, result } = await countStatements(() =>
      annuaire.demander(
        '{ departement(code: "69") { nom population region { nom population } } region(code: "04") { population } }',
      ),
    );
    expect(result).toEqual({
      departement: { nom: "Rhône", population: 675_000, region: { nom: "Auvergne-Rhône-Alpes", population: 730_800 } },
      region: { population: 153_000 },
    });
    expect(statements).toHaveLength(3);
  });

  it("ne sont rien quand leur code est inconnu", async () => {
    expect(await annuaire.demander('{ departement(code: "99") { nom } region(code: "99") { nom } }')).toEqual({
      departement: null,
      region: null,
    });
  });
});
