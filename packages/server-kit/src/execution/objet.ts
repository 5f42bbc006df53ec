import { type FieldNode, type GraphQLObjectType, type SelectionSetNode, TypeNameMetaFieldDef } from "graphql";
import { type ExecuterChamp, executerChamp } from "./champ.ts";
import { type Choix, champsDemandes } from "./champs.ts";
import type { CompleterObjet } from "./completer.ts";
import type { Execution } from "./contexte.ts";
import type { Chemin } from "./fautes.ts";
import { estPromesse } from "./promesse.ts";

/** Gives the fields asked of an object, by response name; their promise when one of them is to come. */
export type ObjetPrevu = (execution: Execution, objet: unknown, chemin: Chemin | undefined) => unknown;

/** Prepares the fields that these selections ask of an object of this type. Throws as `champsDemandes` does. */
export function prevoirUnObjet(
  choix: Choix,
  type: GraphQLObjectType,
  selections: readonly SelectionSetNode[],
): ObjetPrevu {
  const champs: { readonly reponse: string; readonly executer: ExecuterChamp }[] = [];
  for (const [reponse, noeuds] of champsDemandes(choix, type, selections)) {
    const nom = noeuds[0]?.name.value ?? "";
    const definition = nom === TypeNameMetaFieldDef.name ? TypeNameMetaFieldDef : type.getFields()[nom];
    if (definition === undefined) continue;
    const champ = { reponse, parent: type, definition, noeuds };
    champs.push({ reponse, executer: executerChamp(champ, sousObjets(choix, noeuds)) });
  }
  return (execution, objet, chemin) => {
    const sortie: Record<string, unknown> = {};
    let aVenir: Promise<void>[] | undefined;
    try {
      for (const { reponse, executer } of champs) {
        const valeur = executer(execution, objet, chemin);
        // Written at once: the answer keeps the order of the question.
        ecrire(sortie, reponse, valeur);
        if (!estPromesse(valeur)) continue;
        aVenir ??= [];
        aVenir.push(valeur.then((venue) => ecrire(sortie, reponse, venue)));
      }
    } catch (raison) {
      if (aVenir === undefined) throw raison;
      // What began ends before the error is told, so that nothing is rejected unheard.
      return Promise.allSettled(aVenir).then(() => {
        throw raison;
      });
    }
    return aVenir === undefined ? sortie : Promise.all(aVenir).then(() => sortie);
  };
}

/** The objects below a field: prepared for a type the first time that one of it comes. */
function sousObjets(choix: Choix, noeuds: readonly FieldNode[]): CompleterObjet {
  const selections = noeuds.flatMap(({ selectionSet }) => selectionSet ?? []);
  return (type) => {
    let prevu: ObjetPrevu | undefined;
    return (execution, objet, chemin) => {
      prevu ??= prevoirUnObjet(choix, type, selections);
      return prevu(execution, objet, chemin);
    };
  };
}

/** A client may alias a field `__proto__`: an assignment would change what the object is. */
function ecrire(sortie: Record<string, unknown>, nom: string, value: unknown): void {
  if (nom !== "__proto__") sortie[nom] = value;
  else Object.defineProperty(sortie, nom, { value, enumerable: true, configurable: true, writable: true });
}
