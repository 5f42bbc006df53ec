import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createIdentifiantsOpaques } from "../src/index.ts";

const options = {
  secret: "un-secret-de-test-de-plus-de-trente-deux-caracteres",
  kind: "besoin",
  version: 1,
  ttlSeconds: 60,
};
const identifiants = createIdentifiantsOpaques<{ criteres: string }>(options);
const contenu = { criteres: "âge 72, grippe" };

describe("Un identifiant dérivé", () => {
  it("rend son contenu, et ne le montre pas", async () => {
    const id = await identifiants.encoder(contenu);
    expect(await identifiants.decoder(id)).toEqual(contenu);
    expect(Buffer.from(id.replaceAll(".", ""), "base64url").toString()).not.toContain("grippe");
  });

  it.each<[string, () => Promise<string>]>([
    ["vide", async () => ""],
    ["inventé", async () => "abc.def.ghi.jkl.mno"],
    ["tronqué", async () => (await identifiants.encoder(contenu)).slice(0, -3)],
    [
      "d'un autre secret",
      () => createIdentifiantsOpaques({ ...options, secret: `${options.secret}-autre` }).encoder(contenu),
    ],
    ["d'un autre genre", () => createIdentifiantsOpaques({ ...options, kind: "possibilite" }).encoder(contenu)],
    ["d'une autre version", () => createIdentifiantsOpaques({ ...options, version: 2 }).encoder(contenu)],
    ["expiré", () => createIdentifiantsOpaques({ ...options, ttlSeconds: -1 }).encoder(contenu)],
  ])("est nul quand il est %s", async (_cas, fabriquer) => {
    expect(await identifiants.decoder(await fabriquer())).toBeNull();
  });

  it("est nul dès qu'un caractère change", async () => {
    const id = await identifiants.encoder(contenu);
    await fc.assert(
      fc.asyncProperty(fc.nat(id.length - 1), fc.constantFrom("A", "z", "7", "_"), async (rang, signe) => {
        const altere = `${id.slice(0, rang)}${signe}${id.slice(rang + 1)}`;
        // The last character of a base64url part may hold unused bits: only a change of bytes must be refused.
        fc.pre(octets(altere) !== octets(id));
        expect(await identifiants.decoder(altere)).toBeNull();
      }),
      { numRuns: 100 },
    );
  });
});

const octets = (id: string): string =>
  id
    .split(".")
    .map((partie) => Buffer.from(partie, "base64url").toString("hex"))
    .join(".");
