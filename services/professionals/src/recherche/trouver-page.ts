import type { Contexte } from "../context.ts";
import { exigerCentre } from "./centre.repository.ts";
import type { Champs } from "./champs-demandes.ts";
import { selectionDe } from "./colonnes.ts";
import { findCorrections } from "./corrections.repository.ts";
import type { CriteresRecherche } from "./criteres.ts";
import { findHorizon } from "./horizon.repository.ts";
import type { LigneTrouvee } from "./ligne-trouvee.ts";
import { NOM_FREQUENT_AU_DELA_DE, peutSeParcourir } from "./noms-frequents.ts";
import { type DemandeDePage, lirePage, mettreEnPage, type PageDemandee } from "./page.ts";
import type { QuestionDePage } from "./question.ts";
import { type Compte, compter, rechercher, rechercherEnParcourant } from "./recherche.repository.ts";
import type { ProfessionnelConnection } from "./recherche.type.ts";
import type { VoulusDeCompte } from "./requete-de-page.ts";

/**
 * Answers a search: words of the name and their beginnings, and names that look alike only when nobody was found.
 * Throws BAD_USER_INPUT on a bad page, or around a commune that nobody knows.
 */
export async function trouverPage(
  session: Contexte,
  criteres: CriteresRecherche,
  demande: DemandeDePage,
  champs: Champs,
): Promise<ProfessionnelConnection> {
  const { sql, memoireDesNoms } = session;
  const demandee = lirePage(session, criteres, demande, selectionDe(champs));
  const voulus = compteVoulu(champs);
  const avecFacettes = voulus === "FACETTES";
  const { page, question, lignes, compte } = await lire(session, demandee, voulus);
  if (lignes.length === 0 && question.apres === null) await exigerCentre(sql, criteres.proximite);
  const compterSonNom = async () => {
    const desPremiers = await compter(sql, question, avecFacettes, true);
    // Had it not to stop, too few activities of the first people answer: all are counted.
    const fait = desPremiers.exact ? await compter(sql, question, avecFacettes, false) : desPremiers;
    memoireDesNoms.retenir(question, fait, avecFacettes);
    return fait;
  };
  return mettreEnPage(lignes, page, {
    compter: async () =>
      compte ?? (page.etape === "FREQUENTE" ? compterSonNom() : compter(sql, question, avecFacettes, false)),
    retenir: (situationId, lue) => session.loaders.disponibiliteBySituation.prime(situationId, lue),
  });
}

function compteVoulu(champs: Champs): VoulusDeCompte | null {
  if (champs.has("facettes")) return "FACETTES";
  return champs.has("totalCount") || champs.has("totalExact") ? "TOTAL" : null;
}

interface PageLue {
  readonly page: PageDemandee;
  readonly question: QuestionDePage;
  readonly lignes: readonly LigneTrouvee[];
  readonly compte: Compte | null;
}

/** Reads the page as the name was typed; a first page that is empty is asked again with what the name may mean. */
async function lire(session: Contexte, page: PageDemandee, voulus: VoulusDeCompte | null): Promise<PageLue> {
  const { sql } = session;
  const { nom, filtre } = page.question.criteres;
  const horizon = await findHorizon(sql, filtre);
  if (page.etape !== "APPROCHEE") {
    const lue = await lireTelQuel(session, page, { ...page.question, corrections: null, horizon }, voulus);
    if (lue.lignes.length > 0 || nom === null || lue.question.apres !== null) return lue;
  }
  const question = { ...page.question, corrections: await findCorrections(sql, nom ?? ""), horizon };
  const { lignes, compte } = await rechercher(sql, question, voulus);
  return { page: { ...page, etape: "APPROCHEE" }, question, lignes, compte };
}

/** As the name was typed; along the names, when it is known to be frequent or turns out to be. */
async function lireTelQuel(
  { sql, memoireDesNoms }: Contexte,
  page: PageDemandee,
  question: QuestionDePage,
  voulus: VoulusDeCompte | null,
): Promise<PageLue> {
  const avecFacettes = voulus === "FACETTES";
  const parcourue = { page: { ...page, etape: "FREQUENTE" }, question } as const;
  const premiere = page.etape === "EXACTE" && question.apres === null && peutSeParcourir(question.criteres);
  if (page.etape === "FREQUENTE" || (premiere && memoireDesNoms.estFrequent(question))) {
    const lignes = await rechercherEnParcourant(sql, question);
    return { ...parcourue, lignes, compte: memoireDesNoms.compteDe(question, avecFacettes) };
  }
  const trouvees = await rechercher(sql, question, voulus, premiere);
  // Whoever still practises has an activity: of so many people, some are in the page.
  const nommes = trouvees.lignes[0]?.k_nommes ?? 0;
  if (nommes <= NOM_FREQUENT_AU_DELA_DE) return { page, question, ...trouvees };
  const compte = trouvees.compte?.exact === true ? null : trouvees.compte;
  memoireDesNoms.retenir(question, compte, avecFacettes);
  return { ...parcourue, compte, lignes: await rechercherEnParcourant(sql, question) };
}
