import {
  type DureeDeConservation,
  estObjetConserve,
  lireDuree,
  OBJETS_CONSERVES,
  type ObjetConserve,
} from "@coordination/parcours";
import { UsageError } from "../commande.ts";

/** What was asked of `npm run conservation`. */
export type Demande =
  | { readonly commande: "montrer" }
  | { readonly commande: "appliquer"; readonly aBlanc: boolean }
  | ({ readonly commande: "fixer"; readonly objet: ObjetConserve; readonly source: string } & DureeDeConservation);

const USAGE = `npm run conservation -- montrer
npm run conservation -- fixer <${Object.keys(OBJETS_CONSERVES).join(" | ")}> <20ans | 18mois | 90jours | aucune> "<texte qui fixe la durée>"
npm run conservation -- appliquer [--a-blanc]`;

const refus = (explication: string): UsageError => new UsageError(`${explication}\n${USAGE}`);

/** Reads what was asked, before anything is opened. Throws UsageError. */
export function lireDemande([commande, ...reste]: readonly string[]): Demande {
  if (commande === "montrer" && reste.length === 0) return { commande };
  if (commande === "appliquer" && reste.length === 0) return { commande, aBlanc: false };
  if (commande === "appliquer" && reste.length === 1 && reste[0] === "--a-blanc") return { commande, aBlanc: true };
  if (commande === "fixer" && reste.length <= 3) return lireDecision(reste);
  throw new UsageError(USAGE);
}

function lireDecision([objet, duree = "", source = ""]: readonly string[]): Demande {
  if (!estObjetConserve(objet)) throw refus(`Objet inconnu : ${objet ?? "(absent)"}.`);
  const lue = lireDuree(duree);
  if (lue === null)
    throw refus(`Durée illisible : ${duree || "(absente)"} ; huit jours au moins, deux mille ans au plus.`);
  if (source.trim() === "") throw refus("Dites quel texte fixe cette durée : aucune ne va de soi.");
  return { commande: "fixer", objet, ...lue, source: source.trim() };
}
