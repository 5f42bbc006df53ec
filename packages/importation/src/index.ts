export { copyRows } from "./copy.ts";
export { copyDelimitedFile } from "./copy-delimite.ts";
export { echanger, validerClesEtrangeres } from "./echange.ts";
export { type Enregistrement, readRecords } from "./enregistrements.ts";
export { type ColonnesAttendues, type Entete, lireEntete } from "./entete.ts";
export { type FermeturesPrevues, refuserFermeturesExcessives } from "./fermetures.ts";
export { FormatInattendu } from "./format-inattendu.ts";
export { type Ecritures, LIGNES_CITEES, type LignesParRaison, RapportImport } from "./rapport.ts";
export { colonnesDesAutres, creerTableNeuve, indexer, type TableNeuve } from "./table-neuve.ts";
