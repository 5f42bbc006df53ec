import { ATTENDU, ENTREES, type Lecture, secretsDe, tries } from "@coordination/parcours/tests/matrice/attendu";
import type { Scene } from "@coordination/parcours/tests/matrice/scene";
import { champsDe, empaqueter } from "@coordination/parcours/tests/matrice/selection";
import type { PorteDeTest, Reponse } from "@coordination/parcours/tests/sous-graphe";
import type { Acteur } from "@coordination/server-kit";
import { expect } from "vitest";

const ABSENT = "00000000-0000-4000-8000-000000000000";
/** What somebody may be told instead of an answer. */
const REFUS = ["UNAUTHENTICATED", "FORBIDDEN"];
const LISTES = [
  ["mesParcours", "mesParcours(first: 50)", "Parcours"],
  ["recues", "boiteOrientations(sens: RECUES, first: 50)", "Orientation"],
  ["emises", "boiteOrientations(sens: EMISES, first: 50)", "Orientation"],
] as const satisfies readonly (readonly [keyof Lecture, string, string])[];
type Type = (typeof ENTREES)[number][1];

/** Fewer fields than a document of the gateway may have: everything is asked in a few questions. */
const CHAMPS_PAR_QUESTION = 500;

const selections = new Map<Type, Promise<readonly string[]>>();
/** What may be asked of a type, in as few selections as the gateway's limit allows; read once of the schema. */
function selectionsDe(type: Type): Promise<readonly string[]> {
  const connues = selections.get(type) ?? tout(type);
  selections.set(type, connues);
  return connues;
}

const tout = async (type: Type): Promise<readonly string[]> =>
  empaqueter(await champsDe(type, CHAMPS_PAR_QUESTION), CHAMPS_PAR_QUESTION);

/** Asks all that `type` has, as `requete` asks; a question may be refused for who asks it, never for what it weighs. */
async function demanderTout(
  porte: PorteDeTest,
  type: Type,
  requete: (selection: string) => string,
  { variables = {}, acteur }: { variables?: Record<string, unknown>; acteur: Acteur | null },
): Promise<readonly Reponse[]> {
  const reponses: Reponse[] = [];
  for (const selection of await selectionsDe(type))
    reponses.push(await porte.demander(requete(selection), variables, acteur));
  for (const { errors = [] } of reponses)
    for (const { extensions } of errors) expect(REFUS).toContain(extensions?.code);
  return reponses;
}

/**
 * What someone reads of the scene through this door, by asking for everything by its identifier then in the lists, is exactly what
 * the table says; what is not for them differs in nothing from what does not exist.
 */
export async function verifierCeQueLit(
  role: string,
  acteur: Acteur | null,
  { porte, scene }: { porte: PorteDeTest; scene: Scene },
): Promise<void> {
  for (const [entree, type] of ENTREES) {
    const attendu = ATTENDU[role]?.[entree] ?? "";
    const parSonNom = (selection: string) =>
      `query Tout($id: ID!) { vu: ${type.toLowerCase()}(id: $id) { ${selection} } }`;
    const lire = (id: string) => demanderTout(porte, type, parSonNom, { variables: { id }, acteur });
    const reponses = await lire(scene[entree]);
    expect([entree, secretsDe(reponses)]).toEqual([entree, tries(attendu)]);
    if (attendu === "") expect(reponses).toEqual(await lire(ABSENT));
  }
  for (const [nom, champ, type] of LISTES) {
    const parLaListe = (selection: string) =>
      `query Liste { liste: ${champ} { edges { node { ${selection} } } pageInfo { endCursor } } }`;
    const reponses = await demanderTout(porte, type, parLaListe, { acteur });
    expect([nom, secretsDe(reponses)]).toEqual([nom, tries(ATTENDU[role]?.[nom] ?? "")]);
  }
}
