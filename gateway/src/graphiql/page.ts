const REQUETE_VIDE = "{ __typename }\n";

/** What the page may load: its own origin only. Styles inline because the editor positions its cursor that way. */
export const POLITIQUE_DE_CONTENU = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The page of GraphiQL, its editor opened on `requete`. */
export const pageGraphiql = (requete: string = REQUETE_VIDE): string => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Coordination des soins : explorer l'API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphiql/graphiql.css">
<link rel="stylesheet" href="/graphiql/page.css">
</head>
<body>
<div id="graphiql" data-requete="${echapper(requete)}">Chargement de l'explorateur…</div>
<script src="/graphiql/react.js"></script>
<script src="/graphiql/react-dom.js"></script>
<script src="/graphiql/graphiql.js"></script>
<script src="/graphiql/demarrer.js"></script>
</body>
</html>
`;

/** Runs in the browser: the header editor is where a token is pasted, and a token is never kept. */
export const SCRIPT_DE_DEMARRAGE = `"use strict";
const racine = document.getElementById("graphiql");
ReactDOM.createRoot(racine).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
    defaultQuery: racine.dataset.requete,
    isHeadersEditorEnabled: true,
    shouldPersistHeaders: false,
    defaultEditorToolsVisibility: "variables",
  }),
);
`;

export const STYLE_DE_LA_PAGE = "html, body, #graphiql { height: 100%; margin: 0; }\n";

const ENTITES: Readonly<Record<string, string>> = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" };

const echapper = (texte: string): string => texte.replace(/[&"<>]/g, (signe) => ENTITES[signe] ?? signe);
