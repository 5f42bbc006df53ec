import { type Classement, classer, type ElementClasse } from "../src/classement/classement.rule.ts";
import type { SourcesDuBesoin } from "../src/classement/faits.ts";
import { criteresDuBesoin } from "./exemples.ts";

/** The whole list, set aside included. */
export const classerTout = (recues: SourcesDuBesoin, criteres = criteresDuBesoin): Classement =>
  classer(criteres, recues, { ecartees: true, first: 100 });

export const ids = ({ elements }: Pick<Classement, "elements">): string[] => elements.map(({ cible }) => cible.id);

/** The element of this recipient. @throws when it is not in the list. */
export function element({ elements }: Classement, id: string): ElementClasse {
  const trouve = elements.find(({ cible }) => cible.id === id);
  if (trouve === undefined) throw new Error(`${id} n'est pas dans la liste`);
  return trouve;
}

export const phrases = ({ motifs }: ElementClasse): string[] => motifs.map(({ libelle }) => libelle);

export const numeros = (prefixe: string, nombre: number): string[] =>
  Array.from({ length: nombre }, (_, rang) => `${prefixe}${rang}`);
