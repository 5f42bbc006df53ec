import { createHasard } from "@coordination/tools";
import type { Annuaire } from "../base/ouvrir-base.ts";
import type { Concurrent, Formulation } from "../concurrents/concurrent.ts";
import { maison } from "../concurrents/maison.ts";
import { postgraphile } from "../concurrents/postgraphile.ts";
import { sqlDirect } from "../concurrents/sql-direct.ts";
import { verifierLAccord } from "./accord.ts";
import { createClient } from "./client.ts";
import { type Echantillon, enBoucle } from "./echantillon.ts";
import type { Compteur } from "./postgres.ts";
import { type ConcurrentLance, lancer } from "./processus.ts";
import { jouer, type Regime, type Resultat } from "./tournoi.ts";

export const CONCURRENTS: readonly Concurrent[] = [maison, postgraphile, sqlDirect];

/** The two measured questions. */
export type Question = "proches" | "nom2";

export interface Duel {
  readonly question: Question;
  /** How many questions were compared before any was timed, and how many rows they gave. */
  readonly comparees: number;
  readonly lignes: number;
  readonly resultats: readonly Resultat[];
}

const GRAINE = 7;

/** Starts every contestant; stops those that started when one does not. */
export async function lancerTous(annuaire: Annuaire): Promise<readonly ConcurrentLance[]> {
  const lances: ConcurrentLance[] = [];
  try {
    for (const concurrent of CONCURRENTS) lances.push(await lancer(concurrent, annuaire));
    return lances;
  } catch (error) {
    await Promise.all(lances.map(({ arreter }) => arreter()));
    throw error;
  }
}

/** Compares the answers of all on a part of the sample, then measures them side by side. Throws Desaccord. */
export async function mesurer(
  question: Question,
  lances: readonly ConcurrentLance[],
  {
    echantillon,
    regime,
    compteur,
    aComparer,
  }: { echantillon: Echantillon; regime: Regime | null; compteur: Compteur; aComparer: number },
): Promise<Duel> {
  return question === "proches"
    ? mesurerUne(question, lances, ({ proches }) => proches, echantillon.proches)
    : mesurerUne(question, lances, ({ nom2 }) => nom2, echantillon.noms);

  async function mesurerUne<Parametres>(
    laquelle: Question,
    tous: readonly ConcurrentLance[],
    formulationDe: (concurrent: Concurrent) => Formulation<Parametres>,
    parametres: readonly Parametres[],
  ): Promise<Duel> {
    const candidats = tous.map((lance) => ({
      nom: lance.concurrent.nom,
      lance,
      client: createClient(lance.url, regime?.connexionsEnCharge ?? 1),
      formulation: formulationDe(lance.concurrent),
    }));
    try {
      const compares = parametres.slice(0, aComparer);
      const lignes = await verifierLAccord(candidats, compares);
      const joueurs = candidats.map(({ lance, client, formulation }) => {
        const suivant = enBoucle(parametres);
        return { lance, client, prochaine: () => formulation.demander(suivant()) };
      });
      const resultats = regime === null ? [] : await jouer(joueurs, regime, { compteur, hasard: createHasard(GRAINE) });
      return { question: laquelle, comparees: compares.length, lignes, resultats };
    } finally {
      await Promise.all(candidats.map(({ client }) => client.fermer()));
    }
  }
}
