import { randomUUID } from "node:crypto";
import { appliquer } from "@coordination/rules";
import { ecrireUneFois, introuvable, regleNonRemplie, saisieInvalide } from "@coordination/server-kit";
import { membreDEquipe, structureDEquipe } from "../annuaire.operations.ts";
import type { Delegation } from "../catalogue/delegation.ts";
import { versionAuJour } from "../catalogue/versions.ts";
import type { Contexte } from "../context.ts";
import { conformiteDeLEquipe } from "./conformite.rule.ts";
import { exigerDroitSurLEquipe, exigerEcriture } from "./droits.ts";
import { insererEquipe, type MembreAEcrire } from "./ecriture.repository.ts";
import type { DeclarerEquipeProtocoleInput } from "./equipe.input.ts";

const MEMBRES_MAXIMUM = 40;

/**
 * Declares a team: the text asks for one, the structure and each member are known to the directory, and nothing that is
 * already sure stands against it (a wrong profession, a setting that the text does not admit). What is only unknown, a
 * training not attested yet, may come later. Returns the team's id.
 * @throws UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT, NOT_FOUND, RULE_NOT_MET; SUBGRAPH_UNAVAILABLE when the directory does
 * not answer: nothing is then written
 */
export async function declarerEquipe(
  contexte: Contexte,
  input: DeclarerEquipeProtocoleInput,
  cle: string,
): Promise<string> {
  const acteur = exigerEcriture(contexte.appel.acteur);
  exigerDroitSurLEquipe(acteur, input.structureId);
  exigerMembres(input);
  if (input.declareeLe > contexte.aujourdhui) {
    throw saisieInvalide("input.declareeLe", "Une équipe ne se déclare pas à une date à venir.");
  }
  const delegation = await exigerProtocole(contexte, input);
  const typeStructure = await exigerStructure(contexte, input.structureId);
  const membres = await Promise.all([
    ...input.delegants.map((id, rang) => exigerMembre(contexte, id, "DELEGANT", `input.delegants.${rang}`)),
    ...input.delegues.map((id, rang) => exigerMembre(contexte, id, "DELEGUE", `input.delegues.${rang}`)),
  ]);
  const conformite = appliquer(conformiteDeLEquipe(delegation), {
    le: input.declareeLe,
    declareeLe: input.declareeLe,
    finieLe: null,
    typeStructure,
    membres: membres.map(({ role, professions, savoirFaire }) => ({
      role,
      exercices: { professions, savoirFaire },
      formationAttesteeLe: null,
    })),
  });
  if (conformite.verdict === "NON") throw regleNonRemplie(conformite);
  const { delegation: code, structureId, declareeLe } = input;
  return ecrireUneFois(contexte.database, { acteur, operation: "declarerEquipeProtocole", cle, input }, async (tx) => {
    const id = randomUUID();
    await insererEquipe(tx, { id, delegation: code, structureId, typeStructure, declareeLe }, membres);
    return id;
  });
}

function exigerMembres({ delegants, delegues }: DeclarerEquipeProtocoleInput): void {
  if (delegants.length === 0) throw saisieInvalide("input.delegants", "Une équipe compte au moins un délégant.");
  if (delegues.length === 0) throw saisieInvalide("input.delegues", "Une équipe compte au moins un délégué.");
  const tous = [...delegants, ...delegues];
  if (tous.length > MEMBRES_MAXIMUM) {
    throw saisieInvalide("input.delegues", `Une équipe compte au plus ${MEMBRES_MAXIMUM} membres.`);
  }
  if (new Set(tous).size < tous.length) {
    throw saisieInvalide("input.delegues", "Une personne n'a qu'un rôle dans une équipe.");
  }
}

async function exigerProtocole(
  { loaders }: Contexte,
  { delegation: code, declareeLe }: DeclarerEquipeProtocoleInput,
): Promise<Delegation> {
  const { delegations } = await loaders.catalogue();
  const version = versionAuJour(
    delegations.filter((delegation) => delegation.code === code),
    declareeLe,
  );
  if (version === null) throw introuvable("input.delegation", "Le catalogue n'a pas de délégation de ce code.");
  if (!version.conditions.some(({ epreuve }) => epreuve.genre === "EQUIPE_DECLAREE")) {
    throw saisieInvalide("input.delegation", "Ce texte ne demande pas d'équipe déclarée.");
  }
  return version;
}

async function exigerStructure({ annuaire, appel }: Contexte, id: string): Promise<string> {
  const champ = "input.structureId";
  const { structure } = await annuaire.demander(structureDEquipe, { id }, appel, { id: champ });
  if (structure === null) throw introuvable(champ, "L'annuaire ne connaît pas cette structure.");
  if (structure.fermeeLe !== null) throw saisieInvalide(champ, "Cette structure est fermée.");
  return structure.type;
}

async function exigerMembre(
  { annuaire, appel }: Contexte,
  id: string,
  role: MembreAEcrire["role"],
  champ: string,
): Promise<MembreAEcrire> {
  const { professionnel } = await annuaire.demander(membreDEquipe, { id }, appel, { id: champ });
  if (professionnel === null) throw introuvable(champ, "L'annuaire ne connaît pas cette personne.");
  return {
    professionnelId: professionnel.id,
    role,
    professions: professionnel.exercices.map(({ profession }) => profession.code),
    savoirFaire: professionnel.exercices.flatMap(({ savoirFaire }) => savoirFaire.map(({ code }) => code)),
  };
}
