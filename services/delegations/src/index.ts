export { chargerCatalogue } from "./catalogue/charger-catalogue.ts";
export { pageDesDelegations } from "./catalogue/page.ts";
export {
  chargerDemonstration,
  type DonneesDelegations,
  type EquipeDeDemonstration,
} from "./demonstration/charger-demonstration.ts";
export { delegationsService } from "./service.ts";
export { projeterCommunes, projeterStructures } from "./territoire/projeter.ts";
