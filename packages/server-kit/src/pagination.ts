import { createHash } from "node:crypto";
import { saisieInvalide } from "./erreurs.ts";

const FIRST_MAXIMUM = 100;

/** Checks `first`: 1 to 100. Throws BAD_USER_INPUT naming `first`. */
export function exigerFirst(first: number): number {
  if (!Number.isInteger(first) || first < 1 || first > FIRST_MAXIMUM) {
    throw saisieInvalide("first", `« first » doit être compris entre 1 et ${FIRST_MAXIMUM}.`);
  }
  return first;
}

/** A short print of the query (its filters and order), so that a cursor only serves the query that made it. */
export const empreinteDeRequete = (requete: unknown): string =>
  createHash("sha256").update(JSON.stringify(requete)).digest("base64url").slice(0, 12);

/** Sort values of a row, as they come back from SQL. */
export type ClesDeTri = readonly (string | number | null)[];

/** Opaque cursor: the sort values of a row, bound to its query. */
export const encoderCurseur = (empreinte: string, cles: ClesDeTri): string =>
  Buffer.from(JSON.stringify([empreinte, ...cles])).toString("base64url");

/** The sort values of a cursor, null when there is none. Throws BAD_USER_INPUT when it comes from another query. */
export function decoderCurseur(curseur: string | null | undefined, empreinte: string): ClesDeTri | null {
  if (curseur === null || curseur === undefined) return null;
  const parties = lireTableau(curseur);
  const [premiere, ...cles] = parties ?? [];
  if (premiere !== empreinte || !cles.every(estCleDeTri)) {
    throw saisieInvalide("after", "Ce curseur ne vient pas de cette recherche.");
  }
  return cles;
}

const estCleDeTri = (valeur: unknown): valeur is ClesDeTri[number] =>
  valeur === null || typeof valeur === "string" || typeof valeur === "number";

function lireTableau(curseur: string): unknown[] | null {
  try {
    const lu: unknown = JSON.parse(Buffer.from(curseur, "base64url").toString("utf8"));
    return Array.isArray(lu) ? lu : null;
  } catch {
    return null;
  }
}

/** How the rows of a page become cursors; `cles` gives each row's sort values, in the order of the SQL `ORDER BY`. */
interface Curseurs<Noeud> {
  readonly empreinte: string;
  readonly cles: (row: Noeud) => ClesDeTri;
}

/** An edge, whose cursor is written when it is read: most queries ask for none. */
export class Arete<Noeud> {
  readonly node: Noeud;
  readonly #curseurs: Curseurs<Noeud>;

  constructor(node: Noeud, curseurs: Curseurs<Noeud>) {
    this.node = node;
    this.#curseurs = curseurs;
  }

  get cursor(): string {
    return encoderCurseur(this.#curseurs.empreinte, this.#curseurs.cles(this.node));
  }
}

interface Page<Noeud> {
  readonly edges: Arete<Noeud>[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

/** Cuts `rows` (fetched with `first + 1`) into a Relay page. */
export function enPage<Noeud>(
  rows: readonly Noeud[],
  options: Curseurs<Noeud> & { first: number; after: string | null | undefined },
): Page<Noeud> {
  const edges = rows.slice(0, options.first).map((node) => new Arete(node, options));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > options.first,
      hasPreviousPage: options.after !== null && options.after !== undefined,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
  };
}
