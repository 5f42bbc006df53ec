export { chargerDemonstration } from "./demonstration/charger-demonstration.ts";
export type {
  CompetenceDeDemonstration,
  ContratDeDemonstration,
  DisponibiliteDeDemonstration,
  DonneesDeDemonstration,
  HabilitationDeDemonstration,
  QualiteDeDemonstration,
  SituationDeDemonstration,
} from "./demonstration/donnees.ts";
export { importerMssante } from "./import-mssante/importer-mssante.ts";
export { importerRpps } from "./import-rpps/importer-rpps.ts";
export { principes, regles } from "./regles.ts";
export { professionalsService } from "./service.ts";
export { projeterCommunes, projeterStructures } from "./territoire/projeter.ts";
