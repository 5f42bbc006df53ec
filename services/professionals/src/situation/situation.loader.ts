import DataLoader from "dataloader";
import { alignerSurCles, grouperSurCles, type Session } from "../session.ts";
import { findSituationsByIds, findSituationsByProfessionnels } from "./situation.repository.ts";

export const createSituationLoaders = ({ sql }: Session) => ({
  situationById: new DataLoader(async (ids: readonly string[]) =>
    alignerSurCles(ids, await findSituationsByIds(sql, ids), ({ id }) => id),
  ),
  situationsByProfessionnel: new DataLoader(async (ids: readonly string[]) =>
    grouperSurCles(ids, await findSituationsByProfessionnels(sql, ids), ({ professionnelId }) => professionnelId),
  ),
});
