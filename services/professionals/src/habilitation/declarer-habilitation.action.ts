import { findHabilitation } from "@coordination/referentiels";
import { saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import { declarerPourUnePersonne } from "../declaration/declarer-pour-une-personne.ts";
import { exigerPeriode, exigerSource, exigerTexteOuRien } from "../declaration/saisie.ts";
import type { DeclarerHabilitationInput } from "./declarer-habilitation.input.ts";
import { remplacerHabilitation } from "./habilitation.repository.ts";

/** Declares an authorisation: the person, a structure or a group of theirs, or an agency may. Returns the person's id. */
export const declarerHabilitation = (
  contexte: Contexte,
  input: DeclarerHabilitationInput,
  cle: string,
): Promise<string> =>
  declarerPourUnePersonne(
    contexte,
    { declaration: "HABILITATION", operation: "declarerHabilitation", cle, input },
    () => {
      const { professionnelId, code } = input;
      // Membership of a team has no code here: teams are declared as such, in `delegations`.
      if (findHabilitation(code) === null) {
        throw saisieInvalide("input.code", "Aucun texte du catalogue ne demande cette habilitation.");
      }
      const periode = exigerPeriode(input);
      const organisme = exigerTexteOuRien("input.organisme", input.organisme);
      const source = exigerSource(input.source);
      return (tx) => remplacerHabilitation(tx, { professionnelId, code, ...periode, organisme, source });
    },
  );
