import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Exemple, estAnnonce, exemplesDe } from "./exemples-de-page.ts";
import { lecteurDExemples } from "./lecteur-d-exemples.fixture.ts";
import { type MaisonDeTest, ouvrirMaisonDeTest } from "./maison.fixture.ts";

const RACINE = fileURLToPath(new URL("../..", import.meta.url));
const EXEMPLES = exemplesDe(readFileSync(`${RACINE}/docs/editeurs.md`, "utf8"));
const executer = promisify(execFile);

let maison: MaisonDeTest;
let demander: ReturnType<typeof lecteurDExemples>;

beforeAll(async () => {
  maison = await ouvrirMaisonDeTest({ jeu: "demo", mesures: true, limites: { coutParMinute: 100_000 } });
  demander = lecteurDExemples(maison);
}, 180_000);
afterAll(() => maison.stop());

/** What a command writes, the addresses of the page being those of this house. */
async function lancer({ texte }: Exemple): Promise<string> {
  const { port, dataDir, internalSecret } = maison.configuration;
  const commande = texte
    .replaceAll("http://127.0.0.1:4000", maison.url)
    .replaceAll("http://127.0.0.1:4002", `http://127.0.0.1:${port + 2}`);
  const env = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: maison.adminUrl,
    INTERNAL_SECRET: internalSecret,
  };
  return (await executer("bash", ["-ec", commande], { cwd: RACINE, env })).stdout;
}

describe("La page des éditeurs", () => {
  it("a des exemples de chaque sorte", () => {
    expect(new Set(EXEMPLES.map(({ langue }) => langue))).toEqual(new Set(["sh", "graphql"]));
    expect(EXEMPLES.length).toBeGreaterThan(12);
  });

  it.each(EXEMPLES)("dit vrai : exemple $rang ($langue)", async (exemple) => {
    if (exemple.langue === "graphql") {
      const corps = await demander(exemple);
      if (exemple.reponse === undefined) expect(corps).not.toHaveProperty("errors");
      else expect(corps).toMatchObject(exemple.reponse as object);
      return;
    }
    const sortie = await lancer(exemple);
    const [tete = "", corps = ""] = sortie.startsWith("HTTP/") ? sortie.split("\r\n\r\n") : ["", sortie];
    const lignes = tete.split("\r\n");
    expect(exemple.entetes.filter((annonce) => !lignes.some((ligne) => estAnnonce(ligne, annonce)))).toEqual([]);
    if (exemple.reponse === undefined) expect(corps.trim()).not.toBe("");
    else expect(JSON.parse(corps)).toMatchObject(exemple.reponse as object);
  });
});
