import DataLoader from "dataloader";
import { grouperSurCles, type Session } from "../session.ts";
import { findQualitesByProfessionnels } from "./qualite.repository.ts";

export const createQualiteLoader = ({ sql }: Session) => ({
  qualitesByProfessionnel: new DataLoader(async (ids: readonly string[]) =>
    grouperSurCles(ids, await findQualitesByProfessionnels(sql, ids), ({ professionnelId }) => professionnelId),
  ),
});
