import { estIndisponible } from "@coordination/server-kit";
import { type GroupementLu, groupementsDuProfessionnel, membresDuGroupement } from "../annuaire.operations.ts";
import type { ReseauDuMedecin } from "../classement/reseau.rule.ts";
import type { Contexte } from "../contexte.ts";

/** Nobody belongs to so many: beyond, the directory is not asked. */
const GROUPEMENTS_MAXIMUM = 10;
/** A thousand members; whoever comes after is not known as one, and an unknown is never a yes. */
const PAGES_MAXIMUM = 10;

/** What the treating doctor belongs to, and whether the directory was silent about it. */
export interface ReseauLu {
  readonly reseau: ReseauDuMedecin | null;
  readonly annuaireMuet: boolean;
}

/**
 * The CPTS and the MSPs of a treating doctor, and who belongs to them. The directory is asked about a doctor, then about groups: never
 * about a person, a need or a candidate. A silent directory leaves the ranking without this term. Never inside a transaction.
 */
export async function lireReseau(contexte: Contexte, medecinId: string | null): Promise<ReseauLu> {
  if (medecinId === null) return { reseau: null, annuaireMuet: false };
  try {
    const groupements = await groupementsDe(contexte, medecinId);
    const lus = groupements.map(async ({ id, nom }) => ({ nom, appartenants: await appartenantsDe(contexte, id) }));
    return { reseau: { medecinId, groupements: await Promise.all(lus) }, annuaireMuet: false };
  } catch (error) {
    if (estIndisponible(error)) return { reseau: null, annuaireMuet: true };
    throw error;
  }
}

const estOuvert = ({ fermeeLe }: GroupementLu): boolean => fermeeLe === null;
const estMsp = ({ type }: GroupementLu): boolean => type === "MSP";
const estReseau = (groupement: GroupementLu): boolean => groupement.type === "CPTS" || estMsp(groupement);

/** By membership, theirs or that of the places where they practise; and the MSPs where they practise. */
async function groupementsDe({ annuaire, appel }: Contexte, medecinId: string): Promise<GroupementLu[]> {
  const { professionnel } = await annuaire.demander(groupementsDuProfessionnel, { id: medecinId }, appel);
  if (professionnel === null) return [];
  const lieux = professionnel.situations.flatMap(({ structure }) => (structure === null ? [] : [structure]));
  const trouves = [
    ...[professionnel, ...lieux.filter(estOuvert)].flatMap(({ adhesions }) =>
      adhesions.map(({ groupement }) => groupement).filter(estReseau),
    ),
    ...lieux.filter(estMsp),
  ].filter(estOuvert);
  return [...new Map(trouves.map((groupement) => [groupement.id, groupement])).values()].slice(0, GROUPEMENTS_MAXIMUM);
}

/** The group itself, for who practises there, and its members of today. */
async function appartenantsDe(
  contexte: Contexte,
  id: string,
  { after = null, pages = PAGES_MAXIMUM }: { after?: string | null; pages?: number } = {},
): Promise<ReadonlySet<string>> {
  const { structure } = await contexte.annuaire.demander(membresDuGroupement, { id, after }, contexte.appel);
  const { edges = [], pageInfo } = structure?.membres ?? {};
  const suite =
    pageInfo?.hasNextPage && pages > 1
      ? await appartenantsDe(contexte, id, { after: pageInfo.endCursor, pages: pages - 1 })
      : [];
  return new Set([id, ...edges.map(({ node }) => node.membre.id), ...suite]);
}
