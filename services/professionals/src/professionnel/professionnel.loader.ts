import DataLoader from "dataloader";
import { alignerSurCles, type Session } from "../session.ts";
import { findProfessionnelsByIds } from "./professionnel.repository.ts";

export const createProfessionnelLoader = ({ sql }: Session) => ({
  professionnelById: new DataLoader(async (ids: readonly string[]) =>
    alignerSurCles(ids, await findProfessionnelsByIds(sql, ids), ({ id }) => id),
  ),
});
