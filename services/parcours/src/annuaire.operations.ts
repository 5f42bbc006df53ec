import type { OperationAnnuaire } from "@coordination/server-kit";

interface ReponseDacCompetents {
  /** Null when no commune bears this code. */
  readonly pointEntree: { readonly dac: readonly { readonly id: string; readonly nom: string }[] } | null;
}

/** Which DACs answer for a commune: a request for support goes to one of them. */
export const dacCompetents: OperationAnnuaire<{ readonly codeInsee: string }, ReponseDacCompetents> = {
  nom: "DacCompetents",
  texte: "query DacCompetents($codeInsee: CodeInsee!) { pointEntree(codeInsee: $codeInsee) { dac { id nom } } }",
};
