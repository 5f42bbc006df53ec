import DataLoader from "dataloader";
import { grouperSurCles, type Session } from "../session.ts";
import { findContactsBySituations } from "./contact.repository.ts";

export const createContactLoader = ({ sql }: Session) => ({
  contactsBySituation: new DataLoader(async (ids: readonly string[]) =>
    grouperSurCles(ids, await findContactsBySituations(sql, ids), ({ situationId }) => situationId),
  ),
});
