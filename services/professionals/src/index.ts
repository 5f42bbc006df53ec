export {
  chargerDemonstration,
  type DisponibiliteDeDemonstration,
  type DonneesDeDemonstration,
  type HabilitationDeDemonstration,
} from "./demonstration.ts";
export { importerMssante } from "./import-mssante/importer-mssante.ts";
export { importerRpps } from "./import-rpps/importer-rpps.ts";
export { professionalsService } from "./service.ts";
export { projeterCommunes, projeterStructures } from "./territoire/projeter.ts";
