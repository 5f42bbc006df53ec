import { COLONNES_DISPONIBILITE, type LigneDisponibilite } from "../disponibilite/disponibilite.repository.ts";
import {
  type Colonne,
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
  /** True when nothing is read of the activity but its keys: whoever found it may have them already. */
  readonly reperesSeuls: boolean;
  /** The properties of each part; null when the query asks nothing of it. */
  readonly personne: readonly Propriete[];
  readonly situation: readonly Propriete[] | null;
  readonly disponibilite: readonly Propriete[] | null;
}

/** A property, and the name of its column in the row. */
type Propriete = readonly [propriete: string, colonne: string];

/** What keeps an activity's columns and its availability's apart from the person's, in one row. */
const SITUATION = "s_";
const DISPONIBILITE = "d_";

/** Fields are read once for each document, so that they are keys. */
const lues = new WeakMap<Champs, Selection>();

/** Reads what is asked under a connection. */
export function selectionDe(connexion: Champs): Selection {
  const connue = lues.get(connexion) ?? lire(connexion);
  lues.set(connexion, connue);
  return connue;
}

function lire(connexion: Champs): Selection {
  const aretes = connexion.sous("edges");
  const dePersonne = colonnesDePersonne(aretes.sous("node").noms);
  const personne = proprietes(dePersonne);
  const colonnes = ecrireColonnes(dePersonne);
  if (!aretes.has("situation"))
    return { colonnes, jointures: "", reperesSeuls: false, personne, situation: null, disponibilite: null };
  const activite = aretes.sous("situation");
  const deSituation = colonnesDeSituation(activite.noms);
  const { reperesSeuls } = deSituation;
  const commun = { personne, reperesSeuls, situation: proprietes(deSituation.colonnes, SITUATION) };
  const avecSituation = [colonnes, ecrireColonnes(deSituation.colonnes, SITUATION)];
  if (!activite.has("disponibilite")) {
    const jointures = deSituation.jointures.join(" ");
    return { ...commun, colonnes: avecSituation.join(", "), jointures, disponibilite: null };
  }
  return {
    ...commun,
    colonnes: [...avecSituation, ecrireColonnes(COLONNES_DISPONIBILITE, DISPONIBILITE)].join(", "),
    jointures: [...deSituation.jointures, "left join disponibilite d on d.situation_id = s.id"].join(" "),
    disponibilite: proprietes(COLONNES_DISPONIBILITE, DISPONIBILITE),
  };
}

const proprietes = (colonnes: readonly Colonne[], prefixe = ""): readonly Propriete[] =>
  colonnes.map(([propriete]) => [propriete, `${prefixe}${propriete}`]);

/** A row of a page, its three parts told apart; null when the query asked nothing of it. */
export interface Parts {
  readonly personne: LigneProfessionnel;
  readonly situation: LigneSituation | null;
  readonly disponibilite: LigneDisponibilite | null;
}

/** Parts a row again. The types promise every column: resolvers only read those of the fields that the query asks. */
export function separer(ligne: object, selection: Selection): Parts {
  const lue = ligne as Readonly<Record<string, unknown>>;
  const situation = selection.situation === null ? null : partie(lue, selection.situation);
  const disponibilite = selection.disponibilite === null ? null : partie(lue, selection.disponibilite);
  return {
    personne: partie(lue, selection.personne) as unknown as LigneProfessionnel,
    situation: situation as unknown as LigneSituation | null,
    disponibilite:
      typeof disponibilite?.situationId === "string" ? (disponibilite as unknown as LigneDisponibilite) : null,
  };
}

function partie(ligne: Readonly<Record<string, unknown>>, attendues: readonly Propriete[]): Record<string, unknown> {
  const partie: Record<string, unknown> = {};
  for (const [propriete, colonne] of attendues) partie[propriete] = ligne[colonne];
  return partie;
}
