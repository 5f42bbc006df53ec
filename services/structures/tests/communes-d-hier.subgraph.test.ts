import { countStatements } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AGENCE } from "./acteurs-de-test.ts";
import { type AnnuairePeuple, ouvrirAnnuairePeuple } from "./annuaire-peuple.ts";
import { CPTS_BOURG } from "./donnees-de-test.ts";
import { mutation } from "./ecriture-de-test.ts";

/** Invented: two communes that Belley would have absorbed, one of which kept its name. */
const ANCIENNES = `
  insert into structures.commune_ancienne (code, nom, nom_recherche, commune) values
    ('01399', 'Vieux-Belley-le-Haut', 'vieux belley le haut', '01034'), ('01398', null, null, '01034'),
    ('01397', 'Villeurbanne', 'villeurbanne', '01034')`;

let annuaire: AnnuairePeuple;
beforeAll(async () => {
  annuaire = await ouvrirAnnuairePeuple();
  await annuaire.ecrire((client) => client.query(ANCIENNES));
});
afterAll(() => annuaire.fermer());

const NE_EXISTE_PLUS = "La commune 01398 n'existe plus : elle fait partie de Belley (01034).";

describe("Une commune d'hier", () => {
  it("par son code, mène à la commune d'aujourd'hui et à son point d'entrée", async () => {
    const reponse = await annuaire.demander(
      `query { commune(codeInsee: "01398") { codeInsee nom anciennes { codeInsee nom } }
        pointEntree(codeInsee: "01399") { commune { nom } } }`,
    );
    expect(reponse).toEqual({
      commune: {
        codeInsee: "01034",
        nom: "Belley",
        anciennes: [
          { codeInsee: "01399", nom: "Vieux-Belley-le-Haut" },
          { codeInsee: "01397", nom: "Villeurbanne" },
          { codeInsee: "01398", nom: null },
        ],
      },
      pointEntree: { commune: { nom: "Belley" } },
    });
  });

  it.each<[string, string, string[]]>([
    ["par son nom", "vieux belley", ["Belley"]],
    ["par un mot de son nom", "haut", ["Belley"]],
    ["après la commune d'aujourd'hui du même nom", "villeurbanne", ["Villeurbanne", "Belley"]],
  ])("se complète %s", async (_cas, recherche, attendues) => {
    const { communes } = await annuaire.demander<{ communes: { nom: string }[] }>(
      "query($recherche: String!) { communes(recherche: $recherche) { nom } }",
      { recherche },
    );
    expect(communes.map(({ nom }) => nom)).toEqual(attendues);
  });

  it.each([
    ["autour d'elle", 'proximite: { codeInsee: "01398" }', "proximite.codeInsee"],
    ["dans elle", 'filtre: { codesInsee: ["01398"] }', "filtre.codesInsee[0]"],
  ])("cherchée %s, est nommée avec celle d'aujourd'hui", async (_cas, ou, champ) => {
    const { errors } = await annuaire.executer(`query { structures(first: 1, ${ou}) { edges { cursor } } }`);
    expect(errors?.[0]).toMatchObject({ message: NE_EXISTE_PLUS, extensions: { code: "BAD_USER_INPUT", champ } });
  });

  it("ne s'écrit pas dans un territoire : l'erreur dit laquelle écrire", async () => {
    const definir = mutation(() => annuaire, "definirTerritoire", {
      signature: "$input: DefinirTerritoireInput!",
      champs: "id",
    });
    const input = { structureId: CPTS_BOURG, codesInsee: ["01398"], depuis: "2026-01-01", source: "ARS" };
    expect((await definir({ input }, AGENCE)).erreur).toMatchObject({ champ: "input.codesInsee[0]" });
  });
});

describe("Une commune", () => {
  it("dit d'où viennent ses chiffres, lus une fois pour toutes", async () => {
    const { result, statements } = await countStatements(() =>
      annuaire.entites(
        ["01034", "01053"].map((codeInsee) => ({ __typename: "Commune", codeInsee })),
        "... on Commune { source millesime }",
      ),
    );
    const origine = { __typename: "Commune", source: "fichier de centres de communes", millesime: null };
    expect(result).toEqual([origine, origine]);
    expect(statements).toHaveLength(2);
  });
});
