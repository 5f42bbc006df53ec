import { CATALOGUE_DES_ERREURS } from "@coordination/server-kit";
import { describe, expect, it } from "vitest";
import { listFiles, readText } from "./repository.ts";

/** Source files of the product: neither tests nor what tests stand on. */
const SOURCES = ["gateway", "packages", "services", "tools"]
  .flatMap((folder) => listFiles(folder, /\.ts$/))
  .filter((path) => /(^|\/)src\//.test(path) && !/\.test\.ts$/.test(path));

const matchesIn = (path: string, pattern: RegExp): readonly string[] =>
  [...readText(path).matchAll(pattern)].flatMap(([, code]) => (code === undefined ? [] : [code]));

/**
 * Codes that the gateway turns into one of the catalogue before an answer leaves, and the one of `extensions.valueCompletion`:
 * a note on data that did not fit the schema, as Apollo's gateway gives it, and no error of the answer.
 */
const TRANSLATED = new Set([...matchesIn("gateway/src/erreurs.ts", /\[\s*"([A-Z_]+)",\s*\{ quoi/g), "INVALID_GRAPHQL"]);

describe("Every error code written in the code", () => {
  const thrown = SOURCES.flatMap((path) =>
    matchesIn(path, /extensions: \{\s*code: "([A-Z_]+)"/g).map((code) => ({ path, code })),
  );

  it("is found by this test", () => {
    expect(thrown.map(({ code }) => code)).toContain("BAD_USER_INPUT");
  });

  it("is in the catalogue that clients read, or is turned into one that is", () => {
    const unknown = thrown.filter(({ code }) => !(code in CATALOGUE_DES_ERREURS) && !TRANSLATED.has(code));
    expect(unknown).toEqual([]);
  });
});

describe("The catalogue of errors", () => {
  it.each(Object.entries(CATALOGUE_DES_ERREURS))("says %s in French sentences", (_code, { quand, message }) => {
    expect(quand).toMatch(/^\p{Lu}.*\.$/u);
    expect(message).toMatch(/^\p{Lu}.*\.$/u);
  });
});
