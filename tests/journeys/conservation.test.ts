import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase, TEST_SECRET, type TestDatabase } from "@coordination/test-kit";
import { schemas } from "@coordination/tools";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lancerCommande } from "./commande.fixture.ts";

let base: TestDatabase;
let dataDir: string;
beforeAll(async () => {
  base = await createTestDatabase({ services: schemas });
  dataDir = await mkdtemp(join(tmpdir(), "coordination-conservation-"));
}, 120_000);
afterAll(async () => {
  await base.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const commander = (...arguments_: string[]) =>
  lancerCommande(
    { adminUrl: base.adminUrl, configuration: { dataDir, internalSecret: TEST_SECRET } },
    "conservation",
    ...arguments_,
  );

describe("npm run conservation", () => {
  it("montre une table vide, la remplit avec le texte qui fixe la durée, et dit ce qui serait effacé", async () => {
    const vide = await commander("montrer");
    expect(vide.code).toBe(0);
    expect(vide.dit).toContain("DOSSIER_CLOS (un dossier clos, depuis sa clôture) : rien n'est fixé");
    expect(vide.dit).toContain("rien n'est effacé, jamais");
    const fixee = await commander("fixer", "DOSSIER_CLOS", "20ans", "un texte d'exemple, article inventé");
    expect([fixee.code, fixee.dit]).toEqual([0, expect.stringContaining("DOSSIER_CLOS : 20 an(s).")]);
    const remplie = await commander("montrer");
    expect(remplie.dit).toMatch(
      /DOSSIER_CLOS .* : 20 an\(s\), fixé le \d{4}-\d\d-\d\d ; source : un texte d'exemple, article inventé/,
    );
    expect(remplie.dit).not.toContain("jamais");
    expect(await commander("appliquer", "--a-blanc")).toEqual({ code: 0, dit: "À effacer : 0. Rien n'est écrit.\n" });
    expect(await commander("appliquer")).toEqual({ code: 0, dit: "Effacés : 0.\n" });
  }, 120_000);
});
