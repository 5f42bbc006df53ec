import type { Sql } from "@coordination/database";
import { type Acteur, introuvable, regleNonRemplie, saisieInvalide, versionPerimee } from "@coordination/server-kit";
import { type ActeurEcrit, ecrireActeur } from "../acces/acteur-ecrit.ts";
import { ecrireEnTantQue } from "../acces/session.ts";
import type { Contexte } from "../contexte.ts";
import { type Passage, passagesPermis } from "../etats/table.ts";
import { retirerCeQuiAttend } from "../orientation/retirer.ts";
import type { Appel } from "./demander-appui.action.ts";
import {
  type Changement,
  changerDossier,
  type LigneDossier,
  type LigneTenue,
  noterEvenement,
  requireDossier,
  structurePorteuse,
  verrouillerDossier,
  verrouillerTenue,
} from "./dossier.repository.ts";
import { type ActionDossier, FERMES, type RoleDossier, type StatutTenu } from "./etats.ts";
import { PASSAGES_TENUS } from "./etats-hors-dossier.ts";
import { rolesSurLeDossier } from "./roles.rule.ts";

/** One action on a case, as it was asked. */
export interface ActionDemandee extends Appel {
  readonly operation: string;
  readonly action: ActionDossier;
  readonly parcoursId: string;
  /** The version that the client read; null where adding loses nothing (a note). */
  readonly version: number | null;
  readonly input: unknown;
}

/** What an action found and decided, for the story of the case. */
export interface Suite extends Omit<Changement, "statut"> {
  /** Which way the state goes, where the action leaves a choice. */
  readonly issue?: string;
  readonly resume: string;
  /** The referrals that this sends. */
  readonly envoyees?: readonly string[];
  /** Done last, once the case was read again: what takes it out of the actor's sight, or what others are told after it. */
  readonly conclure?: (tx: Sql, dossierId: string) => Promise<void>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** True for what may be the identifier of a case: anything else names nothing. */
export const estIdentifiant = (id: string): boolean => UUID.test(id);

/**
 * The way every action on a case goes: the case is held, the right and the state are checked against the one table, then the
 * version, then `decider` writes what is its own; state, story and what is to be published follow in the same transaction.
 * A case that the actor may not see does not differ from one that does not exist. Returns the case as it
 * then is, even when nothing is kept of a dry run.
 * @throws UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, RULE_NOT_MET, VERSION_CONFLICT, and what `decider` throws
 */
export async function agir(
  contexte: Contexte,
  demande: ActionDemandee,
  decider: (tx: Sql, dossier: LigneDossier, auteur: ActeurEcrit) => Promise<Suite>,
): Promise<LigneDossier> {
  const { dossier } = await agirEtRendre(contexte, demande, async (...donnees) => ({
    suite: await decider(...donnees),
    rendu: null,
  }));
  return dossier;
}

/** The same, for an action that answers something else than the case: `rendu`. */
export function agirEtRendre<Rendu>(
  contexte: Contexte,
  demande: ActionDemandee,
  decider: Decider<LigneDossier, Rendu>,
): Promise<{ dossier: LigneDossier; rendu: Rendu }> {
  const { parcoursId, action, version } = demande;
  return ecrireEnTantQue(contexte, ecritureDe(demande), async (tx, lui) => {
    const dossier = estIdentifiant(parcoursId) ? await verrouillerDossier(tx, parcoursId) : undefined;
    if (dossier === undefined) throw introuvable("parcoursId", "Ce dossier n'existe pas.");
    const { rendu, conclure } = await ecrireLAction(tx, { lui, tenue: dossier, action, version }, decider);
    const apres = await requireDossier(tx, dossier.id);
    await conclure?.(tx, dossier.id);
    return { dossier: apres, rendu };
  });
}

/**
 * The same for what its client names by a need: it hangs from a case, or from none. Whoever does not see it is told that it does
 * not exist.
 */
export function agirSurLeBesoin<Rendu>(
  contexte: Contexte,
  demande: Omit<ActionDemandee, "version">,
  decider: Decider<LigneTenue, Rendu>,
): Promise<Rendu> {
  return ecrireEnTantQue(contexte, ecritureDe({ ...demande, version: null }), async (tx, lui) => {
    const tenue = await verrouillerTenue(tx, demande.parcoursId);
    if (tenue === undefined) throw introuvable("input.besoinId", "Ce besoin n'existe pas.");
    const { rendu, conclure } = await ecrireLAction(tx, { lui, tenue, action: demande.action, version: null }, decider);
    await conclure?.(tx, tenue.id);
    return rendu;
  });
}

type Decider<Ligne extends LigneTenue, Rendu> = (
  tx: Sql,
  ligne: Ligne,
  auteur: ActeurEcrit,
) => Promise<{ suite: Suite; rendu: Rendu }>;

const ecritureDe = ({ operation, parcoursId, version, cle, aBlanc, input }: ActionDemandee) => ({
  operation,
  cle,
  aBlanc,
  input: { parcoursId, version, input },
});

interface ActionSurTenue<Ligne extends LigneTenue> extends Pick<ActionDemandee, "action" | "version"> {
  readonly lui: Acteur;
  readonly tenue: Ligne;
}

/** What is common to every action, once what it acts on is held: right, state, decision, story. */
async function ecrireLAction<Ligne extends LigneTenue, Rendu>(
  tx: Sql,
  { lui, tenue, action, version }: ActionSurTenue<Ligne>,
  decider: Decider<Ligne, Rendu>,
): Promise<{ rendu: Rendu; conclure: Suite["conclure"] }> {
  const passage = exigerPassage(tenue, action, lui);
  if (version !== null && version !== tenue.version) throw versionPerimee(tenue.version);
  const auteur = ecrireActeur(lui, structurePorteuse(tenue));
  const { suite, rendu } = await decider(tx, tenue, auteur);
  const { issue, resume, envoyees, conclure, ...changement } = suite;
  const statut = statutSuivant(passage, tenue.statut, issue);
  await changerDossier(tx, tenue.id, { statut, ...changement });
  await noterEvenement(tx, {
    dossierId: tenue.id,
    type: action,
    acteur: auteur,
    resume,
    ...(envoyees && { envoyees }),
  });
  if (FERMES.has(statut) && statut !== tenue.statut) await retirerCeQuiAttend(tx, tenue.id);
  return { rendu, conclure };
}

type PassageDuDossier = Passage<StatutTenu, ActionDossier, RoleDossier>;

function exigerPassage(dossier: LigneTenue, action: ActionDossier, acteur: Acteur): PassageDuDossier {
  const permis = passagesPermis(PASSAGES_TENUS, dossier.statut, rolesSurLeDossier(acteur, dossier));
  const passage = permis.find((un) => un.action === action);
  if (passage !== undefined) return passage;
  const possibles = [...new Set(permis.map((un) => un.action))].join(", ") || "aucune";
  throw regleNonRemplie({
    regle: "ETATS_DU_DOSSIER",
    intitule: "Cette action n'est pas possible dans l'état du dossier.",
    conditions: [
      {
        code: action,
        libelle: `le dossier est ${dossier.statut} ; actions possibles : ${possibles}`,
        verdict: "NON",
      },
    ],
  });
}

function statutSuivant({ vers }: PassageDuDossier, statut: StatutTenu, issue: string | undefined): StatutTenu {
  if (vers === null) return statut;
  if (typeof vers === "string") return vers;
  const suivant = issue === undefined ? undefined : vers[issue];
  if (suivant === undefined) throw saisieInvalide("input", "Cette issue n'est pas prévue.");
  return suivant;
}
