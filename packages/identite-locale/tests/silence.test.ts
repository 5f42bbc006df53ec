import { expect, it, jest } from "@jest/globals";
import { demanderJeton } from "../src/index.ts";
import { arreterTous, demarrer, dossierDeDonnees } from "./fournisseur-de-test.ts";

// In a file of its own: the library says each notice once per process, so the first start must be the watched one.
it("Le fournisseur local n'écrit rien sur la console, ni quand il sert ni quand il refuse", async () => {
  const ecrits = [
    jest.spyOn(process.stdout, "write"),
    jest.spyOn(process.stderr, "write"),
    ...(["log", "info", "warn", "error"] as const).map((nom) => jest.spyOn(console, nom)),
  ];
  const { dataDir, supprimer } = await dossierDeDonnees();
  try {
    const { issuer } = await demarrer(dataDir);
    await demanderJeton({ issuer, dataDir, profil: "editeur" });
    await expect(demanderJeton({ issuer, dataDir, profil: "editeur", rpps: "1" })).rejects.toThrow();
    const redirect_uri = `http://localhost:${Number(new URL(issuer).port) - 1}/`;
    const demande = { client_id: "graphiql", response_type: "code", redirect_uri, scope: "openid" };
    for (const parametres of [demande, { ...demande, code_challenge: "x" }, {}]) {
      await fetch(`${issuer}/auth?${new URLSearchParams(parametres)}`, {
        headers: { accept: "text/html", origin: new URL(redirect_uri).origin },
        redirect: "manual",
      });
    }
    await fetch(`${issuer}/token`, { method: "POST", body: "pas un formulaire" });
    await fetch(`${issuer}/nulle-part`);
    for (const espion of ecrits) expect(espion).not.toHaveBeenCalled();
  } finally {
    await arreterTous();
    await supprimer();
  }
});
