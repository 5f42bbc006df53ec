import { COLONNES_DISPONIBILITE, type LigneDisponibilite } from "../disponibilite/disponibilite.repository.ts";
import {
  colonnesDePersonne,
  ecrireColonnes,
  type LigneProfessionnel,
} from "../professionnel/professionnel.repository.ts";
import { colonnesDeSituation, type LigneSituation } from "../situation/situation.repository.ts";
import type { Champs } from "./champs-demandes.ts";

/** What a page reads of each person and of the activity of its edge: what the query asks, and nothing else. */
export interface Selection {
  /** SQL, over the aliases `p` (person), `s` (activity) and `d` (its availability). */
  readonly colonnes: string;
  readonly jointures: string;
  /** Whether the table of activities must be read again for these columns. */
  readonly situation: boolean;
  readonly disponibilite: boolean;
}

/** What keeps an activity's columns and its availability's apart from the person's, in one row. */
const SITUATION = "s_";
const DISPONIBILITE = "d_";

/** Reads what is asked under a connection. */
export function selectionDe(connexion: Champs): Selection {
  const aretes = connexion.sous("edges");
  const personne = ecrireColonnes(colonnesDePersonne(aretes.sous("node").noms));
  if (!aretes.has("situation")) return { colonnes: personne, jointures: "", situation: false, disponibilite: false };
  const activite = aretes.sous("situation");
  const { colonnes, jointures } = colonnesDeSituation(activite.noms);
  const disponibilite = activite.has("disponibilite");
  const deLActivite = ecrireColonnes(colonnes, SITUATION);
  return {
    colonnes: [
      personne,
      deLActivite,
      ...(disponibilite ? [ecrireColonnes(COLONNES_DISPONIBILITE, DISPONIBILITE)] : []),
    ].join(", "),
    jointures: [...jointures, ...(disponibilite ? ["left join disponibilite d on d.situation_id = s.id"] : [])].join(
      " ",
    ),
    situation: true,
    disponibilite,
  };
}

/** A row of a page, its three parts told apart; null when the query asked nothing of it. */
interface Parts {
  readonly personne: LigneProfessionnel;
  readonly situation: LigneSituation | null;
  readonly disponibilite: LigneDisponibilite | null;
}

/** Parts a row again. The types promise every column: resolvers only read those of the fields that the query asks. */
export function separer(ligne: object): Parts {
  const personne: Record<string, unknown> = {};
  const situation: Record<string, unknown> = {};
  const disponibilite: Record<string, unknown> = {};
  for (const [cle, valeur] of Object.entries(ligne)) {
    if (cle.startsWith(SITUATION)) situation[cle.slice(SITUATION.length)] = valeur;
    else if (cle.startsWith(DISPONIBILITE)) disponibilite[cle.slice(DISPONIBILITE.length)] = valeur;
    else personne[cle] = valeur;
  }
  return {
    personne: personne as unknown as LigneProfessionnel,
    situation: typeof situation.id === "string" ? (situation as unknown as LigneSituation) : null,
    disponibilite:
      typeof disponibilite.situationId === "string" ? (disponibilite as unknown as LigneDisponibilite) : null,
  };
}
