import {
  type Arete,
  type ClesDeTri,
  decoderCurseur,
  empreinteDeRequete,
  enPage,
  exigerFirst,
  saisieInvalide,
} from "@coordination/server-kit";
import type { LigneDisponibilite } from "../disponibilite/disponibilite.repository.ts";
import type { Session } from "../session.ts";
import { type Parts, type Selection, separer } from "./colonnes.ts";
import type { Moment } from "./conditions.ts";
import type { CriteresRecherche } from "./criteres.ts";
import type { LigneTrouvee } from "./ligne-trouvee.ts";
import { peutSeParcourir } from "./noms-frequents.ts";
import { clesDe, exigerCles, ordreDe } from "./ordre.ts";
import type { QuestionDePage } from "./question.ts";
import type { Compte } from "./recherche.repository.ts";
import type { ProfessionnelConnection, ProfessionnelEdge } from "./recherche.type.ts";

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
  /** Binds cursors to this search; only computed when a cursor is read or written. */
  readonly empreinte: () => string;
}

/** How names are matched: words and their beginnings, along all the names when they are frequent; else names that look alike. */
type EtapeNom = "EXACTE" | "FREQUENTE" | "APPROCHEE";
const ETAPES: readonly EtapeNom[] = ["EXACTE", "FREQUENTE", "APPROCHEE"];
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
  const page = { first, after, empreinte: empreinteParesseuse(criteres) };
  const cles = after === null ? null : decoderCurseur(after, page.empreinte());
  const commun = { criteres, limite, selection };
  if (cles === null) {
    const moment: Moment = { aujourdhui, maintenant: maintenant.toISOString() };
    return { ...page, etape: "EXACTE", question: { ...commun, moment, apres: null } };
  }
  const [etape, instant, ...apres] = cles;
  const question = {
    ...commun,
    moment: { aujourdhui, maintenant: exigerInstant(instant) },
    apres: exigerCles(ordreDe(criteres), apres),
  };
  return { ...page, etape: exigerEtape(etape, criteres), question };
}

function empreinteParesseuse(criteres: CriteresRecherche): () => string {
  let empreinte: string | undefined;
  return () => {
    empreinte ??= empreinteDeRequete({ professionnels: criteres });
    return empreinte;
  };
}

const curseurEtranger = () => saisieInvalide("after", "Ce curseur ne vient pas de cette recherche.");

function exigerEtape(lue: ClesDeTri[number] | undefined, criteres: CriteresRecherche): EtapeNom {
  const etape = ETAPES.find((connue) => connue === lue);
  if (etape === undefined || (etape === "FREQUENTE" && !peutSeParcourir(criteres))) throw curseurEtranger();
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
  demandee: PageDemandee,
  { compter, retenir }: { compter: Compter; retenir: (situationId: string, lue: LigneDisponibilite | null) => void },
): ProfessionnelConnection {
  const { question, etape, first, after } = demandee;
  const { criteres, moment, selection } = question;
  const ordre = ordreDe(criteres);
  const page = enPage(lignes, {
    first,
    after,
    get empreinte() {
      return demandee.empreinte();
    },
    cles: (ligne) => [etape, moment.maintenant, ...clesDe(ordre, ligne)],
  });
  let compte: Promise<Compte> | undefined;
  return {
    compter: () => {
      compte ??= compter();
      return compte;
    },
    edges: page.edges.map((arete) => {
      const parts = separer(arete.node, selection);
      if (selection.disponibilite !== null) retenir(arete.node.k_situation, parts.disponibilite);
      return new AreteTrouvee(arete, parts);
    }),
    pageInfo: page.pageInfo,
  };
}

/** An edge as the schema has it: the person, and the activity that was found. */
class AreteTrouvee implements ProfessionnelEdge {
  readonly node: Parts["personne"];
  readonly situation: Parts["situation"];
  readonly distanceKm: number | null;
  readonly score: number | null;
  readonly #arete: Arete<LigneTrouvee>;

  constructor(arete: Arete<LigneTrouvee>, { personne, situation }: Parts) {
    this.node = personne;
    this.situation = situation;
    this.distanceKm = arete.node.k_distance;
    this.score = arete.node.k_score;
    this.#arete = arete;
  }

  get cursor(): string {
    return this.#arete.cursor;
  }
}
