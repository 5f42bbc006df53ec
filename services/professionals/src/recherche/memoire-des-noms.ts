import { LRUCache } from "lru-cache";
import type { Question } from "./question.ts";
import type { Compte } from "./recherche.repository.ts";

const NOMS_RETENUS = 1_000;
/** What is remembered only spares work: a count that stopped is no more exact when it is made again. */
const RETENUS_PENDANT_MS = 5 * 60_000;

/** A name that was found to be frequent, and how it was counted, if it was. */
interface NomFrequent {
  readonly compte: Compte | null;
  readonly avecFacettes: boolean;
}

/** What a service remembers of the frequent names, typed all day long: that they are, and the counts that stopped. */
export interface MemoireDesNoms {
  estFrequent(question: Question): boolean;
  /** The count of this name, with its facets when they are wanted; null when it is to be made. */
  compteDe(question: Question, avecFacettes: boolean): Compte | null;
  /** Remembers a frequent name; its count too, when it stopped. */
  retenir(question: Question, compte: Compte | null, avecFacettes: boolean): void;
}

export function createMemoireDesNoms(): MemoireDesNoms {
  const noms = new LRUCache<string, NomFrequent>({ max: NOMS_RETENUS, ttl: RETENUS_PENDANT_MS });
  const cleDe = ({ criteres, moment }: Question) => JSON.stringify([criteres.nom, criteres.filtre, moment.aujourdhui]);
  return {
    estFrequent: (question) => noms.has(cleDe(question)),
    compteDe: (question, avecFacettes) => {
      const connu = noms.get(cleDe(question));
      return connu === undefined || (avecFacettes && !connu.avecFacettes) ? null : connu.compte;
    },
    retenir: (question, compte, avecFacettes) => {
      const arrete = compte?.exact === false ? compte : null;
      noms.set(cleDe(question), { compte: arrete, avecFacettes: arrete !== null && avecFacettes });
    },
  };
}
