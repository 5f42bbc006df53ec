import type { OperationAnnuaire } from "@coordination/server-kit";

interface ReponseMembreAdherent {
  /** Null when nobody bears this identifier. */
  readonly professionnel: {
    readonly id: string;
    readonly estMedecinGeneraliste: boolean;
    readonly exercices: readonly { readonly profession: { readonly code: string } }[];
  } | null;
}

/** Who joins, as the directory of people knows them: texts count members by profession. */
export const membreAdherent: OperationAnnuaire<{ readonly id: string }, ReponseMembreAdherent> = {
  nom: "MembreAdherent",
  texte:
    "query MembreAdherent($id: ID!) { professionnel(id: $id) { id estMedecinGeneraliste exercices { profession { code } } } }",
};
