import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withAdminClient } from "@coordination/database";
import { createTestDatabase, TEST_SECRET, type TestDatabase } from "@coordination/test-kit";
import { services } from "@coordination/tools";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { remplir } from "../src/base/ouvrir-base.ts";
import { preparerLesTables } from "../src/base/tables-du-banc.ts";
import { maison } from "../src/concurrents/maison.ts";
import { type FichiersGeneres, genererLAnnuaire } from "../src/generateur/generer.ts";
import { Desaccord, verifierLAccord } from "../src/mesure/accord.ts";
import { createClient } from "../src/mesure/client.ts";
import { CONCURRENTS, lancerTous, mesurer } from "../src/mesure/duel.ts";
import { tirerLEchantillon } from "../src/mesure/echantillon.ts";
import { createCompteur } from "../src/mesure/postgres.ts";
import type { ConcurrentLance } from "../src/mesure/processus.ts";

/** Some thousand activities around the Rhône: enough for several people of a name, and several doctors around a town. */
const TAILLE = 0.004;
const silence = () => undefined;

let dossier: string;
let base: TestDatabase;
let fichiers: FichiersGeneres;
let lances: readonly ConcurrentLance[];

beforeAll(async () => {
  dossier = await mkdtemp(join(tmpdir(), "coordination-accord-"));
  fichiers = await genererLAnnuaire(dossier, TAILLE, silence);
  base = await createTestDatabase({ services: Object.values(services) });
  await remplir(base.adminUrl, fichiers, silence);
  await preparerLesTables(base.adminUrl);
  lances = await lancerTous({ adminUrl: base.adminUrl, secret: TEST_SECRET });
});

afterAll(async () => {
  await Promise.all((lances ?? []).map(({ arreter }) => arreter()));
  await base?.drop();
  await rm(dossier, { recursive: true, force: true });
});

describe("Le banc d'essai", () => {
  it.each(["proches", "nom2"] as const)(
    "compare des concurrents qui répondent la même chose, dans le même ordre : %s",
    async (question) => {
      const echantillon = await tirerLEchantillon(base.adminUrl, 60);
      const compteur = await createCompteur(base.adminUrl);
      const duel = await mesurer(question, lances, { echantillon, regime: null, compteur, aComparer: 60 });
      await compteur.fermer();
      expect(duel.comparees).toBeGreaterThan(50);
      expect(duel.lignes).toBeGreaterThan(duel.comparees);
    },
  );

  it("donne un débit, un CPU et des latences à chacun", async () => {
    const echantillon = await tirerLEchantillon(base.adminUrl, 60);
    const compteur = await createCompteur(base.adminUrl);
    const regime = { chauffe: 1, tours: 1, dureeMs: 300, connexionsEnCharge: 2, connexionsEnPaix: 2 };
    const { resultats } = await mesurer("proches", lances, { echantillon, regime, compteur, aComparer: 1 });
    await compteur.fermer();
    expect(resultats.map(({ nom }) => nom)).toEqual(CONCURRENTS.map(({ nom }) => nom));
    for (const { debits, cpuNodeMs, latences } of resultats) {
      expect(debits).toHaveLength(1);
      expect(debits[0]).toBeGreaterThan(0);
      expect(cpuNodeMs[0]).toBeGreaterThan(0);
      expect(latences.count).toBeGreaterThan(0);
    }
  });

  it("refuse de mesurer des réponses différentes", async () => {
    const [nous] = lances.filter(({ concurrent }) => concurrent === maison);
    const client = createClient(nous?.url ?? "", 1);
    const { proches } = await tirerLEchantillon(base.adminUrl, 1);
    const rendre = (professionnel: string) => ({
      nom: professionnel,
      client,
      formulation: {
        ...maison.proches,
        lire: () => ({
          lignes: [{ professionnel, situation: "s", structure: null, commune: null }],
          total: null,
          facettes: null,
        }),
      },
    });
    const accord = verifierLAccord([rendre("8899"), rendre("8898")], proches);
    await expect(accord).rejects.toThrow(Desaccord);
    await client.fermer();
  });

  it("génère des personnes inventées dont chaque ligne est acceptée par l'importeur, répétitions à part", async () => {
    const [, ...lignes] = (await readFile(fichiers.rpps, "utf8")).trimEnd().split("\n");
    const { rows } = await withAdminClient(base.adminUrl, (client) =>
      client.query(
        `select (select count(*)::int from professionals.situation) as activites, count(*)::int as personnes,
                bool_and(rpps like '899%') as inventees from professionals.professionnel`,
      ),
    );
    expect(lignes).toHaveLength(fichiers.activites);
    expect(rows).toEqual([{ activites: new Set(lignes).size, personnes: fichiers.personnes, inventees: true }]);
  });
});
