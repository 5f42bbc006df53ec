import "reflect-metadata";
import type { Service } from "@coordination/server-kit";
import { besoin as migrationBesoin } from "../migrations/2026-11-22-besoin.ts";
import { dossier as migrationDossier } from "../migrations/2026-11-22-dossier.ts";
import { orientation as migrationOrientation } from "../migrations/2026-11-22-orientation.ts";
import { relances as migrationRelances } from "../migrations/2026-11-22-relances.ts";
import { suites as migrationSuites } from "../migrations/2026-11-22-suites.ts";
import { visibilite as migrationVisibilite } from "../migrations/2026-11-22-visibilite.ts";
import { delais as migrationDelais } from "../migrations/2026-11-23-delais.ts";
import { envois as migrationEnvois } from "../migrations/2026-11-23-envois.ts";
import { memoire as migrationMemoire } from "../migrations/2026-11-23-memoire.ts";
import { references as migrationReferences } from "../migrations/2026-11-23-references.ts";
import { textesChiffres as migrationTextesChiffres } from "../migrations/2026-11-23-textes-chiffres.ts";
import { uneMiseEnRelation as migrationUneMiseEnRelation } from "../migrations/2026-11-23-une-mise-en-relation.ts";
import { retraits as migrationRetraits } from "../migrations/2026-11-24-retraits.ts";
import { sansDossier as migrationSansDossier } from "../migrations/2026-11-24-sans-dossier.ts";
import { referencesDuDossier as migrationReferencesDuDossier } from "../migrations/2026-11-25-references-du-dossier.ts";
import { termeDesConsentements as migrationTermeDesConsentements } from "../migrations/2026-11-25-terme-des-consentements.ts";
import { formeDesTraces as migrationFormeDesTraces } from "../migrations/2026-11-26-forme-des-traces.ts";
import { conservation as migrationConservation } from "../migrations/2026-11-27-conservation.ts";
import { orientationsDuParcours as migrationOrientationsDuParcours } from "../migrations/2026-11-27-orientations-du-parcours.ts";
import { reevaluation as migrationReevaluation } from "../migrations/2026-11-27-reevaluation.ts";
import { reponses as migrationReponses } from "../migrations/2026-11-27-reponses.ts";
import { constatDObjectif as migrationConstatDObjectif } from "../migrations/2026-11-28-constat-d-objectif.ts";
import { nomsCherches as migrationNomsCherches } from "../migrations/2026-11-28-noms-cherches.ts";
import {
  dacCompetents,
  destinataireEquipe,
  destinataireSituation,
  destinataireStructure,
  groupementsDuProfessionnel,
  membresDuGroupement,
  professionnelConnu,
} from "./annuaire.operations.ts";
import { BesoinResolver, resoudreBesoin } from "./besoin/besoin.resolver.ts";
import { CercleResolver } from "./cercle/cercle.resolver.ts";
import { ConcertationResolver } from "./concertation/concertation.resolver.ts";
import { ConsentementResolver } from "./consentement/consentement.resolver.ts";
import { type Contexte, createContexte } from "./contexte.ts";
import { DelaisResolver } from "./delais/delais.resolver.ts";
import { ParcoursResolver, resoudreParcours } from "./dossier/dossier.resolver.ts";
import { ParcoursEcritureResolver } from "./dossier/ecriture.resolver.ts";
import { MesParcoursResolver, ParcoursConnectionResolver } from "./dossier/liste.resolver.ts";
import { VisibiliteResolver } from "./dossier/visibilite.resolver.ts";
import { travailDesEcheances } from "./echeance/travail.ts";
import { EvenementResolver, HistoireResolver } from "./histoire/histoire.resolver.ts";
import { CopieHorsDossierResolver } from "./hors-dossier/copie-hors-dossier.resolver.ts";
import { HorsDossierResolver } from "./hors-dossier/hors-dossier.resolver.ts";
import { ReactiviteDeLaSituationResolver, ReactiviteDeLaStructureResolver } from "./memoire/reactivite.resolver.ts";
import { BoiteResolver, OrientationConnectionResolver } from "./orientation/boite.resolver.ts";
import { OrientationEcritureResolver } from "./orientation/ecriture.resolver.ts";
import {
  OrientationResolver,
  OrientationsDuBesoinResolver,
  OrientationsDuParcoursResolver,
  resoudreOrientation,
} from "./orientation/orientation.resolver.ts";
import { SuiteResolver } from "./orientation/suite.resolver.ts";
import { PartageResolver } from "./partage/partage.resolver.ts";
import { ActionPlanResolver, PlanEcritureResolver, PlanResolver } from "./plan/plan.resolver.ts";
import { PropositionResolver } from "./proposition/proposition.resolver.ts";
import { ReferenceResolver } from "./reference/reference.resolver.ts";
import { ReferenceDuDossierResolver } from "./reference/reference-du-dossier.resolver.ts";
import { UsagerResolver } from "./usager/usager.resolver.ts";

/** The need, its ranking, and the complex case: who asked, for whom, and what the team of the DAC makes of it. */
export const parcoursService: Service<Contexte> = {
  name: "parcours",
  migrations: [
    migrationBesoin,
    migrationDossier,
    migrationOrientation,
    migrationRelances,
    migrationSuites,
    migrationVisibilite,
    migrationDelais,
    migrationEnvois,
    migrationMemoire,
    migrationReferences,
    migrationTextesChiffres,
    migrationUneMiseEnRelation,
    migrationRetraits,
    migrationSansDossier,
    migrationReferencesDuDossier,
    migrationTermeDesConsentements,
    migrationFormeDesTraces,
    migrationConservation,
    migrationOrientationsDuParcours,
    migrationReevaluation,
    migrationReponses,
    migrationConstatDObjectif,
    migrationNomsCherches,
  ],
  appendOnly: ["trace_acces", "evenement", "bris_de_glace", "constat_objectif"],
  definition: {
    name: "parcours",
    resolvers: [
      BesoinResolver,
      PropositionResolver,
      ReactiviteDeLaSituationResolver,
      ReactiviteDeLaStructureResolver,
      ParcoursResolver,
      MesParcoursResolver,
      ParcoursConnectionResolver,
      ParcoursEcritureResolver,
      UsagerResolver,
      HistoireResolver,
      EvenementResolver,
      OrientationResolver,
      OrientationsDuBesoinResolver,
      OrientationsDuParcoursResolver,
      BoiteResolver,
      OrientationConnectionResolver,
      OrientationEcritureResolver,
      SuiteResolver,
      ReferenceResolver,
      ReferenceDuDossierResolver,
      DelaisResolver,
      PlanEcritureResolver,
      PlanResolver,
      ActionPlanResolver,
      CercleResolver,
      ConsentementResolver,
      PartageResolver,
      ConcertationResolver,
      VisibiliteResolver,
      HorsDossierResolver,
      CopieHorsDossierResolver,
    ],
    references: {
      Besoin: resoudreBesoin,
      Parcours: ({ id }, contexte) => resoudreParcours(id, contexte),
      Orientation: ({ id }, contexte) => resoudreOrientation(id, contexte),
      SituationExercice: ({ id }) => ({ id }),
      Structure: ({ id }) => ({ id }),
    },
  },
  operations: [
    dacCompetents,
    destinataireEquipe,
    destinataireSituation,
    destinataireStructure,
    groupementsDuProfessionnel,
    membresDuGroupement,
    professionnelConnu,
  ],
  createContexte,
  travail: travailDesEcheances,
};

export { ecrireAncre, lireAncre } from "./acces/ancre.ts";
export { type EcartALAncre, type Rupture, verifierLesChaines } from "./acces/verifier-les-chaines.ts";
export { BAREME } from "./classement/bareme.ts";
export { projeterCommunes } from "./commune/projeter-communes.ts";
export { appliquerLaConservation, compterLesDossiersAEffacer } from "./conservation/appliquer.action.ts";
export {
  type DureeDeConservation,
  direDuree,
  estObjetConserve,
  fixerLaConservation,
  lireDuree,
  lireLaTable,
  OBJETS_CONSERVES,
  type ObjetConserve,
} from "./conservation/table.ts";
export { createCoffre, lireCles } from "./identite/coffre.ts";
export { indexerLesNoms } from "./identite/indexer-les-noms.ts";
export { renouvelerLesCles } from "./identite/renouveler.ts";
export { pageDesParcours } from "./page.ts";
