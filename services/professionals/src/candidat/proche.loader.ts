import DataLoader from "dataloader";
import type { Session } from "../session.ts";
import { type DemandeDeProches, findProches, type Proche } from "./proche.repository.ts";

/** What was found for one request; `tronque` when there were more than it wanted. */
export interface Proches {
  readonly elements: readonly Proche[];
  readonly tronque: boolean;
}

export const createProcheLoader = ({ sql, aujourdhui }: Session) => ({
  /** All the requests of a query share one statement. */
  proches: new DataLoader<DemandeDeProches, Proches>(
    async (demandes) => {
      const parDemande = Map.groupBy(await findProches(sql, demandes, aujourdhui), ({ demande }) => demande);
      return demandes.map(({ limite }, rang) => {
        const trouves = parDemande.get(rang) ?? [];
        return { elements: trouves.slice(0, limite), tronque: trouves.length > limite };
      });
    },
    { cache: false },
  ),
});
