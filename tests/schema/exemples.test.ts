import { buildASTSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { listFiles, readText } from "./repository.ts";

/** The pages that people read, and the queries that they copy from them. */
const PAGES = ["README.md", ...listFiles("docs", /\.md$/), ...listFiles("services", /^services\/[a-z]+\/README\.md$/)];
const EXEMPLES = PAGES.flatMap((page) =>
  [...readText(page).matchAll(/^```graphql\n([\s\S]*?)^```/gm)].map(([, texte = ""], rang) => ({
    page,
    rang: rang + 1,
    texte,
  })),
);

describe("Every GraphQL example of the documentation", () => {
  const schema = buildASTSchema(parse(readText("schema/api.graphql")));

  it("is found by this test", () => {
    expect(EXEMPLES.length).toBeGreaterThan(5);
  });

  it.each(EXEMPLES)("is a question that the API understands: $page, example $rang", ({ texte }) => {
    expect(validate(schema, parse(texte)).map(({ message }) => message)).toEqual([]);
  });
});
