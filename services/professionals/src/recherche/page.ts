import {
  type ClesDeTri,
  decoderCurseur,
  empreinteDeRequete,
  enPage,
  exigerFirst,
  saisieInvalide,
} from "@coordination/server-kit";
import type { LigneDisponibilite } from "../disponibilite/disponibilite.repository.ts";
import type { Session } from "../session.ts";
import { type Selection, separer } from "./colonnes.ts";
import type { Moment } from "./conditions.ts";
import type { CriteresRecherche } from "./criteres.ts";
import type { LigneTrouvee } from "./ligne-trouvee.ts";
import { clesDe, exigerCles, ordreDe } from "./ordre.ts";
import type { QuestionDePage } from "./question.ts";
import type { Compte } from "./recherche.repository.ts";
import type { ProfessionnelConnection } from "./recherche.type.ts";

/** Which page is asked. */
export interface DemandeDePage {
  readonly first: number;
  readonly after: string | null;
}

/** A page to read: its question, and what its cursors carry. */
export interface PageDemandee {
  readonly etape: EtapeNom;
  readonly question: Omit<QuestionDePage, "corrections" | "horizon">;
  readonly first: number;
  readonly after: string | null;
  readonly empreinte: string;
}

/** How names are matched: words and their beginnings; when nobody is found so, names that look alike. */
type EtapeNom = "EXACTE" | "APPROCHEE";
const ETAPES: readonly EtapeNom[] = ["EXACTE", "APPROCHEE"];
const INSTANT = /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * Reads the page that is asked. A cursor carries the way names were matched and the instant of the first page, so that the
 * pages of one walk follow from the same question. Throws BAD_USER_INPUT on a bad `first` or a foreign cursor.
 */
export function lirePage(
  { aujourdhui, maintenant }: Session,
  criteres: CriteresRecherche,
  { first, after }: DemandeDePage,
  selection: Selection,
): PageDemandee {
  const limite = exigerFirst(first) + 1;
  const empreinte = empreinteDeRequete({ professionnels: criteres });
  const cles = decoderCurseur(after, empreinte);
  const commun = { criteres, limite, selection };
  if (cles === null) {
    const moment: Moment = { aujourdhui, maintenant: maintenant.toISOString() };
    return { first, after, empreinte, etape: "EXACTE", question: { ...commun, moment, apres: null } };
  }
  const [etape, instant, ...apres] = cles;
  const question = {
    ...commun,
    moment: { aujourdhui, maintenant: exigerInstant(instant) },
    apres: exigerCles(ordreDe(criteres), apres),
  };
  return { first, after, empreinte, etape: exigerEtape(etape), question };
}

const curseurEtranger = () => saisieInvalide("after", "Ce curseur ne vient pas de cette recherche.");

function exigerEtape(lue: ClesDeTri[number] | undefined): EtapeNom {
  const etape = ETAPES.find((connue) => connue === lue);
  if (etape === undefined) throw curseurEtranger();
  return etape;
}

function exigerInstant(lu: ClesDeTri[number] | undefined): string {
  if (typeof lu !== "string" || !INSTANT.test(lu) || Number.isNaN(Date.parse(lu))) throw curseurEtranger();
  return lu;
}

/** Counts a search; at most once a page, with the facets when the query asks them. */
export type Compter = () => Promise<Compte>;

/** Cuts the rows into a page; `retenir` is handed each availability that was read, so that nobody reads it again. */
export function mettreEnPage(
  lignes: readonly LigneTrouvee[],
  { question, etape, first, after, empreinte }: PageDemandee,
  { compter, retenir }: { compter: Compter; retenir: (situationId: string, lue: LigneDisponibilite | null) => void },
): ProfessionnelConnection {
  const { criteres, moment, selection } = question;
  const ordre = ordreDe(criteres);
  const page = enPage(lignes, {
    first,
    after,
    empreinte,
    cles: (ligne) => [etape, moment.maintenant, ...clesDe(ordre, ligne)],
  });
  let compte: Promise<Compte> | undefined;
  return {
    compter: () => {
      compte ??= compter();
      return compte;
    },
    edges: page.edges.map(({ cursor, node: ligne }) => {
      const { k_situation, k_distance, k_score, k_perimee, k_nom, k_prenom, k_quand, ...lue } = ligne;
      const { personne, situation, disponibilite } = separer(lue);
      if (selection.disponibilite) retenir(k_situation, disponibilite);
      return { cursor, node: personne, situation, distanceKm: k_distance, score: k_score };
    }),
    pageInfo: page.pageInfo,
  };
}
