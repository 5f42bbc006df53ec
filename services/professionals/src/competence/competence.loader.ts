import DataLoader from "dataloader";
import { grouperSurCles, type Session } from "../session.ts";
import { findCompetencesByProfessionnels } from "./competence.repository.ts";

export const createCompetenceLoader = ({ sql }: Session) => ({
  competencesByProfessionnel: new DataLoader(async (ids: readonly string[]) =>
    grouperSurCles(ids, await findCompetencesByProfessionnels(sql, ids), ({ professionnelId }) => professionnelId),
  ),
});
