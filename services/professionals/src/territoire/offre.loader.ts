import DataLoader from "dataloader";
import type { Session } from "../session.ts";
import { countOffres, type DemandeOffre, type LigneOffre } from "./offre.repository.ts";

export const createOffreLoader = ({ sql, aujourdhui }: Session) => ({
  /** All the communes of a query share one statement. */
  offres: new DataLoader<DemandeOffre, LigneOffre[]>(
    async (demandes) => {
      const parDemande = Map.groupBy(await countOffres(sql, demandes, aujourdhui), ({ demande }) => demande);
      return demandes.map((_, rang) => parDemande.get(rang) ?? []);
    },
    { cache: false },
  ),
});
