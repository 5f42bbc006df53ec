import { globSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { principes, regles } from "./regles.ts";

const SOURCES = import.meta.dirname;
const fichiers = globSync("**/*.rule.ts", { cwd: SOURCES });

/** What a module of rules exports that an agency must be able to proofread. */
const estARelire = (exporte: unknown): exporte is object =>
  typeof exporte === "object" && exporte !== null && ("regle" in exporte || "principe" in exporte);

describe("Les règles et les principes", () => {
  let ecrits: readonly { fichier: string; exporte: object }[];
  beforeAll(async () => {
    const modules = await Promise.all(
      fichiers.map(async (fichier) => ({ fichier, module: (await import(join(SOURCES, fichier))) as object })),
    );
    ecrits = modules.flatMap(({ fichier, module }) =>
      Object.values(module)
        .flat()
        .filter(estARelire)
        .map((exporte) => ({ fichier, exporte })),
    );
  });

  it("sont tous dans la page qu'une agence relit", () => {
    const listes = new Set<object>([...regles, ...principes]);
    expect(ecrits.length).toBe(listes.size);
    expect(ecrits.filter(({ exporte }) => !listes.has(exporte)).map(({ fichier }) => fichier)).toEqual([]);
  });

  it("ont chacun un code à eux, une source et une date de relecture", () => {
    const codes = [...regles.map(({ regle }) => regle), ...principes.map(({ principe }) => principe)];
    expect(new Set(codes).size).toBe(codes.length);
    for (const { source, relueLe } of [...regles, ...principes]) {
      expect(source).toMatch(/\p{L}/u);
      expect(relueLe).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
    for (const { principe, phrases } of principes) expect(phrases, principe).not.toEqual([]);
  });
});
