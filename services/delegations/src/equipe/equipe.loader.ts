import type { Sql } from "@coordination/database";
import DataLoader from "dataloader";
import {
  type CriteresEquipes,
  countEquipes,
  findEquipesByIds,
  findEquipesByProfessionnels,
  findEquipesByStructures,
  findMembresByEquipes,
  findPagesEquipes,
  findTypesDeStructure,
  type LigneEquipe,
  type LigneEquipeProche,
  type LigneMembre,
  type PageEquipes,
} from "./equipe.repository.ts";

const cacheKeyFn = (demande: object): string => JSON.stringify(demande);

/** A question about a structure or a person, on a day. */
export interface DemandeDatee {
  readonly id: string;
  readonly le: string;
}

export const createEquipeLoaders = (sql: Sql) => ({
  equipeById: new DataLoader<string, LigneEquipe | null>(async (ids) => {
    const equipes = new Map((await findEquipesByIds(sql, ids)).map((equipe) => [equipe.id, equipe]));
    return ids.map((id) => equipes.get(id) ?? null);
  }),
  membresByEquipe: new DataLoader<string, LigneMembre[]>(async (ids) => {
    const membres = Map.groupBy(await findMembresByEquipes(sql, ids), ({ equipeId }) => equipeId);
    return ids.map((id) => membres.get(id) ?? []);
  }),
  typeStructureByEquipe: new DataLoader<string, string | null>(async (ids) => {
    const types = new Map((await findTypesDeStructure(sql, ids)).map(({ id, type }) => [id, type]));
    return ids.map((id) => types.get(id) ?? null);
  }),
  pageEquipes: new DataLoader<PageEquipes, LigneEquipeProche[], string>(
    async (pages) => {
      const lignes = Map.groupBy(await findPagesEquipes(sql, pages), ({ rang }) => rang);
      return pages.map((_page, index) => lignes.get(index + 1) ?? []);
    },
    { cacheKeyFn },
  ),
  nombreEquipes: new DataLoader<CriteresEquipes, number, string>((demandes) => countEquipes(sql, demandes), {
    cacheKeyFn,
  }),
  equipesByStructure: parJour(
    (ids, le) => findEquipesByStructures(sql, ids, le),
    ({ structureId }) => structureId,
  ),
  equipesByProfessionnel: parJour(
    (ids, le) => findEquipesByProfessionnels(sql, ids, le),
    ({ professionnelId }) => professionnelId,
  ),
});

/** One statement per day asked, whatever the number of keys. */
function parJour<Ligne>(
  charger: (ids: readonly string[], le: string) => Promise<readonly Ligne[]>,
  cleDe: (ligne: Ligne) => string,
): DataLoader<DemandeDatee, Ligne[], string> {
  return new DataLoader<DemandeDatee, Ligne[], string>(
    async (demandes) => {
      const jours = [...Map.groupBy(demandes, ({ le }) => le)];
      const lots = await Promise.all(
        jours.map(async ([le, duJour]) => {
          const ids = duJour.map(({ id }) => id);
          return [le, Map.groupBy(await charger(ids, le), cleDe)] as const;
        }),
      );
      const parDate = new Map(lots);
      return demandes.map(({ id, le }) => parDate.get(le)?.get(id) ?? []);
    },
    { cacheKeyFn },
  );
}
