import DataLoader from "dataloader";
import { grouperSurCles, type Session } from "../session.ts";
import { findHabilitationsByProfessionnels } from "./habilitation.repository.ts";

export const createHabilitationLoader = ({ sql }: Session) => ({
  habilitationsByProfessionnel: new DataLoader(async (ids: readonly string[]) =>
    grouperSurCles(ids, await findHabilitationsByProfessionnels(sql, ids), ({ professionnelId }) => professionnelId),
  ),
});
