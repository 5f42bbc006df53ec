import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCoffre, lireCles } from "./coffre.ts";

const SECRET = "un-secret-de-test-de-plus-de-trente-deux-caracteres";
const cle = (octet: number) => Buffer.alloc(32, octet).toString("base64");
const coffreDe = (environnement: NodeJS.ProcessEnv) => {
  const { cles, index } = lireCles(environnement, SECRET);
  return createCoffre(cles, index);
};

describe("Le coffre des identités", () => {
  const coffre = coffreDe({});

  it("rend ce qu'on lui a confié, sans jamais l'écrire en clair ni deux fois pareil", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), (nom) => {
        const chiffre = coffre.chiffrer("usager:1", { nom });
        expect(coffre.dechiffrer("usager:1", chiffre)).toEqual({ nom });
        expect(Buffer.from(chiffre.split(".").at(-1) ?? "", "base64url").toString("utf8")).not.toContain(nom);
        expect(coffre.chiffrer("usager:1", { nom })).not.toBe(chiffre);
      }),
    );
  });

  it("ne s'ouvre pas quand le texte a changé, ou qu'il vient d'une autre fiche", () => {
    const chiffre = coffre.chiffrer("usager:1", { nom: "Exemple" });
    expect(() => coffre.dechiffrer("usager:2", chiffre)).toThrow();
    const [nom, iv, sceau, texte] = chiffre.split(".") as [string, string, string, string];
    const autre = (morceau: string) => (morceau.startsWith("A") ? "B" : "A") + morceau.slice(1);
    for (const altere of [
      [nom, autre(iv), sceau, texte],
      [nom, iv, autre(sceau), texte],
      [nom, iv, sceau, autre(texte)],
      [nom, iv, sceau.slice(0, 6), texte],
    ]) {
      expect(() => coffre.dechiffrer("usager:1", altere.join("."))).toThrow();
    }
    expect(() => coffre.dechiffrer("usager:1", "n'importe quoi")).toThrow("illisible");
  });

  it("lit encore, après une rotation, ce que l'ancienne clé avait écrit, et retrouve la même personne", () => {
    const avant = coffreDe({ IDENTITE_CLES: `k1:${cle(1)}`, IDENTITE_INDEX: cle(9) });
    const apres = coffreDe({ IDENTITE_CLES: `k2:${cle(2)},k1:${cle(1)}`, IDENTITE_INDEX: cle(9) });
    expect(apres.dechiffrer("u", avant.chiffrer("u", 1))).toBe(1);
    expect(apres.chiffrer("u", 1)).toMatch(/^k2\./);
    expect(apres.empreinte("exemple")).toBe(avant.empreinte("exemple"));
    expect(() => coffreDe({ IDENTITE_CLES: `k2:${cle(2)}` }).dechiffrer("u", avant.chiffrer("u", 1))).toThrow(
      "clé absente",
    );
  });

  it("refuse de partir en production sans ses clés, ou avec une clé trop courte", () => {
    expect(() => coffreDe({ NODE_ENV: "production" })).toThrow("IDENTITE_CLES");
    expect(() => coffreDe({ IDENTITE_CLES: "k1:Y291cnQ=" })).toThrow("32 octets");
  });
});
