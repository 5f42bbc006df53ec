import { saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import { requireSituation, structuresDe } from "../declaration/cible.ts";
import { dater } from "../declaration/declaration.repository.ts";
import { declarerUneFois } from "../declaration/declarer-une-fois.ts";
import { exigerDeclarant, exigerDroit } from "../declaration/droit.ts";
import { exigerNombreOuRien, exigerSource } from "../declaration/saisie.ts";
import type { DeclarerDisponibiliteInput } from "./declarer-disponibilite.input.ts";
import { type LigneDisponibilite, remplacerDisponibilite } from "./disponibilite.repository.ts";

/**
 * Declares what an activity can offer: its person, its structure or a group of the person may. The new declaration takes the
 * place of the former one. Returns the activity's identifier.
 */
export async function declarerDisponibilite(
  contexte: Contexte,
  input: DeclarerDisponibiliteInput,
  cle: string,
): Promise<string> {
  exigerDeclarant(contexte);
  const declaree = lire(input, contexte.maintenant);
  const { professionnel, situation } = await requireSituation(contexte, input.situationId);
  await exigerDroit(contexte, {
    declaration: "DISPONIBILITE",
    professionnel,
    structures: structuresDe([situation]),
  });
  return declarerUneFois(contexte, { operation: "declarerDisponibilite", cle, input }, async (tx) => {
    await remplacerDisponibilite(tx, declaree);
    await dater(tx, "situation", situation.id);
    return situation.id;
  });
}

/** Checks what the client sent. Throws BAD_USER_INPUT naming the field. */
function lire(input: DeclarerDisponibiliteInput, maintenant: Date): LigneDisponibilite {
  const { situationId, etat, nouveauxPatients, medecinTraitant, soinsNonProgrammes, expireLe } = input;
  if (expireLe.getTime() <= maintenant.getTime()) {
    throw saisieInvalide("input.expireLe", "L'échéance doit être dans l'avenir.");
  }
  const capacite = exigerNombreOuRien("input.capacite", input.capacite);
  if (etat === "SANS_CRENEAU" && capacite !== null && capacite > 0) {
    throw saisieInvalide("input.capacite", "Sans créneau libre, il ne peut pas rester de place.");
  }
  return {
    situationId,
    etat,
    nouveauxPatients,
    medecinTraitant,
    soinsNonProgrammes,
    delaiJours: exigerNombreOuRien("input.delaiJours", input.delaiJours),
    capacite,
    releveLe: maintenant.toISOString(),
    source: exigerSource(input.source),
    expireLe: expireLe.toISOString(),
  };
}
