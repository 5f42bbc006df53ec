import type { Sql } from "@coordination/database";
import type { Lecture } from "./corps.ts";
import { findCorrections } from "./corrections.repository.ts";
import type { Etape, Recherche } from "./recherche.type.ts";

/** What a search at this step must know first: nothing, most of the time. */
export async function preparerLecture(sql: Sql, { texte, modifieeDepuis }: Recherche, etape: Etape): Promise<Lecture> {
  const corrections = texte !== null && etape.startsWith("APPROCHEE") ? await findCorrections(sql, texte) : null;
  const horizon = modifieeDepuis === null ? null : await findHorizon(sql);
  return { etape, corrections, horizon };
}

/**
 * The instant before which every change is visible to a statement sent after this one: a client that resumes after a row
 * older than it misses nothing, however long an import takes to commit.
 */
async function findHorizon(sql: Sql): Promise<string | null> {
  const [ligne] = await sql.query<{ horizon: string }>("select horizon_des_modifications() as horizon");
  return ligne?.horizon ?? null;
}
