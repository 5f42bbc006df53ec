import { type Database, openDatabase } from "@coordination/database";
import type { Acteur } from "@coordination/server-kit";
import { expect } from "vitest";
import { faireLesEcheances } from "../src/echeance/faire-les-echeances.action.ts";
import { EQUIPE } from "./dossiers-de-test.ts";
import { annuaireDesDestinataires, cle, orienter, ouvrirBesoin } from "./orientations-de-test.ts";
import { ouvrirAToulouse, type Reponse, type SousGrapheDeTest } from "./sous-graphe.ts";

export interface Vue {
  readonly id: string;
  readonly version: number;
  readonly statut: string;
  readonly envoyeeLe: string;
  readonly repondreAvant: string;
  readonly relancesLe: string[];
  readonly besoin: { readonly id: string; readonly statut: string } | null;
}
const VUE = "id version statut envoyeeLe repondreAvant relancesLe besoin { id statut }";

export type BancDEcheances = Awaited<ReturnType<typeof ouvrirBancDEcheances>>;

/** The subgraph, what is asked of a referral that waits for an answer, and the clocks of two processes of the service. */
export async function ouvrirBancDEcheances() {
  const sousGraphe: SousGrapheDeTest = await ouvrirAToulouse(annuaireDesDestinataires);
  const ouvrir = () => openDatabase({ url: sousGraphe.url, schema: "parcours", applicationName: "horloge" });
  const horloges: readonly Database[] = await Promise.all([ouvrir(), ouvrir()]);
  const lire = async (id: string, acteur: Acteur = EQUIPE): Promise<Vue> => {
    const { data } = await sousGraphe.demander(`query($id: ID!) { orientation(id: $id) { ${VUE} } }`, { id }, acteur);
    return data?.orientation as Vue;
  };
  return {
    sousGraphe,
    lire,
    /** One of the two processes does what is due at this instant. */
    passer: (instant: number, rang = 0) => {
      const horloge = horloges[rang];
      if (horloge === undefined) throw new Error("this process is not open");
      return faireLesEcheances(horloge, new Date(instant));
    },
    envoyer: async (structures: readonly string[], ecart: object = {}): Promise<Vue[]> => {
      const { data, errors } = await orienter(sousGraphe, await ouvrirBesoin(sousGraphe), structures, ecart);
      expect(errors).toBeUndefined();
      return Promise.all((data as { orienter: { id: string }[] }).orienter.map(({ id }) => lire(id)));
    },
    agir: (action: string, { id, version }: Vue, acteur: Acteur, argument = ""): Promise<Reponse> =>
      sousGraphe.demander(
        `mutation($id: ID!, $version: Int!, $cle: ID!) { rendu: ${action}(orientationId: $id, version: $version, cleIdempotence: $cle${argument}) { id statut } }`,
        { id, version, cle: cle() },
        acteur,
      ),
    fermer: async () => {
      for (const horloge of horloges) await horloge.close();
      await sousGraphe.fermer();
    },
  };
}
