import type { OperationAnnuaire } from "@coordination/server-kit";

interface ReponseStructure {
  /** Null when the directory does not know it. */
  readonly structure: { readonly id: string; readonly type: string; readonly fermeeLe: string | null } | null;
}

/** Where a team practises: does the directory know this place, and what is it? */
export const structureDEquipe: OperationAnnuaire<{ readonly id: string }, ReponseStructure> = {
  nom: "StructureDEquipe",
  texte: "query StructureDEquipe($id: ID!) { structure(id: $id) { id type fermeeLe } }",
};

interface ReponseProfessionnel {
  /** Null when the directory does not know this person. */
  readonly professionnel: {
    readonly id: string;
    readonly exercices: readonly {
      readonly profession: { readonly code: string };
      readonly savoirFaire: readonly { readonly code: string }[];
    }[];
  } | null;
}

/** Who a member of a team is: the professions in force, and their know-hows. */
export const membreDEquipe: OperationAnnuaire<{ readonly id: string }, ReponseProfessionnel> = {
  nom: "MembreDEquipe",
  texte:
    "query MembreDEquipe($id: ID!) { professionnel(id: $id) { id exercices { profession { code } savoirFaire { code } } } }",
};
