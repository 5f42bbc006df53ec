import type { Principe, Regle } from "@coordination/rules";
import { signatairesAci } from "./aci/signataires.rule.ts";
import { adhesions } from "./adhesion/adhesion.rule.ts";
import { communeBientotSousDense, communeSousDense, lectureDeLApl } from "./apl/apl.rule.ts";
import { dernierRecours } from "./besoin/dernier-recours.rule.ts";
import { soinsNonProgrammes } from "./besoin/motifs.rule.ts";
import { reglesDesPublics } from "./besoin/public-prioritaire.rule.ts";
import { soutienArs } from "./centre-de-sante/soutien-ars.rule.ts";
import { tarificationDesCentres } from "./centre-de-sante/tarification.rule.ts";
import { faitsAttendus } from "./completude/completude.rule.ts";
import { diffusionDesContacts } from "./contact/diffusion.rule.ts";
import { compteDansLaCouverture } from "./couverture/couverture.rule.ts";
import { conformiteCpts } from "./cpts/conformite.rule.ts";
import { phaseDUneCpts } from "./cpts/phase.rule.ts";
import { gouvernanceDac } from "./dac/gouvernance.rule.ts";
import { missionsDuDac } from "./dac/missions.rule.ts";
import { conformiteEsp } from "./esp/conformite.rule.ts";
import { ouvertureAUnInstant } from "./horaires/ouverture.rule.ts";
import { chiffresRelevesOuCalcules } from "./indicateur/indicateur.rule.ts";
import { labelTenu } from "./label/label.rule.ts";
import { offreDuMedicobus } from "./medicobus/programme.rule.ts";
import { aidesArs } from "./msp/aides-ars.rule.ts";
import { financementPerenne } from "./msp/financement-perenne.rule.ts";
import { seuilRegional } from "./seuil-regional/seuil-regional.rule.ts";
import { cibleDeSoins, niveauxDeCoordination } from "./structure/coordination.rule.ts";
import { territoiresEtZonages } from "./territoire/succession.rule.ts";

/** Every rule of the service, for the page that an agency proofreads. */
export const regles: readonly Regle<never>[] = [
  cibleDeSoins,
  dernierRecours,
  ...reglesDesPublics,
  aidesArs,
  financementPerenne,
  seuilRegional,
  soutienArs,
  conformiteEsp,
  conformiteCpts,
  signatairesAci,
  labelTenu,
  gouvernanceDac,
  compteDansLaCouverture,
  communeSousDense,
  communeBientotSousDense,
];

/** What the service holds true or always does, for the same page. */
export const principes: readonly Principe[] = [
  tarificationDesCentres,
  missionsDuDac,
  niveauxDeCoordination,
  phaseDUneCpts,
  adhesions,
  territoiresEtZonages,
  chiffresRelevesOuCalcules,
  lectureDeLApl,
  offreDuMedicobus,
  soinsNonProgrammes,
  ouvertureAUnInstant,
  diffusionDesContacts,
  faitsAttendus,
];
