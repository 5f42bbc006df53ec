import { VILLEURBANNE } from "./demonstration/structures-nommees.ts";
import { requeteExemple } from "./requete-exemple.ts";

/** What is printed once everything serves: where to go, what to ask, how to get a token. */
export function accueil({ url, issuer, jeu }: { url: string; issuer: string; jeu: "demo" | "vide" }): string {
  const corps = JSON.stringify({ query: requeteExemple(VILLEURBANNE).replaceAll(/\s+/g, " ") });
  return [
    "",
    `API          ${url}/graphql`,
    `Documentation et essais (GraphiQL)   ${url}/`,
    `État         ${url}/healthz   ${url}/readyz`,
    `Identité     ${issuer}`,
    "",
    "Un jeton d'accès (une heure) :",
    "  npm run -s jeton -- coordinatrice-dac",
    "",
    ...(jeu === "demo"
      ? [
          "Une première question, dans un autre terminal :",
          `  curl -s ${url}/graphql -H 'content-type: application/json' \\`,
          `    -H "authorization: Bearer $(npm run -s jeton -- coordinatrice-dac)" \\`,
          `    -d '${corps}'`,
        ]
      : [
          "Base vide (communes seulement). Pour la remplir :",
          "  npm run import -- finess FICHIER",
          "  npm run import -- rpps FICHIER",
        ]),
    "",
    "Ctrl-C arrête tout.",
  ].join("\n");
}
