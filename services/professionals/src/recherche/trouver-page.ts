import type { Sql } from "@coordination/database";
import type { Contexte } from "../context.ts";
import type { Champs } from "./champs-demandes.ts";
import { selectionDe } from "./colonnes.ts";
import { findCorrections } from "./corrections.repository.ts";
import type { CriteresRecherche } from "./criteres.ts";
import { findHorizon } from "./horizon.repository.ts";
import { type DemandeDePage, lirePage, mettreEnPage, type PageDemandee } from "./page.ts";
import { compter, rechercher } from "./recherche.repository.ts";
import type { ProfessionnelConnection } from "./recherche.type.ts";

/**
 * Answers a search: words of the name and their beginnings, and names that look alike only when nobody was found.
 * Throws BAD_USER_INPUT on a bad page.
 */
export async function trouverPage(
  session: Contexte,
  criteres: CriteresRecherche,
  demande: DemandeDePage,
  champs: Champs,
): Promise<ProfessionnelConnection> {
  const { sql, loaders } = session;
  const demandee = lirePage(session, criteres, demande, selectionDe(champs));
  const { page, question, lignes } = await lire(sql, demandee);
  return mettreEnPage(lignes, page, {
    compter: () => compter(sql, question, champs.has("facettes")),
    retenir: (situationId, lue) => loaders.disponibiliteBySituation.prime(situationId, lue),
  });
}

/** Reads the page as the name was typed; a first page that is empty is asked again with what the name may mean. */
async function lire(sql: Sql, page: PageDemandee) {
  const { nom, filtre } = page.question.criteres;
  const horizon = await findHorizon(sql, filtre);
  if (page.etape === "EXACTE") {
    const question = { ...page.question, corrections: null, horizon };
    const lignes = await rechercher(sql, question);
    if (lignes.length > 0 || nom === null || question.apres !== null) return { page, question, lignes };
  }
  const question = { ...page.question, corrections: await findCorrections(sql, nom ?? ""), horizon };
  return { page: { ...page, etape: "APPROCHEE" } as const, question, lignes: await rechercher(sql, question) };
}
