import { decoderCurseur, empreinteDeRequete, enPage, exigerFirst, saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import type { DegreEngagement } from "../enums.type.ts";
import type { AdhesionConnection } from "./adhesion.type.ts";

/** The arguments of `membres`, the same on every grouping. */
export interface ArgumentsDeMembres {
  readonly le: string | null;
  readonly first: number;
  readonly after: string | null;
  readonly degre?: DegreEngagement | null;
}

/** A page of the members of a grouping; the pages of all the groupings of an answer are read together. Throws BAD_USER_INPUT. */
export async function pageDeMembres(
  groupementId: string,
  { le, first, after, degre = null }: ArgumentsDeMembres,
  { loaders, aujourdhui }: Contexte,
): Promise<AdhesionConnection> {
  const filtre = { le: le ?? aujourdhui, degre };
  const empreinte = empreinteDeRequete({ membres: groupementId, ...filtre });
  const demande = { groupementId, apres: lireCurseur(after, empreinte) };
  const membres = await loaders.membresByGroupement({ filtre, first: exigerFirst(first) }).load(demande);
  const page = enPage(membres, { first, after, empreinte, cles: ({ depuis, id }) => [depuis, id] });
  return { ...page, groupementId, filtre };
}

function lireCurseur(after: string | null, empreinte: string): readonly [string, string] | null {
  const cles = decoderCurseur(after, empreinte);
  if (cles === null) return null;
  const [depuis, id] = cles;
  if (typeof depuis !== "string" || typeof id !== "string")
    throw saisieInvalide("after", "Ce curseur ne vient pas de cette recherche.");
  return [depuis, id];
}
