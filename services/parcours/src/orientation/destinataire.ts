import { introuvable, regleNonRemplie, saisieInvalide } from "@coordination/server-kit";
import type { NatureBesoin, TypeStructure, Verdict } from "@coordination/vocabulaire";
import { destinataireEquipe, destinataireSituation, destinataireStructure } from "../annuaire.operations.ts";
import { peutAppuyer, peutMettreEnRelation, peutRecevoir } from "../classement/cible-de-soins.rule.ts";
import type { Contexte } from "../contexte.ts";
import type { DestinataireInput } from "./orientation.input.ts";
import type { NatureOrientation } from "./orientation.type.ts";

/** A recipient that the directory vouches for: what it is, and who answers for it. */
export interface DestinataireVerifie {
  readonly situationId: string | null;
  readonly structureId: string | null;
  readonly equipeId: string | null;
  readonly destinataireStructureId: string | null;
  readonly destinataireProfessionnelId: string | null;
}

const AUCUN: DestinataireVerifie = {
  situationId: null,
  structureId: null,
  equipeId: null,
  destinataireStructureId: null,
  destinataireProfessionnelId: null,
};

/** What is asked of the recipient, and for whom. */
export interface DemandeAuDestinataire {
  readonly nature: NatureBesoin;
  readonly envoi: NatureOrientation;
  readonly sansMedecinTraitant: Verdict;
}

/**
 * Asks the directory what a recipient is. What is closed, or waits for the word of who would practise there, receives nothing. A DAC, a CPTS or a SAMU receives no referral for care; a CPTS may be asked for a contact
 * by someone without a treating doctor, and a DAC for its support. Never call it inside a transaction.
 * @throws BAD_USER_INPUT, NOT_FOUND, RULE_NOT_MET at `champ`; SUBGRAPH_UNAVAILABLE when the directory does not answer
 */
export async function exigerDestinataire(
  contexte: Contexte,
  { situationId, structureId, equipeId }: DestinataireInput,
  demande: DemandeAuDestinataire,
  champ: string,
): Promise<DestinataireVerifie> {
  const donnes = [situationId, structureId, equipeId].filter((id) => typeof id === "string");
  if (donnes.length !== 1)
    throw saisieInvalide(champ, "Donnez une situation, une structure ou une équipe : un seul des trois.");
  if (typeof situationId === "string") return parSituation(contexte, situationId, demande, `${champ}.situationId`);
  if (typeof structureId === "string") return parStructure(contexte, structureId, demande, `${champ}.structureId`);
  return parEquipe(contexte, equipeId ?? "", `${champ}.equipeId`);
}

async function parSituation(
  { annuaire, appel, aujourdhui }: Contexte,
  id: string,
  demande: DemandeAuDestinataire,
  champ: string,
) {
  const { situation } = await annuaire.demander(destinataireSituation, { id }, appel, { id: champ });
  if (situation === null) throw introuvable(champ, "L'annuaire ne connaît pas cette activité.");
  const { confirmee, fermeLe, jusquA } = situation;
  if (fermeLe !== null || (jusquA !== null && jusquA < aujourdhui))
    throw saisieInvalide(champ, "Cette activité a pris fin.");
  if (!confirmee)
    throw saisieInvalide(champ, "Cette activité attend que la personne la confirme : rien ne s'y adresse.");
  exigerCible(situation.structure?.type ?? null, demande);
  return {
    ...AUCUN,
    situationId: situation.id,
    destinataireProfessionnelId: situation.professionnel.id,
    destinataireStructureId: situation.structure?.id ?? null,
  };
}

async function parStructure({ annuaire, appel }: Contexte, id: string, demande: DemandeAuDestinataire, champ: string) {
  const { structure } = await annuaire.demander(destinataireStructure, { id }, appel, { id: champ });
  if (structure === null) throw introuvable(champ, "L'annuaire ne connaît pas cette structure.");
  if (structure.fermeeLe !== null) throw saisieInvalide(champ, "Cette structure est fermée.");
  exigerCible(structure.type, demande);
  return { ...AUCUN, structureId: structure.id, destinataireStructureId: structure.id };
}

async function parEquipe({ annuaire, appel }: Contexte, id: string, champ: string) {
  const { equipeProtocole } = await annuaire.demander(destinataireEquipe, { id }, appel, { id: champ });
  if (equipeProtocole === null) throw introuvable(champ, "Cette équipe n'est pas déclarée.");
  if (equipeProtocole.finieLe !== null) throw saisieInvalide(champ, "Cette équipe a pris fin.");
  return { ...AUCUN, equipeId: equipeProtocole.id, destinataireStructureId: equipeProtocole.structure.id };
}

function exigerCible(lu: string | null, { nature, envoi, sansMedecinTraitant }: DemandeAuDestinataire): void {
  const type = lu as TypeStructure | null;
  if (envoi === "DEMANDE_APPUI") {
    if (!peutAppuyer(type))
      throw mauvaiseCible(type, {
        regle: "CIBLE_D_APPUI",
        intitule: "Une demande d'appui s'adresse à un DAC.",
        libelle: "le destinataire est un DAC",
      });
    return;
  }
  const contact = envoi === "MISE_EN_RELATION";
  if (peutRecevoir(type, nature) || peutMettreEnRelation({ type, contact, sansMedecinTraitant })) return;
  throw mauvaiseCible(type, {
    regle: "CIBLE_DE_SOINS",
    intitule: "Un DAC et une CPTS ne soignent pas, un SAMU s'appelle : ils ne reçoivent pas d'orientation de soins.",
    libelle:
      "la structure peut recevoir une orientation de soins, ou c'est une CPTS que l'on sollicite pour une mise en relation d'une personne sans médecin traitant",
  });
}

const mauvaiseCible = (
  type: TypeStructure | null,
  { regle, intitule, libelle }: { readonly regle: string; readonly intitule: string; readonly libelle: string },
) => regleNonRemplie({ regle, intitule, conditions: [{ code: `TYPE_${type}`, libelle, verdict: "NON" }] });
