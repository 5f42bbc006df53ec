import { genreSoignant } from "@coordination/referentiels";
import { numeroDe, saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import { requireProfessionnel, structuresDe } from "../declaration/cible.ts";
import { dater } from "../declaration/declaration.repository.ts";
import { declarerUneFois } from "../declaration/declarer-une-fois.ts";
import { exigerDeclarant, exigerDroit } from "../declaration/droit.ts";
import { exigerPeriode, exigerSource } from "../declaration/saisie.ts";
import { attendConfirmation } from "./confirmation.rule.ts";
import type { DeclarerSituationInput } from "./declarer-situation.input.ts";
import { findLieu, remplacerSituation } from "./declarer-situation.repository.ts";
import { idDeSituationDeclaree } from "./identifiant.ts";
import { activiteDOrigine } from "./origine.rule.ts";
import type { LigneSituation } from "./situation.repository.ts";

/**
 * Declares a place where a person also practises: the person, one of their structures, the one that welcomes them or one of
 * their groups may. What only the welcoming structure declares waits for the person. Returns the activity's identifier.
 */
export async function declarerSituation(
  contexte: Contexte,
  input: DeclarerSituationInput,
  cle: string,
): Promise<string> {
  const declarant = exigerDeclarant(contexte);
  const { structureId, modalites, ...dates } = lire(input);
  const { professionnel, situations } = await requireProfessionnel(contexte, input.professionnelId);
  const origine = exigerOrigine(situations, input.situationOrigineId ?? null);
  await exigerLieu(contexte, input.codeInsee, structureId);
  const accueil = structureId === null ? [] : [structureId];
  await exigerDroit(contexte, {
    declaration: "SITUATION",
    professionnel,
    structures: [...structuresDe(situations), ...accueil],
  });
  const confirmee = !attendConfirmation({
    declarant: { rpps: numeroDe(declarant), structures: declarant.structures },
    rppsDeLaPersonne: professionnel.rpps,
    structuresOuElleExerce: structuresDe(situations),
    accueil: structureId,
  });
  const id = idDeSituationDeclaree(origine, structureId ?? input.codeInsee, input.nature);
  return declarerUneFois(contexte, { operation: "declarerSituation", cle, input }, async (tx) => {
    await remplacerSituation(tx, {
      id,
      origineId: origine.id,
      soignante: genreSoignant(origine.genre),
      confirmee,
      structureId,
      codeInsee: input.codeInsee,
      nature: input.nature,
      modalites,
      ...dates,
      le: contexte.aujourdhui,
    });
    await dater(tx, "professionnel", professionnel.id);
    return id;
  });
}

/** Checks what the client sent. Throws BAD_USER_INPUT naming the field. */
function lire(input: DeclarerSituationInput) {
  const modalites = [...new Set(input.modalites)];
  if (modalites.length === 0) throw saisieInvalide("input.modalites", "Dites comment l'on y est reçu.");
  return {
    structureId: input.structureId ?? null,
    modalites,
    ...exigerPeriode(input),
    source: exigerSource(input.source),
  };
}

function exigerOrigine(situations: readonly LigneSituation[], designee: string | null): LigneSituation {
  const origine = activiteDOrigine(situations, designee);
  if (origine === "AMBIGUE") {
    const phrase =
      "Cette personne a plusieurs professions ou savoir-faire : désignez l'activité qu'elle exerce aussi ici.";
    throw saisieInvalide("input.situationOrigineId", phrase);
  }
  if (origine === "INCONNUE") {
    throw saisieInvalide(
      "input.situationOrigineId",
      "Cette activité n'est pas une activité en cours de cette personne.",
    );
  }
  return origine;
}

async function exigerLieu({ sql }: Contexte, codeInsee: string, structureId: string | null): Promise<void> {
  const lieu = await findLieu(sql, codeInsee, structureId);
  if (lieu.commune === null) throw saisieInvalide("input.codeInsee", "L'annuaire ne connaît pas cette commune.");
  if (structureId === null) return;
  if (lieu.structure === null) throw saisieInvalide("input.structureId", "L'annuaire ne connaît pas cette structure.");
  if (lieu.structureFermee === true) throw saisieInvalide("input.structureId", "Cette structure est fermée.");
}
