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
import type { VoulusDeCompte } from "./requete-de-page.ts";

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
  const voulus = compteVoulu(champs);
  const { page, question, lignes, compte } = await lire(sql, demandee, voulus);
  return mettreEnPage(lignes, page, {
    compter: async () => compte ?? compter(sql, question, voulus === "FACETTES"),
    retenir: (situationId, lue) => loaders.disponibiliteBySituation.prime(situationId, lue),
  });
}

function compteVoulu(champs: Champs): VoulusDeCompte | null {
  if (champs.has("facettes")) return "FACETTES";
  return champs.has("totalCount") || champs.has("totalExact") ? "TOTAL" : null;
}

/** Reads the page as the name was typed; a first page that is empty is asked again with what the name may mean. */
async function lire(sql: Sql, page: PageDemandee, voulus: VoulusDeCompte | null) {
  const { nom, filtre } = page.question.criteres;
  const horizon = await findHorizon(sql, filtre);
  if (page.etape === "EXACTE") {
    const question = { ...page.question, corrections: null, horizon };
    const trouvees = await rechercher(sql, question, voulus);
    if (trouvees.lignes.length > 0 || nom === null || question.apres !== null) return { page, question, ...trouvees };
  }
  const question = { ...page.question, corrections: await findCorrections(sql, nom ?? ""), horizon };
  const trouvees = await rechercher(sql, question, voulus);
  return { page: { ...page, etape: "APPROCHEE" } as const, question, ...trouvees };
}
