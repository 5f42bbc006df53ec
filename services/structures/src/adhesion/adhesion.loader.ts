import type { Sql } from "@coordination/database";
import DataLoader from "dataloader";
import { chargeurDeListes, chargeurUnique, parArguments } from "../chargement.ts";
import {
  countMembres,
  countMembresByProfession,
  type DemandeDeMembres,
  findAdhesions,
  findAdhesionsDeMembres,
  findMembres,
} from "./adhesion.repository.ts";
import type { Adhesion, FiltreAdhesions } from "./adhesion.type.ts";

/** Memberships, asked once for all in a request. */
export const createAdhesionLoaders = (sql: Sql, aujourdhui: string) => ({
  adhesionById: chargeurUnique(
    (ids) => findAdhesions(sql, ids),
    ({ id }) => id,
  ),
  adhesionsByStructure: parArguments(({ le }: { le: string }) =>
    chargeurDeListes(
      (ids) => findAdhesionsDeMembres(sql, "structure", ids, le),
      ({ structureId }) => structureId ?? "",
    ),
  ),
  adhesionsByProfessionnel: parArguments(({ le }: { le: string }) =>
    chargeurDeListes(
      (ids) => findAdhesionsDeMembres(sql, "professionnel", ids, le),
      ({ professionnelId }) => professionnelId ?? "",
    ),
  ),
  membresByGroupement: parArguments(
    ({ filtre, first }: { filtre: FiltreAdhesions; first: number }) =>
      new DataLoader<DemandeDeMembres, Adhesion[], string>(
        async (demandes) => {
          const parDemande = Map.groupBy(await findMembres(sql, demandes, filtre, first), ({ demande }) => demande);
          return demandes.map((_demande, rang) => parDemande.get(rang) ?? []);
        },
        { cacheKeyFn: (demande) => JSON.stringify(demande) },
      ),
  ),
  nombreDeMembres: parArguments((filtre: FiltreAdhesions) =>
    chargeurUnique(
      (ids) => countMembres(sql, ids, filtre),
      ({ groupementId }) => groupementId,
    ),
  ),
  membresParProfession: chargeurDeListes(
    (ids) => countMembresByProfession(sql, ids, aujourdhui),
    ({ groupementId }) => groupementId,
  ),
});
