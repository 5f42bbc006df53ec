import DataLoader from "dataloader";
import { grouperSurCles, type Session } from "../session.ts";
import { countEffectifsByStructures, type EffectifDeStructure } from "./effectif.repository.ts";

export const createEffectifLoader = ({ sql, aujourdhui }: Session) => ({
  effectifsByStructure: new DataLoader<string, EffectifDeStructure[]>(async (ids: readonly string[]) =>
    grouperSurCles(ids, await countEffectifsByStructures(sql, ids, aujourdhui), ({ structureId }) => structureId),
  ),
});
