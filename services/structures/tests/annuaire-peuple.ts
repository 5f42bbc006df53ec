import type { ExecuterParLaPasserelle } from "@coordination/server-kit";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { peupler } from "./donnees-de-test.ts";

export interface AnnuairePeuple extends AnnuaireDeTest {
  /** One structure, with these fields. */
  structure(id: string, champs: string): Promise<Record<string, unknown>>;
  /** What the gateway asks: entities by reference, with the fields that `@requires` names. */
  entites(representations: object[], champs: string): Promise<(Record<string, unknown> | null)[]>;
}

/** The directory of the test data, and the two ways in which tests read it. */
export async function ouvrirAnnuairePeuple(repondre?: ExecuterParLaPasserelle): Promise<AnnuairePeuple> {
  const annuaire = await ouvrirAnnuaire(repondre);
  await peupler(annuaire);
  return {
    ...annuaire,
    structure: async (id, champs) => {
      const question = `query($id: ID) { structure(id: $id) { __typename ${champs} } }`;
      return (await annuaire.demander<{ structure: Record<string, unknown> }>(question, { id })).structure;
    },
    entites: async (r, champs) => {
      const question = `query($r: [_Any!]!) { _entities(representations: $r) { __typename ${champs} } }`;
      return (await annuaire.demander<{ _entities: (Record<string, unknown> | null)[] }>(question, { r }))._entities;
    },
  };
}
