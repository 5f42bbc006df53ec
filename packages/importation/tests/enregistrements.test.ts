import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { readRecords } from "../src/index.ts";

const ecrire = async (nom: string, contenu: Buffer | string) => {
  const chemin = join(await mkdtemp(join(tmpdir(), "importation-")), nom);
  await writeFile(chemin, contenu);
  return chemin;
};

async function lire(chemin: string, delimiter = ";", quote: '"' | false = '"') {
  const illisibles: number[] = [];
  const lus: { ligne: number; champs: readonly string[] }[] = [];
  for await (const enregistrement of readRecords(chemin, {
    delimiter,
    quote,
    onIllisible: (ligne) => illisibles.push(ligne),
  })) {
    lus.push(enregistrement);
  }
  return { lus, illisibles };
}

describe("La lecture d'un fichier publié", () => {
  it("garde les guillemets doublés et les séparateurs entre guillemets", async () => {
    const { lus } = await lire(await ecrire("a.csv", '1;"LIEU DE VIE ""MAVOUNA MEMA 1""";"a;b"\n'));
    expect(lus).toEqual([{ ligne: 1, champs: ["1", 'LIEU DE VIE "MAVOUNA MEMA 1"', "a;b"] }]);
  });

  it.each<[string, string, (texte: string) => Buffer]>([
    ["UTF-8", "a.csv", (texte) => Buffer.from(texte)],
    ["UTF-8 avec BOM", "a.csv", (texte) => Buffer.from(`\uFEFF${texte}`)],
    ["Windows-1252", "a.csv", (texte) => iconv.encode(texte, "windows-1252")],
    ["compressé", "a.csv.gz", (texte) => gzipSync(texte)],
  ])("reconnaît %s", async (_nom, fichier, encoder) => {
    const { lus } = await lire(await ecrire(fichier, encoder("é;ç;œ’\nà;b;c\n")));
    expect(lus.map(({ champs }) => champs)).toEqual([
      ["é", "ç", "œ’"],
      ["à", "b", "c"],
    ]);
  });

  it("écarte une ligne illisible, la nomme, et lit les autres", async () => {
    const { lus, illisibles } = await lire(await ecrire("a.csv", 'a;b\nc;"d"x;e\nf;g\n'));
    expect(lus.map(({ champs }) => champs[0])).toEqual(["a", "f"]);
    expect(illisibles).toEqual([2]);
  });

  it("ne touche pas aux guillemets d'un format qui n'en a pas", async () => {
    const { lus } = await lire(await ecrire("a.txt", 'a|CABINET "LE PORT"|\n'), "|", false);
    expect(lus[0]?.champs).toEqual(["a", 'CABINET "LE PORT"', ""]);
  });

  it("rend chaque champ tel qu'il a été écrit, avec sa ligne", async () => {
    const champ = fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 12 }).map((texte) => `x${texte}`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(champ, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 10 }),
        async (lignes) => {
          const texte = lignes
            .map((champs) => champs.map((valeur) => `"${valeur.replaceAll('"', '""')}"`).join(";"))
            .join("\n");
          const { lus } = await lire(await ecrire("p.csv", texte));
          expect(lus).toEqual(lignes.map((champs, index) => ({ ligne: index + 1, champs })));
        },
      ),
      { numRuns: 30 },
    );
  });
});
