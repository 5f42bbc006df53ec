import type { Contexte } from "../context.ts";
import { declarerPourUnePersonne } from "../declaration/declarer-pour-une-personne.ts";
import { exigerPeriode, exigerSource, exigerTexteOuRien } from "../declaration/saisie.ts";
import { remplacerContrat } from "./contrat.repository.ts";
import type { DeclarerContratInput } from "./declarer-contrat.input.ts";

/** Declares a contract: an agency may, and nobody else. Returns the person's id. */
export const declarerContrat = (contexte: Contexte, input: DeclarerContratInput, cle: string): Promise<string> =>
  declarerPourUnePersonne(contexte, { declaration: "CONTRAT", operation: "declarerContrat", cle, input }, () => {
    const { professionnelId, code } = input;
    const periode = exigerPeriode(input);
    const zoneExigee = exigerTexteOuRien("input.zoneExigee", input.zoneExigee);
    const source = exigerSource(input.source);
    return (tx) => remplacerContrat(tx, { professionnelId, code, ...periode, zoneExigee, source });
  });
