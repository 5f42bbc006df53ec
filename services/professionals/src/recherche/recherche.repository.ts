import type { Sql } from "@coordination/database";
import { grouperSurCles } from "../session.ts";
import type { LigneTrouvee } from "./ligne-trouvee.ts";
import { createParametres, type Parametres } from "./parametres.ts";
import type { Question, QuestionDePage } from "./question.ts";
import { COMPTE_EXACT_JUSQU_A, ecrireCompte } from "./requete-de-compte.ts";
import { ecrirePage, type VoulusDeCompte } from "./requete-de-page.ts";

/** A page, and the count that was asked with it, when one statement gives both. */
interface Trouvees {
  readonly lignes: readonly LigneTrouvee[];
  readonly compte: Compte | null;
}

/**
 * One page of the people who answer, each once, in one statement. A search by name is counted by the same statement when
 * `compte` asks it, unless the page is empty: there is then no row to say it.
 * `siRare` stops at the first people of a frequent name: `k_nommes` tells whether it did.
 */
export async function rechercher(
  sql: Sql,
  question: QuestionDePage,
  compte: VoulusDeCompte | null,
  siRare = false,
): Promise<Trouvees> {
  const parametres = createParametres();
  const requete = ecrirePage(question, parametres, {
    compte: question.criteres.nom === null ? null : compte,
    ...(siRare ? { frequence: "INCONNUE" } : {}),
  });
  const lignes = await lireEnJson<LigneTrouvee & { k_compte?: LigneDeCompte[] | null }>(sql, requete, parametres);
  const comptees = lignes[0]?.k_compte ?? null;
  return { lignes, compte: comptees === null ? null : enCompte(comptees) };
}

/** The same page, of a name that is known to be frequent. */
export function rechercherEnParcourant(sql: Sql, question: QuestionDePage): Promise<readonly LigneTrouvee[]> {
  const parametres = createParametres();
  return lireEnJson(sql, ecrirePage(question, parametres, { frequence: "FREQUENT" }), parametres);
}

/** The rows of a page as one value: to read each column of each row apart costs Node as much as to answer with them. */
async function lireEnJson<Ligne extends object>(
  sql: Sql,
  requete: string,
  { valeurs }: Parametres,
): Promise<readonly Ligne[]> {
  const [une] = await sql.query<{ page: Ligne[] | null }>(
    `select json_agg(page) as page from (${requete}) page`,
    valeurs,
  );
  return une?.page ?? [];
}

/** The same page for each of these structures, in one statement. */
export function rechercherParStructure(
  sql: Sql,
  structureIds: readonly string[],
  question: QuestionDePage,
): Promise<(LigneTrouvee & { k_structure: string })[]> {
  const parametres = createParametres();
  const structures = parametres.lier(structureIds);
  const requete = ecrirePage(question, parametres, { structure: "demandee.id" });
  return sql.query(
    `select demandee.id as k_structure, page.* from unnest(${structures}::text[]) demandee (id) cross join lateral (${requete}) page`,
    parametres.valeurs,
  );
}

/** How many people answer; beyond 10,000 activities the count stops, and says no more than that. */
export interface Compte {
  readonly total: number;
  readonly exact: boolean;
  /** People at each value of each facet; a person of two professions counts in both. */
  valeurs(
    champ: string,
  ): readonly { readonly code: string; readonly nombre: number; readonly libelle: string | null }[];
}

/** Counts the people who answer, and the facets when they are asked, in one statement; only the first of a frequent name. */
export async function compter(sql: Sql, question: Question, avecFacettes: boolean, frequent: boolean): Promise<Compte> {
  const parametres = createParametres();
  const requete = ecrireCompte(question, avecFacettes, parametres, { frequent });
  return enCompte(await sql.query<LigneDeCompte>(requete, parametres.valeurs));
}

/** The same count for each of these structures, in one statement. */
export async function compterParStructure(
  sql: Sql,
  structureIds: readonly string[],
  question: Question,
  avecFacettes: boolean,
): Promise<Compte[]> {
  const parametres = createParametres();
  const structures = parametres.lier(structureIds);
  const requete = ecrireCompte(question, avecFacettes, parametres, { structure: "demandee.id" });
  const lignes = await sql.query<LigneDeCompte & { k_structure: string }>(
    `select demandee.id as k_structure, compte.* from unnest(${structures}::text[]) demandee (id) cross join lateral (${requete}) compte`,
    parametres.valeurs,
  );
  return grouperSurCles(structureIds, lignes, ({ k_structure }) => k_structure).map(enCompte);
}

interface LigneDeCompte {
  readonly champ: string;
  readonly code: string | null;
  readonly nombre: number;
  /** What the published files call the value; null when they name nothing. */
  readonly libelle: string | null;
}

function enCompte(lignes: readonly LigneDeCompte[]): Compte {
  const parChamp = Map.groupBy(lignes, ({ champ }) => champ);
  const seul = (champ: string) => parChamp.get(champ)?.[0]?.nombre ?? 0;
  return {
    total: seul("personnes"),
    exact: seul("activites") <= COMPTE_EXACT_JUSQU_A,
    valeurs: (champ) =>
      (parChamp.get(champ) ?? []).map(({ code, nombre, libelle }) => ({ code: code ?? "", nombre, libelle })),
  };
}
