import { professions, savoirFaireDeProfession } from "@coordination/referentiels";
import type { Verdict } from "@coordination/rules";
import type { CriteresBesoin } from "./besoin.type.ts";
import { cadresQuiSontDesLieux } from "./exigences-du-professionnel.rule.ts";
import type { VoieDeRecherche } from "./proche.repository.ts";

/** What this service asks `delegations` about each possibility. */
export interface PossibiliteRecue {
  readonly id: string;
  readonly professions: readonly string[];
  readonly savoirFaire: readonly string[];
  readonly cadres: readonly string[];
  readonly habilitations: readonly string[];
  readonly eligibilite: { readonly verdict: Verdict };
}

/** One way to answer a need: one's own profession (`possibilite` null), or what a delegation allows. */
export interface Voie extends VoieDeRecherche {
  readonly possibilite: PossibiliteRecue | null;
}

/** How many people are shown as set aside by a possibility that does not suit the person: enough to see why. */
const ECARTES_PAR_VOIE = 10;

/**
 * The ways to answer: each requested profession, then each possibility. A possibility that does not suit the person is
 * followed only to show whom it sets aside.
 */
export function voiesDuBesoin(
  criteres: Pick<CriteresBesoin, "professions" | "savoirFaire">,
  possibilites: readonly PossibiliteRecue[] | null,
  ecartes: boolean,
): Voie[] {
  const propres = professionsDemandees(criteres).map(
    (code): Voie => ({
      professions: [avecSavoirFaire(code, criteres.savoirFaire)],
      lieux: null,
      maximum: null,
      possibilite: null,
    }),
  );
  const suivies = (possibilites ?? []).filter(({ eligibilite }) => ecartes || eligibilite.verdict === "OUI");
  return [...propres, ...suivies.map(voieDeLaPossibilite)];
}

/** Who could act under this text, whatever the person: the verdict on the person is not asked for here. */
export const voieDuTexte = ({
  professions: deleguees,
  savoirFaire,
  cadres,
}: Pick<PossibiliteRecue, "professions" | "savoirFaire" | "cadres">): VoieDeRecherche => ({
  professions: [...new Set(deleguees)].map((code) => avecSavoirFaire(code, savoirFaire)),
  lieux: cadresQuiSontDesLieux(cadres) ? cadres : null,
  maximum: null,
});

const voieDeLaPossibilite = (possibilite: PossibiliteRecue): Voie => ({
  ...voieDuTexte(possibilite),
  maximum: possibilite.eligibilite.verdict === "OUI" ? null : ECARTES_PAR_VOIE,
  possibilite,
});

/** A know-how asked without its profession asks for the profession too: « SM04 » alone is a cardiologist. */
function professionsDemandees({
  professions: demandees,
  savoirFaire,
}: Pick<CriteresBesoin, "professions" | "savoirFaire">): string[] {
  if (demandees.length > 0) return [...new Set(demandees)];
  return professions.map(({ code }) => code).filter((code) => savoirFaire.some((un) => appartient(un, code)));
}

const appartient = (savoirFaire: string, profession: string): boolean =>
  savoirFaireDeProfession(profession).some(({ code }) => code === savoirFaire);

/** A know-how only binds the profession it belongs to; none that does: the whole profession answers. */
function avecSavoirFaire(
  code: string,
  savoirFaire: readonly string[],
): { code: string; savoirFaire: readonly string[] | null } {
  const siens = savoirFaire.filter((un) => appartient(un, code));
  return { code, savoirFaire: siens.length === 0 ? null : siens };
}
