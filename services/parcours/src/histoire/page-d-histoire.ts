import { decoderCurseur, empreinteDeRequete, enPage, exigerFirst, saisieInvalide } from "@coordination/server-kit";
import { lireEnTantQue } from "../acces/session.ts";
import type { Contexte } from "../contexte.ts";
import { montrerActeur } from "../dossier/dossier.resolver.ts";
import { findTraces, type LigneEvenement, type LigneTrace, type PageVoulue } from "./histoire.repository.ts";
import type { EvenementConnection, TraceAccesConnection } from "./histoire.type.ts";

/** Which page of what happened, or of who saw what. */
export interface PageDemandee {
  readonly dossierId: string;
  readonly first: number;
  readonly after: string | null;
}

/** A page of what happened in a case. Throws BAD_USER_INPUT on a bad page. */
export const pageDEvenements = ({ loaders }: Contexte, page: PageDemandee): Promise<EvenementConnection> =>
  pageDe<LigneEvenement, EvenementConnection["edges"][number]["node"]>(
    { liste: "evenements", ...page },
    (voulue) => loaders.evenements.load(voulue),
    ({ id, acteur, ...reste }) => ({ id: String(id), acteur: montrerActeur(acteur), ...reste }),
  );

/** A page of the register of accesses, for a reader whose right to it was checked. Throws BAD_USER_INPUT on a bad page. */
export const pageDeTraces = ({ database, acteur }: Contexte, page: PageDemandee): Promise<TraceAccesConnection> =>
  pageDe<LigneTrace, TraceAccesConnection["edges"][number]["node"]>(
    { liste: "traces", ...page },
    (voulue) => lireEnTantQue(database, acteur, (sql) => findTraces(sql, voulue)),
    ({ id, acteur: auteur, ...reste }) => ({ id: String(id), acteur: montrerActeur(auteur), ...reste }),
  );

/** A page of a list that only grows. */
async function pageDe<Ligne extends { readonly id: number }, Montre>(
  { liste, dossierId, first, after }: PageDemandee & { readonly liste: string },
  chercher: (page: PageVoulue) => Promise<Ligne[]>,
  montrer: (ligne: Ligne) => Montre,
) {
  exigerFirst(first);
  const empreinte = empreinteDeRequete({ [liste]: dossierId });
  const [cle = null] = decoderCurseur(after, empreinte) ?? [];
  if (cle !== null && !(typeof cle === "number" && Number.isSafeInteger(cle))) {
    throw saisieInvalide("after", "Ce curseur ne vient pas de cette recherche.");
  }
  const lignes = await chercher({ dossierId, apres: cle, limite: first + 1 });
  const page = enPage(lignes, { first, after, empreinte, cles: ({ id }) => [id] });
  return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: montrer(node) })) };
}
