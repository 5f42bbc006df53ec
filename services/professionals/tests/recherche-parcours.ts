import { expect, vi } from "vitest";
import type { AnnuaireDeTest } from "./annuaire-de-test.ts";

const requete = (selection: string) =>
  `query ($recherche: String, $filtre: ProfessionnelFiltre, $proximite: ProximiteInput, $tri: TriAnnuaire!, $first: Int!, $after: String) {
  professionnels(recherche: $recherche, filtre: $filtre, proximite: $proximite, tri: $tri, first: $first, after: $after) { ${selection} } }`;
const PAGE =
  requete(`totalCount edges { distanceKm node { id nom } situation { disponibilite { nouveauxPatients perimee } } }
  pageInfo { hasNextPage endCursor }`);
const COMPTES = requete("totalCount totalExact facettes { champ plafonnee valeurs { code nombre } }");

interface Arete {
  readonly distanceKm: number | null;
  readonly node: { readonly id: string; readonly nom: string };
  readonly situation: { readonly disponibilite: { readonly nouveauxPatients: string; readonly perimee: boolean } };
}
interface Page {
  readonly totalCount: number;
  readonly edges: readonly Arete[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}
interface Comptes {
  readonly totalCount: number;
  readonly totalExact: boolean;
  readonly facettes: readonly {
    readonly champ: string;
    readonly plafonnee: boolean;
    readonly valeurs: readonly { readonly code: string; readonly nombre: number }[];
  }[];
}
interface DemandeDePage {
  readonly first: number;
  readonly after?: string | null;
}

/** One page, with its total. */
export const chercher = async (annuaire: AnnuaireDeTest, question: object, page: DemandeDePage): Promise<Page> =>
  (await annuaire.demander<{ professionnels: Page }>(PAGE, { ...question, ...page })).professionnels;

/** How many answer, and at each value of each facet. */
export const compter = async (annuaire: AnnuaireDeTest, question: object): Promise<Comptes> =>
  (await annuaire.demander<{ professionnels: Comptes }>(COMPTES, { ...question, first: 1 })).professionnels;

/** The whole answer to the same question, errors included. */
export const essayer = (annuaire: AnnuaireDeTest, question: object, page: DemandeDePage) =>
  annuaire.executer(PAGE, { ...question, ...page });

/** Every row, page after page, and the total that the last page announced. */
export async function parcourir(annuaire: AnnuaireDeTest, question: object, first: number) {
  const edges: Arete[] = [];
  for (let after: string | null = null; ; ) {
    const page: Page = await chercher(annuaire, question, { first, after });
    edges.push(...page.edges);
    if (!page.pageInfo.hasNextPage) return { edges, ids: edges.map(({ node }) => node.id), total: page.totalCount };
    after = page.pageInfo.endCursor;
  }
}

/** Waits until everybody is among the changes: they are shown up to the second of the last write. */
export const attendreLesChangements = (annuaire: AnnuaireDeTest, personnes: number) =>
  vi.waitFor(async () => {
    const question = { tri: "NOM", filtre: { modifieDepuis: "2020-01-01T00:00:00Z" } };
    expect((await chercher(annuaire, question, { first: 1 })).totalCount).toBe(personnes);
  }, 10_000);
