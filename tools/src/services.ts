import { delegationsService } from "@coordination/delegations";
import { parcoursService } from "@coordination/parcours";
import { professionalsService } from "@coordination/professionals";
import { structuresService } from "@coordination/structures";

/** The four, by name, in the order in which ports are given in the distributed mode. */
export const services = {
  structures: structuresService,
  professionals: professionalsService,
  parcours: parcoursService,
  delegations: delegationsService,
} as const;

export type NomDeService = keyof typeof services;

export const NOMS_DE_SERVICE: readonly NomDeService[] = ["structures", "professionals", "parcours", "delegations"];
