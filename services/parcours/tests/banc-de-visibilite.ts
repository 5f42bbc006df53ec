import type { Acteur } from "@coordination/server-kit";
import { annuaireDuCercle } from "./cercles-de-test.ts";
import { dossierDuBesoin, ouvrirBesoin } from "./orientations-de-test.ts";
import { ouvrirAToulouse, type SousGrapheDeTest } from "./sous-graphe.ts";

/** Who the person of a case is, as a question and as its answer. */
export const NOM = "usager { identite { nomNaissance } }";
export const NOMMEE = { usager: { identite: { nomNaissance: "ZEPHIRIN-EXEMPLE" } } };
export const ABSENT = "00000000-0000-4000-8000-000000000000";

export type BancDeVisibilite = Awaited<ReturnType<typeof ouvrirBancDeVisibilite>>;

/** The subgraph, cases with a need, and what someone reads of them. */
export async function ouvrirBancDeVisibilite() {
  const sousGraphe: SousGrapheDeTest = await ouvrirAToulouse(annuaireDuCercle);
  return {
    sousGraphe,
    ouvrir: async () => {
      const besoin = await ouvrirBesoin(sousGraphe);
      return { besoin, ...(await dossierDuBesoin(sousGraphe, besoin.id)) };
    },
    lire: async (id: string, acteur: Acteur, champs: string) =>
      (await sousGraphe.demander(`query($id: ID!) { parcours(id: $id) { ${champs} } }`, { id }, acteur)).data?.parcours,
    fermer: () => sousGraphe.fermer(),
  };
}
