export {
  type Acteur,
  type AppelInterne,
  agitPour,
  estAgence,
  estProfessionnel,
  exigerActeur,
  exigerPortee,
  numeroDe,
  professionnelDe,
} from "./acteur.ts";
export {
  type Annuaire,
  createAnnuaire,
  type ExecuterParLaPasserelle,
  type OperationAnnuaire,
  type Provenance,
} from "./annuaire.ts";
export { fermerAvecLaReponse } from "./arret.ts";
export { jourEnFrance } from "./calendrier.ts";
export { champDeVariable } from "./champ.ts";
export { avant } from "./delai.ts";
export { type DemandeEcriture, ecrireUneFois } from "./ecriture.ts";
export {
  CATALOGUE_DES_ERREURS,
  type CodeErreur,
  coutDepasse,
  debitEpuise,
  erreurInterne,
  estCodeConnu,
  estIndisponible,
  horsBornes,
  interdit,
  introuvable,
  jetonRefuse,
  limiteDepassee,
  nonAuthentifie,
  operationInconnue,
  operationNonPubliee,
  regleNonRemplie,
  saisieInvalide,
  sousGrapheIndisponible,
  versionPerimee,
} from "./erreurs.ts";
export { createExecutor, type SubgraphExecutor, type SubgraphOperation } from "./executeur.ts";
export { direFaute } from "./faute.ts";
export { appelDe, garder } from "./garde.ts";
export { createIdentifiantsOpaques, type IdentifiantsOpaques } from "./identifiant-opaque.ts";
export { tracerLesAppels } from "./observation/appels.ts";
export { createJournal, journaliserLesDefauts } from "./observation/journal.ts";
export type { Mesures } from "./observation/mesures.ts";
export {
  type DemandeDeMesures,
  type Observation,
  type ObservationOuverte,
  ouvrirObservation,
} from "./observation/observation.ts";
export type { Traceur, Troncon } from "./observation/traceur.ts";
export {
  type Arete,
  type ClesDeTri,
  decoderCurseur,
  empreinteDeRequete,
  encoderCurseur,
  enPage,
  exigerFirst,
} from "./pagination.ts";
export { executerParHttp } from "./porte-http.ts";
export { createSceauInterne, ENTETE_JETON_INTERNE, PORTE_DE_LA_PASSERELLE, type SceauInterne } from "./sceau.ts";
export { type ServeurDeSousGraphe, serveSubgraph } from "./serveur.ts";
export { lancerService, type MoyensDuService, ouvrirService, type Service, type ServiceOuvert } from "./service.ts";
export {
  buildSubgraph,
  type CreateContexte,
  type Subgraph,
  type SubgraphDefinition,
  type SubgraphSchema,
} from "./subgraph.ts";
export type { Travail } from "./travail.ts";
