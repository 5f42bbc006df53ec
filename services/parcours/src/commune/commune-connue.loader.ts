import type { Sql } from "@coordination/database";
import DataLoader from "dataloader";
import { findCodesConnus } from "./commune-connue.repository.ts";

/** Whether a code is that of a commune: one SQL statement for all the needs of a request. */
export const createCommunesConnues = (sql: Sql): DataLoader<string, boolean> =>
  new DataLoader(async (codesInsee) => {
    const connus = new Set(await findCodesConnus(sql, codesInsee));
    return codesInsee.map((code) => connus.has(code));
  });
