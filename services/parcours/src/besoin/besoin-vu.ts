import { introuvable } from "@coordination/server-kit";
import { lireEnTantQue } from "../acces/session.ts";
import type { Contexte } from "../contexte.ts";
import { estIdentifiant } from "../dossier/agir.ts";
import { findBesoinsByIds, type LigneBesoin } from "./besoin-du-dossier.repository.ts";

/** Says of another's need, as of a simulated one, what is said of one that does not exist. */
export const besoinIntrouvable = (champ: string) => introuvable(champ, "Ce besoin n'existe pas.");

/** A stored need that this actor sees. Throws UNAUTHENTICATED, FORBIDDEN, NOT_FOUND at `champ`. */
export async function exigerBesoinVu(
  { database, acteur }: Pick<Contexte, "database" | "acteur">,
  besoinId: string,
  champ = "input.besoinId",
): Promise<LigneBesoin> {
  const [besoin] = estIdentifiant(besoinId)
    ? await lireEnTantQue(database, acteur, (sql) => findBesoinsByIds(sql, [besoinId]))
    : [];
  if (besoin === undefined) throw besoinIntrouvable(champ);
  return besoin;
}
