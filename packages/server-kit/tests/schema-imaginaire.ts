import { createHash } from "node:crypto";
import { buildSubgraphSchema } from "@apollo/subgraph";
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  parse,
} from "graphql";

/** How what is made up may go wrong. */
export interface Humeur {
  /** Some values come later. */
  readonly asynchrone: boolean;
  /** Some fields that cannot be null fail. */
  readonly casse: boolean;
}

/** One chance out of `sur`, always the same for the same words. */
const hasard = (mots: string, sur: number): number => createHash("sha1").update(mots).digest().readUInt32BE() % sur;

/**
 * A schema whose fields answer anything it allows, and some of what it does not, always the same for the same question: read by
 * resolvers or held by their object, at once or later, failing, null, of a wrong kind.
 */
export function imaginerUnSchema(sdl: string, humeur: Humeur): GraphQLSchema {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl) }]);
  const imaginaire = new Imaginaire(schema, humeur);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__")) continue;
    if (isAbstractType(type)) type.resolveType = (objet: { vraiType: string }) => objet.vraiType;
    if (isObjectType(type)) imaginaire.garnir(type);
  }
  return schema;
}

class Imaginaire {
  readonly #schema: GraphQLSchema;
  readonly #humeur: Humeur;

  constructor(schema: GraphQLSchema, humeur: Humeur) {
    this.#schema = schema;
    this.#humeur = humeur;
  }

  /** Half of the fields have a resolver; those of the root, all. */
  garnir(type: GraphQLObjectType): void {
    const estRacine = type === this.#schema.getQueryType();
    for (const champ of Object.values(type.getFields())) {
      delete champ.resolve;
      if (!estRacine && hasard(`${type.name}.${champ.name} lu`, 2) === 0) continue;
      champ.resolve = (source: { graine?: number } | undefined, args) =>
        this.#valeurDe(champ, `${type.name}.${champ.name} ${source?.graine} ${JSON.stringify(args)}`);
    }
  }

  #valeurDe(champ: GraphQLField<unknown, unknown>, graine: string): unknown {
    const peutEchouer = this.#humeur.casse || !isNonNullType(champ.type);
    if (peutEchouer && hasard(`${graine} échec`, 30) === 0) return this.#echouer(champ, graine);
    return this.#plusTard(this.#imaginer(champ.type, graine), graine);
  }

  #echouer({ name }: GraphQLField<unknown, unknown>, graine: string): unknown {
    const raison = new Error(`échec de ${name}`);
    const facon = hasard(`${graine} façon`, 3);
    if (facon === 0) throw raison;
    return facon === 1 && this.#humeur.asynchrone ? Promise.reject(raison) : raison;
  }

  #plusTard(valeur: unknown, graine: string): unknown {
    return this.#humeur.asynchrone && hasard(`${graine} tard`, 4) === 0 ? Promise.resolve(valeur) : valeur;
  }

  #imaginer(type: GraphQLOutputType, graine: string): unknown {
    if (isNonNullType(type)) {
      const nul = this.#humeur.casse && hasard(`${graine} nul`, 60) === 0;
      return nul ? undefined : this.#imaginer(type.ofType, `${graine}!`);
    }
    if (!graine.endsWith("!") && hasard(`${graine} nul`, 12) === 0) return hasard(graine, 2) === 0 ? null : undefined;
    if (isListType(type)) {
      if (this.#humeur.casse && hasard(`${graine} sans liste`, 60) === 0) return "pas une liste";
      const elements = Array.from({ length: hasard(graine, 4) }, (_, rang) =>
        this.#plusTard(this.#imaginer(type.ofType, `${graine} ${rang}`), `${graine} ${rang}`),
      );
      // Not a Set, which would hold once two equal values, and twice when one of them comes later.
      return hasard(`${graine} autre`, 5) === 0 ? { [Symbol.iterator]: () => elements.values() } : elements;
    }
    if (isLeafType(type)) return this.#feuille(type, graine);
    return this.#objet(type, graine);
  }

  #feuille(type: GraphQLNamedType, graine: string): unknown {
    if (this.#humeur.casse && hasard(`${graine} faux`, 60) === 0) return { faux: true };
    if (isEnumType(type)) return type.getValues()[hasard(graine, type.getValues().length)]?.value;
    if (isScalarType(type) && type.name === "Int") return hasard(graine, 100);
    if (isScalarType(type) && type.name === "Float") return hasard(graine, 1000) / 10;
    if (isScalarType(type) && type.name === "Boolean") return hasard(graine, 2) === 1;
    return `texte ${hasard(graine, 1000)}`;
  }

  /** What an object holds of itself: for the fields without a resolver, a value or a function that gives it. */
  #objet(type: GraphQLNamedType, graine: string): unknown {
    const possibles = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
    const reel = possibles[hasard(graine, possibles.length)];
    if (!isObjectType(reel)) throw new Error(`Nothing can be a ${type.name}`);
    const inconnu = this.#humeur.casse && isInterfaceType(type) && hasard(`${graine} type`, 40) === 0;
    const objet = { graine: hasard(graine, 1_000_000), vraiType: inconnu ? "Inconnu" : reel.name };
    for (const champ of Object.values(reel.getFields())) {
      if (champ.resolve !== undefined) continue;
      const dit = `${champ.name} ${objet.graine}`;
      const lire = () => this.#valeurDe(champ, dit);
      const enMethode = hasard(`${dit} méthode`, 10) === 0;
      Object.defineProperty(objet, champ.name, enMethode ? { value: lire } : { get: lire });
    }
    return objet;
  }
}
