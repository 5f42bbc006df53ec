import { hash } from "node:crypto";
import type { Profils } from "./profils.ts";

const STYLE = `
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5 }
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem }
ul { list-style: none; padding: 0 }
button { width: 100%; padding: .75rem 1rem; margin: .25rem 0; font: inherit; text-align: start; cursor: pointer }
strong, span { display: block }`;

/** Takes where a form may lead; returns the headers of every page here: nothing is loaded, framed, kept or referred. */
export function enTetesDePage(origines: readonly string[]): Readonly<Record<string, string>> {
  return {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "content-security-policy": [
      "default-src 'none'",
      `style-src 'sha256-${hash("sha256", STYLE, "base64")}'`,
      `form-action 'self' ${origines.join(" ")}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join("; "),
  };
}

/** Takes the people one may become; returns the sign-in page: one button each, no script, nothing from outside. */
export function pageConnexion(profils: Profils): string {
  const choix = [...profils].map(
    ([nom, { nom: personne, description }]) =>
      `<li><button name="profil" value="${nom}"><strong>${texte(personne)}</strong><span>${texte(description)}</span></button></li>`,
  );
  return page(
    "Choisir une identité de démonstration",
    `<p>Ces personnes sont inventées. Aucun mot de passe : ce fournisseur d'identité ne sert qu'aux démonstrations et aux tests, sur cette machine.</p>
<form method="post"><ul>
${choix.join("\n")}
</ul><button name="annuler" value="oui">Annuler la connexion</button></form>`,
  );
}

/** Takes a sentence; returns the page that says the sign-in stops there. */
export function pageErreur(phrase: string): string {
  return page("La connexion n'a pas abouti", `<p>${texte(phrase)}</p><p>Revenez à l'application et recommencez.</p>`);
}

function page(titre: string, corps: string): string {
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${titre}</title><style>${STYLE}</style></head>
<body><main><h1>${titre}</h1>
${corps}
</main></body></html>
`;
}

const texte = (valeur: string) =>
  valeur.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
