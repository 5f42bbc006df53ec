import { withAdminClient } from "@coordination/database";
import type { ParametresNom, ParametresProches } from "../concurrents/concurrent.ts";

/** What the questions are asked about: enough places and names that no cache answers for the database. */
export interface Echantillon {
  readonly proches: readonly ParametresProches[];
  readonly noms: readonly ParametresNom[];
}

/** A typed-ahead first name: one question in three. */
const LETTRES_TAPEES = 4;

/**
 * Draws the parameters from the activities, so that places and names come as often as people do. Identifiers are hashes:
 * the first ones are a draw, the same each time.
 */
export const tirerLEchantillon = (adminUrl: string, nombre: number): Promise<Echantillon> =>
  withAdminClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ codeInsee: string; departement: string; nom: string; prenom: string }>(
      `select s.code_insee as "codeInsee", s.departement, p.nom, p.prenom
       from bench_pair.situation s join bench_pair.professionnel p on p.id = s.professionnel_id
       where s.code_insee is not null order by s.id limit $1`,
      [nombre],
    );
    return {
      proches: rows.map(({ codeInsee }) => ({ codeInsee })),
      noms: rows.flatMap(({ nom, prenom, departement }, rang): ParametresNom[] => {
        // Not the particle: it designates nobody.
        const [duNom] = mots(nom).toSorted((a, b) => b.length - a.length);
        const [duPrenom] = mots(prenom);
        if (duNom === undefined || duPrenom === undefined) return [];
        return [{ mots: [duNom, rang % 3 === 0 ? duPrenom.slice(0, LETTRES_TAPEES) : duPrenom], departement }];
      }),
    };
  });

const mots = (texte: string): string[] =>
  texte
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((mot) => mot !== "");

/** Gives the values one after the other, without end. */
export function enBoucle<Valeur>(valeurs: readonly Valeur[], depart = 0): () => Valeur {
  let rang = depart;
  return () => {
    const valeur = valeurs[rang++ % valeurs.length];
    if (valeur === undefined) throw new Error("Échantillon vide.");
    return valeur;
  };
}
