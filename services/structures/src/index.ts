export { compterAnnuaire } from "./compter-annuaire.ts";
export { chargerDemonstration } from "./demonstration/charger-demonstration.ts";
export type {
  AciDeclare,
  AdhesionDeclaree,
  DonneesStructures,
  FaitsDeclares,
  LabelDeclare,
  LabellisationDeclaree,
  MedicobusDeclare,
  PassageDeclare,
  ProjetDeclare,
  StructureDeclaree,
  TerritoireDeclare,
} from "./demonstration/donnees.ts";
export { importerApl } from "./import-apl/importer-apl.ts";
export { chargerCommunesAnciennes } from "./import-communes/communes-anciennes.ts";
export { COMMUNES_LIVREES as cheminDesCommunes } from "./import-communes/donnees-livrees.ts";
export { importerCommunes } from "./import-communes/importer-communes.ts";
export { importerFiness } from "./import-finess/importer-finess.ts";
export { CANAL_A_PUBLIER, publierStructures, publierStructuresEcrites } from "./publication.ts";
export { principes, regles } from "./regles.ts";
export { structuresService } from "./service.ts";
