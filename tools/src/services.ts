import { delegationsService } from "@coordination/delegations";
import { parcoursService } from "@coordination/parcours";
import { professionalsService } from "@coordination/professionals";
import type { Service } from "@coordination/server-kit";
import { structuresService } from "@coordination/structures";

/** In the order in which ports are given in the distributed mode. */
export const NOMS_DE_SERVICE = ["structures", "professionals", "parcours", "delegations"] as const;

export type NomDeService = (typeof NOMS_DE_SERVICE)[number];

/** The four. */
export const services: Readonly<Record<NomDeService, Service<object>>> = {
  structures: structuresService,
  professionals: professionalsService,
  parcours: parcoursService,
  delegations: delegationsService,
};
