import { introuvable } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import type { LigneProfessionnel } from "../professionnel/professionnel.repository.ts";
import type { LigneSituation } from "../situation/situation.repository.ts";

/** The person whom a declaration is about. Throws NOT_FOUND when unknown, or no longer practising anywhere. */
export async function requireProfessionnel(
  { loaders }: Contexte,
  id: string,
): Promise<{ professionnel: LigneProfessionnel; situations: LigneSituation[] }> {
  const [professionnel, situations] = await Promise.all([
    loaders.professionnelById.load(id),
    loaders.situationsByProfessionnel.load(id),
  ]);
  if (professionnel === null) {
    throw introuvable("input.professionnelId", "L'annuaire ne connaît pas ce professionnel.");
  }
  const ouvertes = situations.filter(({ ouverte }) => ouverte);
  if (ouvertes.length === 0) {
    throw introuvable("input.professionnelId", "Ce professionnel n'a plus d'activité dans l'annuaire.");
  }
  return { professionnel, situations: ouvertes };
}

/** The activity that a declaration is about, and who practises it. Throws NOT_FOUND when unknown, or over. */
export async function requireSituation(
  { loaders }: Contexte,
  id: string,
): Promise<{ professionnel: LigneProfessionnel; situation: LigneSituation }> {
  const situation = await loaders.situationById.load(id);
  if (situation === null) throw introuvable("input.situationId", "L'annuaire ne connaît pas cette activité.");
  if (!situation.ouverte) throw introuvable("input.situationId", "Cette activité a pris fin.");
  const professionnel = await loaders.professionnelById.load(situation.professionnelId);
  if (professionnel === null) throw introuvable("input.situationId", "L'annuaire ne connaît plus ce professionnel.");
  return { professionnel, situation };
}

/**
 * The structures of these activities, each once; those that the directory does not describe have none, and a place that the
 * person has not confirmed gives its structure no right over them.
 */
export const structuresDe = (situations: readonly LigneSituation[]): string[] => [
  ...new Set(
    situations.flatMap(({ structureId, confirmee }) => (structureId === null || !confirmee ? [] : [structureId])),
  ),
];
