import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importerRpps } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { ecrireFichier } from "./fichier-rpps.ts";
import {
  CHAMPS,
  estStable,
  LIGNES_STABLES,
  lignesMouvantes,
  peupler,
  questionAlea,
  STABLES,
  TRIS,
} from "./recherche-alea.ts";
import { attendreLesChangements, parcourir } from "./recherche-parcours.ts";

const VERSIONS = 3;

let annuaire: AnnuaireDeTest;
let fini = false;
let faits = 0;
let imports: Promise<void>;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
  await peupler(annuaire);
  await attendreLesChangements(annuaire, STABLES);
  imports = importerSansCesse();
});
afterAll(async () => {
  fini = true;
  await imports;
  await annuaire.fermer();
});

/** One import after the other, every second one building the tables anew: people come, move, change name and go. */
async function importerSansCesse(): Promise<void> {
  const fichiers = await Promise.all(
    Array.from({ length: VERSIONS }, (_, version) => ecrireFichier([...LIGNES_STABLES, ...lignesMouvantes(version)])),
  );
  for (; !fini; faits += 1) {
    const fichier = fichiers[faits % VERSIONS] ?? "";
    const reconstruire = faits % 2 === 1 ? { reconstruireAPartirDe: 1 } : {};
    await annuaire.ecrire((client) => importerRpps(client, { fichier, accepterLesFermetures: true, ...reconstruire }));
  }
}

const stables = async (question: object, first: number) =>
  (await parcourir(annuaire, question, first)).ids.filter(estStable);

describe("Un parcours pendant que des imports se suivent", () => {
  const cas = TRIS.flatMap((tri) => CHAMPS.map((champ) => ({ tri, champ })));

  it.each(cas)("rend une fois, à son rang, qui ne change pas (tri $tri, filtre $champ)", async ({ tri, champ }) => {
    await fc.assert(
      fc.asyncProperty(questionAlea([tri], [champ]), fc.integer({ min: 2, max: 9 }), async (question, first) => {
        expect(await stables(question, first)).toEqual(await stables(question, 100));
      }),
      { numRuns: 3 },
    );
  });

  it.each(TRIS)(
    "rend une fois, à son rang, qui ne change pas (tri %s, sans filtre)",
    async (tri) => {
      const avant = faits;
      const question = { recherche: null, proximite: { codeInsee: "31149", rayonKm: 120 }, tri, filtre: {} };
      do expect(await stables(question, 3)).toEqual(await stables(question, 100));
      while (faits < avant + 2);
    },
    60_000,
  );
});
