/** What Apollo refuses of a request that our own door let through, by how it says it, and how we do. */
const REFUS: readonly (readonly [RegExp, { readonly champ: string; readonly phrase: string }])[] = [
  [
    /^GET requests only support query/,
    { champ: "méthode", phrase: "Une requête GET ne porte qu'une lecture : une écriture s'envoie par POST." },
  ],
  [
    /^GET requests may not have a content-type/,
    { champ: "content-type", phrase: "Une requête GET n'a pas de corps d'un autre type que application/json." },
  ],
  [
    /non-empty `query`|^POST body missing/,
    { champ: "query", phrase: "La requête ne porte aucun document GraphQL : query manque." },
  ],
  [/^The variables search parameter/, { champ: "variables", phrase: "variables doit être un objet JSON." }],
  [/^The extensions search parameter/, { champ: "extensions", phrase: "extensions doit être un objet JSON." }],
  [
    /Cross-Site Request Forgery/,
    {
      champ: "requête",
      phrase: "Une requête GET doit porter l'en-tête apollo-require-preflight : un lien ne suffit pas.",
    },
  ],
];

/** The sentence and the field of a refusal by Apollo; undefined for one that we do not know. */
export const refusDApollo = (message: string): { champ: string; phrase: string } | undefined =>
  REFUS.find(([forme]) => forme.test(message))?.[1];
