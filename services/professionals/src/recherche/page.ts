import { decoderCurseur, empreinteDeRequete, enPage, exigerFirst } from "@coordination/server-kit";
import type { Session } from "../session.ts";
import type { EtapeNom } from "./conditions.ts";
import type { CriteresRecherche } from "./criteres.ts";
import type { LigneTrouvee } from "./ligne-trouvee.ts";
import { clesDe, ordreDe } from "./ordre.ts";
import { compter, rechercher } from "./recherche.repository.ts";
import type { ProfessionnelConnection } from "./recherche.type.ts";

/** Which page is asked. */
export interface DemandeDePage {
  readonly first: number;
  readonly after: string | null;
}

const ETAPES: readonly EtapeNom[] = ["DEBUTS_DE_MOTS", "RESSEMBLANCE"];

/**
 * Answers a search: beginnings of words, and names that look alike only when nobody was found. The cursor remembers which,
 * so that the pages of one search follow from the same question. Throws BAD_USER_INPUT on a bad page.
 */
export async function trouverPage(
  { sql, aujourdhui }: Session,
  criteres: CriteresRecherche,
  { first, after }: DemandeDePage,
) {
  exigerFirst(first);
  const empreinte = empreinteDeRequete(criteres);
  const [etapeDuCurseur, ...cles] = decoderCurseur(after, empreinte) ?? [];
  const apres = etapeDuCurseur === undefined ? null : cles;
  const chercher = (etape: EtapeNom) => rechercher(sql, criteres, { etape, aujourdhui, apres, limite: first + 1 });
  let etape: EtapeNom = ETAPES.find((possible) => possible === etapeDuCurseur) ?? "DEBUTS_DE_MOTS";
  let lignes = await chercher(etape);
  if (lignes.length === 0 && apres === null && criteres.mots.length > 0) {
    etape = "RESSEMBLANCE";
    lignes = await chercher(etape);
  }
  const total = etape;
  return mettreEnPage(lignes, {
    criteres,
    first,
    after,
    empreinte,
    etape,
    compter: () => compter(sql, criteres, { etape: total, aujourdhui }),
  });
}

/** Cuts the rows into a page; `compter` is called at most once, and only when a total is asked. */
export function mettreEnPage(
  lignes: readonly LigneTrouvee[],
  options: DemandeDePage & {
    criteres: CriteresRecherche;
    empreinte: string;
    etape: EtapeNom;
    compter: () => Promise<number>;
  },
): ProfessionnelConnection {
  const { criteres, first, after, empreinte, etape } = options;
  const ordre = ordreDe(criteres);
  const page = enPage(lignes, { first, after, empreinte, cles: (ligne) => [etape, ...clesDe(ordre, ligne)] });
  let compte: Promise<number> | undefined;
  return {
    compter: () => {
      compte ??= options.compter();
      return compte;
    },
    edges: page.edges.map(({ cursor, node }) => {
      const { situationId, distanceKm, score, ...personne } = node;
      return { cursor, node: personne, situationId, distanceKm, score };
    }),
    pageInfo: page.pageInfo,
  };
}
