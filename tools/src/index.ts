export { type FormatImportable, importerFichier } from "./chargement.ts";
export { type Configuration, ConfigurationError, lireConfiguration } from "./configuration.ts";
export { dossierDesPids, ouvrirEnPlusieursProcessus } from "./en-plusieurs-processus.ts";
export { type Maison, ouvrirEnUnProcessus } from "./en-un-processus.ts";
export { imprimerSchema } from "./imprimer-schema.ts";
export { requeteExemple } from "./requete-exemple.ts";
export { NOMS_DE_SERVICE, type NomDeService, services } from "./services.ts";
