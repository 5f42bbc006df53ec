export { issuerLocal } from "./adresse.ts";
export { CLIENT_GRAPHIQL } from "./configuration.ts";
export { type DemandeDeJeton, demanderJeton, type JetonObtenu } from "./demander-jeton.ts";
export { type CodeIdentiteLocale, IdentiteLocaleError } from "./erreur.ts";
export { type AjustementsDeProfils, NOMS_DE_PROFIL, type NomDeProfil } from "./profils.ts";
export { type IdentityProvider, type IdentityProviderOptions, startIdentityProvider } from "./provider.ts";
