import DataLoader from "dataloader";
import { grouperSurCles, type Session } from "../session.ts";
import { findContratsByProfessionnels } from "./contrat.repository.ts";

export const createContratLoader = ({ sql }: Session) => ({
  contratsByProfessionnel: new DataLoader(async (ids: readonly string[]) =>
    grouperSurCles(ids, await findContratsByProfessionnels(sql, ids), ({ professionnelId }) => professionnelId),
  ),
});
