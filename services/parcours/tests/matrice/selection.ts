import { buildSubgraph } from "@coordination/server-kit";
import { parcoursService } from "../../src/index.ts";

/** What is needed of GraphQL's types to walk them. */
interface TypeLu {
  readonly name?: string;
  readonly ofType?: TypeLu;
  readonly getFields?: () => Readonly<Record<string, ChampLu>>;
}
interface ChampLu {
  readonly name: string;
  readonly type: TypeLu;
  readonly args: readonly { readonly name: string; readonly type: TypeLu; readonly defaultValue?: unknown }[];
}

/** Answered by the directory, from its own data: here they are references, and only their key is read. */
const DE_L_ANNUAIRE = new Set([
  "Structure",
  "Professionnel",
  "SituationExercice",
  "EquipeProtocole",
  "PossibiliteDelegation",
  "Commune",
]);
/** Computed from what the directory answers, which a subgraph alone does not have. */
const DEMANDENT_L_ANNUAIRE = new Set([
  "propositions",
  "candidatsProfessionnels",
  "candidatsStructures",
  "possibilites",
]);

const nomme = (type: TypeLu): TypeLu => (type.ofType === undefined ? type : nomme(type.ofType));
const obligatoire = (type: TypeLu): boolean => String(type).endsWith("!");

/**
 * Every field of a type, with every field of what it leads to, each type once on a path: whatever can be asked of it. A field that
 * leads to more than `maximum` others comes several times, each with a part of them.
 */
export async function champsDe(nom: string, maximum = Number.POSITIVE_INFINITY): Promise<readonly string[]> {
  const { schema } = await buildSubgraph(parcoursService.definition);
  const type = schema.getType(nom) as TypeLu | undefined;
  if (type === undefined) throw new Error(`no type ${nom}`);
  return champs(type, { chemin: [], maximum });
}

/** The same in one selection. */
export const toutCeQuePermet = async (nom: string): Promise<string> => (await champsDe(nom)).join(" ");

/** Fields together, in as few selections of at most `maximum` fields as they come. */
export function empaqueter(champs: readonly string[], maximum: number): readonly string[] {
  const paquets: string[] = [];
  for (const champ of champs) {
    const ensemble = `${paquets.at(-1) ?? ""} ${champ}`;
    if (paquets.length > 0 && nombreDeChamps(ensemble) <= maximum) paquets.splice(-1, 1, ensemble);
    else paquets.push(champ);
  }
  return paquets;
}
const nombreDeChamps = (selection: string): number => selection.split(/[\s{}]+/).length;

/** Where one is in the walk: the types crossed, and how much a selection may hold. */
interface Marche {
  readonly chemin: readonly string[];
  readonly maximum: number;
}

function champs(type: TypeLu, { chemin, maximum }: Marche): readonly string[] {
  const siens = Object.values(type.getFields?.() ?? {});
  if (DE_L_ANNUAIRE.has(type.name ?? "")) return [siens[0]?.name ?? "__typename"];
  return siens
    .filter(({ name }) => !DEMANDENT_L_ANNUAIRE.has(name))
    .flatMap((champ) => demander(champ, { chemin: [...chemin, type.name ?? ""], maximum }));
}

function demander({ name, type, args }: ChampLu, marche: Marche): readonly string[] {
  const exiges = args.filter((argument) => obligatoire(argument.type) && argument.defaultValue === undefined);
  if (exiges.some((argument) => argument.name !== "first")) throw new Error(`${name}: an argument to choose`);
  const appel = exiges.length > 0 ? `${name}(first: 20)` : name;
  const suivant = nomme(type);
  if (suivant.getFields === undefined) return [appel];
  if (marche.chemin.includes(suivant.name ?? "")) return [];
  return empaqueter(champs(suivant, marche), marche.maximum).map((paquet) => `${appel} { __typename ${paquet} }`);
}
