import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PASSAGES_DU_DOSSIER, STATUTS_DU_DOSSIER } from "../dossier/etats.ts";
import { PASSAGES_DE_L_ORIENTATION, STATUTS_DE_L_ORIENTATION } from "../orientation/etats.ts";
import { etatsSuivants, type Passage, passagesPermis } from "./table.ts";

type Table = readonly Passage<string, string, string>[];
const TABLES: readonly (readonly [
  nom: string,
  table: Table,
  etats: readonly string[],
  initial: string,
  fins: readonly string[],
])[] = [
  ["du dossier", PASSAGES_DU_DOSSIER, STATUTS_DU_DOSSIER, "DEMANDE_RECUE", ["CLOS", "REFUSEE", "REORIENTEE"]],
  [
    "de l'orientation",
    PASSAGES_DE_L_ORIENTATION,
    STATUTS_DE_L_ORIENTATION,
    "ENVOYEE",
    ["TERMINEE", "REFUSEE", "RETIREE", "DESISTEE", "ANNULEE", "SANS_REPONSE"],
  ],
];

/** Every state that some path reaches from this one, itself included. */
function atteignables(table: Table, depart: string): ReadonlySet<string> {
  const vus = new Set([depart]);
  const aVoir = [depart];
  for (let etat = aVoir.pop(); etat !== undefined; etat = aVoir.pop()) {
    for (const passage of table.filter(({ de }) => de.includes(etat))) {
      for (const suivant of etatsSuivants(passage, etat)) {
        if (vus.has(suivant)) continue;
        vus.add(suivant);
        aVoir.push(suivant);
      }
    }
  }
  return vus;
}

describe.each(TABLES)("La table des états %s", (_nom, table, etats, initial, fins) => {
  const roles = [...new Set(table.flatMap(({ par }) => par))];

  it("atteint chaque état depuis le premier", () => {
    expect([...atteignables(table, initial)].toSorted()).toEqual([...etats].toSorted());
  });

  it("mène de chaque état à une fin", () => {
    for (const etat of etats)
      expect([...atteignables(table, etat)].some((atteint) => fins.includes(atteint))).toBe(true);
  });

  it("n'a pas d'impasse : de chaque état qui n'est pas une fin, une personne peut sortir", () => {
    for (const etat of etats.filter((un) => !fins.includes(un))) {
      const sorties = table.filter(
        (passage) =>
          passage.de.includes(etat) &&
          passage.par.some((role) => role !== "SERVICE") &&
          etatsSuivants(passage, etat).some((suivant) => suivant !== etat),
      );
      expect([etat, sorties.length > 0]).toEqual([etat, true]);
    }
  });

  it("ne dit jamais deux choses de la même action dans le même état", () => {
    const cles = table.flatMap(({ action, de }) => de.map((etat) => `${etat} ${action}`));
    expect(cles).toEqual([...new Set(cles)]);
  });

  it("ne permet rien à qui n'a aucun rôle, et tout ce qu'elle permet à un rôle le reste avec un rôle de plus", () => {
    fc.assert(
      fc.property(fc.constantFrom(...etats), fc.subarray(roles), fc.subarray(roles), (etat, siens, autres) => {
        const permis = passagesPermis(table, etat, siens);
        const plus = passagesPermis(table, etat, [...siens, ...autres]);
        expect(passagesPermis(table, etat, [])).toEqual([]);
        for (const passage of permis) expect(plus).toContain(passage);
      }),
    );
  });
});
