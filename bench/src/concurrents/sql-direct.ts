import { type Concurrent, type Formulation, PREMIERS, RAYON_KM } from "./concurrent.ts";
import { maison } from "./maison.ts";

/** Its answers have the shape of ours. */
const enRest = <Parametres extends object>(
  path: string,
  constantes: object,
  { lire }: Formulation<Parametres>,
): Formulation<Parametres> => ({
  demander: (parametres) => ({ path, body: JSON.stringify({ ...parametres, ...constantes }) }),
  lire,
});

/** One prepared statement behind fastify: what nobody can do much better than, and nobody can extend. */
export const sqlDirect: Concurrent = {
  nom: "sql-direct",
  libelle: "Un point d'accès écrit à la main (fastify, pg, une requête SQL préparée qui rend le JSON)",
  module: "sql-direct.process.js",
  proches: enRest("/proches", { rayonKm: RAYON_KM, first: PREMIERS }, maison.proches),
  nom2: enRest("/nom", { first: PREMIERS }, maison.nom2),
};
