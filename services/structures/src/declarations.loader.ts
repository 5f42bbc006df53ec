import type { Sql } from "@coordination/database";
import { findAcis } from "./aci/aci.repository.ts";
import { findDeclarationsCentres } from "./centre-de-sante/centre-de-sante.repository.ts";
import { chargeurDeListes, chargeurUnique, parArguments } from "./chargement.ts";
import { findContacts } from "./contact/contact.repository.ts";
import { findDeclarationsCpts } from "./cpts/cpts.repository.ts";
import { findFaitsDeclares } from "./fait-declare/fait-declare.repository.ts";
import { findLabels } from "./label/label.repository.ts";
import { type FiltrePassages, findDeclarationsMedicobus, findPassages } from "./medicobus/medicobus.repository.ts";
import { findAssistantsMedicaux, findListesDeclarees } from "./moyens/moyens.repository.ts";
import { findPredecesseurs } from "./predecesseur/predecesseur.repository.ts";
import { findSeuilsRegionaux } from "./seuil-regional/seuil-regional.repository.ts";
import { findSites } from "./site/site.repository.ts";
import { findSoinsNonProgrammes } from "./soins-non-programmes/soins-non-programmes.repository.ts";

type DeStructure = { readonly structureId: string };
const structureIdDe = ({ structureId }: DeStructure): string => structureId;

/** What structures and agencies declare, asked once for all in a request. */
export const createDeclarationLoaders = (sql: Sql, aujourdhui: string) => ({
  cptsByStructure: chargeurUnique((ids) => findDeclarationsCpts(sql, ids), structureIdDe),
  faitsDeclaresByStructure: chargeurDeListes((ids) => findFaitsDeclares(sql, ids), structureIdDe),
  centreByStructure: chargeurUnique((ids) => findDeclarationsCentres(sql, ids), structureIdDe),
  medicobusByStructure: chargeurUnique((ids) => findDeclarationsMedicobus(sql, ids), structureIdDe),
  passagesByMedicobus: parArguments((filtre: FiltrePassages) =>
    chargeurDeListes(
      (ids) => findPassages(sql, ids, filtre),
      ({ medicobusId }) => medicobusId,
    ),
  ),
  contactsByStructure: chargeurDeListes((ids) => findContacts(sql, ids), structureIdDe),
  soinsNonProgrammesByStructure: chargeurUnique((ids) => findSoinsNonProgrammes(sql, ids), structureIdDe),
  listesByStructure: chargeurUnique((ids) => findListesDeclarees(sql, ids), structureIdDe),
  assistantsByStructure: chargeurUnique((ids) => findAssistantsMedicaux(sql, ids), structureIdDe),
  sitesByStructure: chargeurDeListes((ids) => findSites(sql, ids), structureIdDe),
  predecesseursByStructure: chargeurDeListes((ids) => findPredecesseurs(sql, ids), structureIdDe),
  labelsByStructure: chargeurDeListes((ids) => findLabels(sql, ids, aujourdhui), structureIdDe),
  aciByStructure: chargeurUnique((ids) => findAcis(sql, ids, aujourdhui), structureIdDe),
  seuilsByRegion: chargeurDeListes(
    (regions) => findSeuilsRegionaux(sql, regions, aujourdhui),
    ({ region }) => region,
  ),
});
