import { rejects } from "node:assert/strict";
import { demanderJeton } from "../src/index.ts";
import { arreterTous, demarrer, dossierDeDonnees } from "./fournisseur-de-test.ts";

// Serves and refuses all that the provider can, in a process of its own: the library says each notice once per process.
const { dataDir, supprimer } = await dossierDeDonnees();
try {
  const { issuer } = await demarrer(dataDir);
  await demanderJeton({ issuer, dataDir, profil: "editeur" });
  await rejects(demanderJeton({ issuer, dataDir, profil: "editeur", rpps: "1" }));
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
} finally {
  await arreterTous();
  await supprimer();
}
