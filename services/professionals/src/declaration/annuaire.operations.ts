import type { OperationAnnuaire } from "@coordination/server-kit";

interface ReponseAdhesions {
  /** Null when the directory does not know this person. */
  readonly professionnel: {
    readonly adhesions: readonly { readonly groupement: { readonly id: string } }[];
  } | null;
}

/** The groups (CPTS, MSP…) that a person belongs to today: they may declare for their members. */
export const adhesionsDuProfessionnel: OperationAnnuaire<{ readonly id: string }, ReponseAdhesions> = {
  nom: "AdhesionsDuProfessionnel",
  texte: "query AdhesionsDuProfessionnel($id: ID!) { professionnel(id: $id) { adhesions { groupement { id } } } }",
};
