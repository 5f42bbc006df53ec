import { Trace } from "@apollo/usage-reporting-protobuf";
import { MapperKind, mapSchema } from "@graphql-tools/utils";
import { defaultFieldResolver, type GraphQLFieldConfig, type GraphQLResolveInfo, type GraphQLSchema } from "graphql";

/** Header by which a gateway asks a subgraph how long each of its fields took (Apollo's federated traces, `ftv1`). */
export const ENTETE_TRACE_FEDEREE = "apollo-federation-include-trace";

/** One answer being timed. */
interface TraceFederee {
  /** The schema whose resolvers are timed. */
  readonly schema: GraphQLSchema;
  /** The finished trace, as `extensions.ftv1` carries it. */
  encoder(): string;
}

/** Times the answers of a subgraph, those that ask for it only: the others run on the schema as it is. */
export interface TracesFederees {
  /** Begins to time the operation that runs with this context. */
  ouvrir(contexte: object): TraceFederee;
}

/** Nothing is built before the first traced operation. */
export function createTracesFederees(schema: GraphQLSchema): TracesFederees {
  const arbres = new WeakMap<object, Arbre>();
  let chronometre: GraphQLSchema | undefined;
  return {
    ouvrir: (contexte) => {
      const arbre = new Arbre();
      arbres.set(contexte, arbre);
      chronometre ??= mapSchema(schema, { [MapperKind.OBJECT_FIELD]: (champ) => chronometrer(champ, arbres) });
      return { schema: chronometre, encoder: () => arbre.encoder() };
    },
  };
}

function chronometrer(
  champ: GraphQLFieldConfig<unknown, object>,
  arbres: WeakMap<object, Arbre>,
): GraphQLFieldConfig<unknown, object> {
  const { resolve = defaultFieldResolver } = champ;
  return {
    ...champ,
    resolve: (source, args, contexte, info) => {
      const finir = arbres.get(contexte)?.commencer(info);
      try {
        const valeur = resolve(source, args, contexte, info);
        if (valeur instanceof Promise) return valeur.finally(finir);
        finir?.();
        return valeur;
      } catch (error) {
        finir?.();
        throw error;
      }
    },
  };
}

type Chemin = GraphQLResolveInfo["path"];

/** The fields of one answer, each at its place. */
class Arbre {
  readonly #debut = new Date();
  readonly #depuis = process.hrtime.bigint();
  readonly #racine = new Trace.Node();
  /** A path object is met again as `prev` of its children's. */
  readonly #noeuds = new Map<Chemin, Trace.Node>();

  /** Notes that a field begins; the function returned, that it is done. */
  commencer({ path, returnType, parentType }: GraphQLResolveInfo): () => void {
    const noeud = this.#noeud(path);
    noeud.type = String(returnType);
    noeud.parentType = parentType.name;
    noeud.startTime = this.#duree();
    return () => {
      noeud.endTime = this.#duree();
    };
  }

  encoder(): string {
    const trace = Trace.create({
      startTime: horodatage(this.#debut),
      endTime: horodatage(new Date()),
      durationNs: this.#duree(),
      root: this.#racine,
    });
    return Buffer.from(Trace.encode(trace).finish()).toString("base64");
  }

  #noeud(chemin: Chemin): Trace.Node {
    const connu = this.#noeuds.get(chemin);
    if (connu !== undefined) return connu;
    const { key } = chemin;
    const noeud = new Trace.Node(typeof key === "number" ? { index: key } : { responseName: key });
    this.#noeuds.set(chemin, noeud);
    const parent = chemin.prev === undefined ? this.#racine : this.#noeud(chemin.prev);
    parent.child.push(noeud);
    return noeud;
  }

  #duree = (): number => Number(process.hrtime.bigint() - this.#depuis);
}

const horodatage = (date: Date) => ({
  seconds: Math.floor(date.getTime() / 1000),
  nanos: (date.getTime() % 1000) * 1e6,
});
