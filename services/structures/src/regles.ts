import type { Regle } from "@coordination/rules";
import { signatairesAci } from "./aci/signataires.rule.ts";
import { communeBientotSousDense, communeSousDense } from "./apl/apl.rule.ts";
import { dernierRecours } from "./besoin/dernier-recours.rule.ts";
import { soutienArs } from "./centre-de-sante/soutien-ars.rule.ts";
import { compteDansLaCouverture } from "./couverture/couverture.rule.ts";
import { conformiteCpts } from "./cpts/conformite.rule.ts";
import { gouvernanceDac } from "./dac/gouvernance.rule.ts";
import { conformiteEsp } from "./esp/conformite.rule.ts";
import { aidesArs } from "./msp/aides-ars.rule.ts";
import { financementPerenne } from "./msp/financement-perenne.rule.ts";
import { cibleDeSoins } from "./structure/coordination.rule.ts";

/** Every rule of the service, for the page that an agency proofreads. */
export const regles: readonly Regle<never>[] = [
  cibleDeSoins,
  dernierRecours,
  aidesArs,
  financementPerenne,
  soutienArs,
  conformiteEsp,
  conformiteCpts,
  signatairesAci,
  gouvernanceDac,
  compteDansLaCouverture,
  communeSousDense,
  communeBientotSousDense,
];
