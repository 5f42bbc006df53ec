import DataLoader from "dataloader";
import { alignerSurCles, type Session } from "../session.ts";
import { findDisponibilitesBySituations } from "./disponibilite.repository.ts";

export const createDisponibiliteLoader = ({ sql }: Session) => ({
  disponibiliteBySituation: new DataLoader(async (ids: readonly string[]) =>
    alignerSurCles(ids, await findDisponibilitesBySituations(sql, ids), ({ situationId }) => situationId),
  ),
});
