export { copyRows } from "./copy.ts";
export { type Enregistrement, readRecords } from "./enregistrements.ts";
export { FormatInattendu } from "./format-inattendu.ts";
export { type Ecritures, RapportImport } from "./rapport.ts";
