import { describe, expect, it } from "@jest/globals";
import { SignJWT } from "jose";
import { type Acteur, createSceauInterne, exigerActeur, exigerPortee } from "../src/index.ts";

const SECRET = "un-secret-de-test-de-plus-de-trente-deux-caracteres";
const acteur: Acteur = {
  sub: "demo",
  rpps: null,
  structures: ["1690000001"],
  profils: [],
  scopes: ["parcours:lire"],
  clientId: "demo",
};
const appel = { acteur, requestId: "r-1" };

describe("Le sceau interne", () => {
  it("rend l'acteur tel que la passerelle l'a signé", async () => {
    const sceau = createSceauInterne(SECRET);
    const jeton = await sceau.signer("coordination-subgraph", appel);
    expect(await sceau.verifier("coordination-subgraph", jeton)).toEqual(appel);
  });

  it("rend une demande anonyme comme anonyme", async () => {
    const sceau = createSceauInterne(SECRET);
    const jeton = await sceau.signer("coordination-subgraph", { acteur: null, requestId: "r-2" });
    expect(await sceau.verifier("coordination-subgraph", jeton)).toEqual({ acteur: null, requestId: "r-2" });
  });

  const sceau = createSceauInterne(SECRET);
  const cle = (texte: string) => new TextEncoder().encode(texte);
  const jwt = () =>
    new SignJWT({ ...appel }).setIssuer("coordination-interne").setAudience("coordination-subgraph").setIssuedAt();
  it.each<[string, () => Promise<string> | undefined]>([
    ["absent", () => undefined],
    ["mal formé", async () => "pas-un-jeton"],
    ["signé d'un autre secret", () => createSceauInterne(`${SECRET}-autre`).signer("coordination-subgraph", appel)],
    ["fait pour l'autre porte", () => sceau.signer("coordination-gateway", appel)],
    ["expiré", () => jwt().setProtectedHeader({ alg: "HS256" }).setExpirationTime("-1s").sign(cle(SECRET))],
    [
      "d'un autre algorithme",
      () => jwt().setProtectedHeader({ alg: "HS512" }).setExpirationTime("60s").sign(cle(SECRET)),
    ],
    [
      "d'un autre émetteur",
      () => jwt().setIssuer("ailleurs").setProtectedHeader({ alg: "HS256" }).setExpirationTime("60s").sign(cle(SECRET)),
    ],
  ])("refuse un jeton %s", async (_cas, fabriquer) => {
    const jeton = await fabriquer();
    await expect(sceau.verifier("coordination-subgraph", jeton)).rejects.toMatchObject({
      extensions: { code: "UNAUTHENTICATED" },
    });
  });

  it("distingue l'absence d'identité de l'absence de droit", () => {
    expect(() => exigerActeur(null)).toThrow(expect.objectContaining({ extensions: { code: "UNAUTHENTICATED" } }));
    expect(() => exigerPortee(acteur, "parcours:ecrire")).toThrow(
      expect.objectContaining({ extensions: { code: "FORBIDDEN" } }),
    );
    expect(exigerPortee(acteur, "parcours:lire")).toBe(acteur);
  });
});
