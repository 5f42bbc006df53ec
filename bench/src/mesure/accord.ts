import type { Formulation, Reponse } from "../concurrents/concurrent.ts";
import type { Client } from "./client.ts";

/** One contestant's way of asking, and whom to ask. */
export interface Candidat<Parametres> {
  readonly nom: string;
  readonly client: Client;
  readonly formulation: Formulation<Parametres>;
}

/** The contestants do not answer the same: their times cannot be compared. */
export class Desaccord extends Error {}

/**
 * Asks everyone the same and compares: same people, activities, structures and communes in the same order, same total,
 * same counts of the fields that both count. Returns how many rows came. Throws Desaccord at the first difference.
 */
export async function verifierLAccord<Parametres>(
  candidats: readonly Candidat<Parametres>[],
  questions: readonly Parametres[],
): Promise<number> {
  let lignes = 0;
  for (const question of questions) {
    const reponses = await Promise.all(
      candidats.map(async ({ client, formulation }) =>
        formulation.lire(await client.demander(formulation.demander(question))),
      ),
    );
    const [reference, ...autres] = reponses;
    if (reference === undefined) return 0;
    lignes += reference.lignes.length;
    for (const [rang, autre] of autres.entries()) {
      const difference = comparer(reference, autre);
      if (difference === null) continue;
      const [un, deux] = [candidats[0]?.nom, candidats[rang + 1]?.nom];
      throw new Desaccord(
        `${un} et ${deux} ne répondent pas la même chose à ${JSON.stringify(question)} : ${difference}`,
      );
    }
  }
  return lignes;
}

function comparer(a: Reponse, b: Reponse): string | null {
  if (a.total !== b.total) return `total ${a.total} et ${b.total}`;
  if (a.lignes.length !== b.lignes.length) return `${a.lignes.length} et ${b.lignes.length} lignes`;
  for (const [rang, ligne] of a.lignes.entries()) {
    const [ici, la] = [JSON.stringify(ligne), JSON.stringify(b.lignes[rang])];
    if (ici !== la) return `ligne ${rang + 1}, ${ici} et ${la}`;
  }
  return comparerFacettes(a.facettes, b.facettes);
}

function comparerFacettes(a: Reponse["facettes"], b: Reponse["facettes"]): string | null {
  if (a === null || b === null) return a === b ? null : "des facettes d'un seul côté";
  const champs = (facettes: object) => new Set(Object.keys(facettes).map((cle) => cle.split("=")[0]));
  const communs = [...champs(a)].filter((champ) => champs(b).has(champ));
  const cles = new Set([...Object.keys(a), ...Object.keys(b)].filter((cle) => communs.includes(cle.split("=")[0])));
  const differente = [...cles].find((cle) => (a[cle] ?? 0) !== (b[cle] ?? 0));
  return differente === undefined ? null : `facette ${differente}, ${a[differente] ?? 0} et ${b[differente] ?? 0}`;
}
