import type { Acteur } from "@coordination/server-kit";
import { expect } from "vitest";
import {
  annuaireDesDestinataires,
  cle,
  destinataire,
  ORIENTATION,
  type Orientation,
  orienter,
  ouvrirBesoin,
} from "./orientations-de-test.ts";
import { ouvrirAToulouse, type SousGrapheDeTest } from "./sous-graphe.ts";

export const MSP = destinataire("MSP-1");

export type BancDOrientations = Awaited<ReturnType<typeof ouvrirBancDOrientations>>;

/** The subgraph with its directory, and what is asked of a referral most often. */
export async function ouvrirBancDOrientations() {
  const sousGraphe: SousGrapheDeTest = await ouvrirAToulouse(annuaireDesDestinataires);
  const envoyer = async (structures: readonly string[], ecart: object = {}): Promise<Orientation[]> => {
    const { data, errors } = await orienter(sousGraphe, await ouvrirBesoin(sousGraphe), structures, ecart);
    expect(errors).toBeUndefined();
    return (data as { orienter: Orientation[] }).orienter;
  };
  const agir = (action: string, { id, version }: Orientation, acteur: Acteur, argument = "") =>
    sousGraphe.demander(
      `mutation($id: ID!, $version: Int!, $cle: ID!) { rendu: ${action}(orientationId: $id, version: $version, cleIdempotence: $cle${argument}) { ${ORIENTATION} } }`,
      { id, version, cle: cle() },
      acteur,
    );
  return {
    sousGraphe,
    envoyer,
    envoyerUne: async (ecart: object = {}): Promise<Orientation> => {
      const [orientation] = await envoyer(["MSP-1"], ecart);
      if (orientation === undefined) throw new Error("nothing was sent");
      return orientation;
    },
    agir,
    reussir: async (...demande: Parameters<typeof agir>): Promise<Orientation> => {
      const { data, errors } = await agir(...demande);
      expect(errors).toBeUndefined();
      return (data as { rendu: Orientation }).rendu;
    },
    lire: async (id: string, acteur: Acteur) =>
      (await sousGraphe.demander(`query($id: ID!) { orientation(id: $id) { ${ORIENTATION} } }`, { id }, acteur)).data
        ?.orientation as Orientation | null,
    fermer: () => sousGraphe.fermer(),
  };
}
