import { coutDepasse, debitEpuise, horsBornes } from "@coordination/server-kit";
import { GraphQLError } from "graphql";
import { withStatus } from "../erreurs.ts";
import type { Debit, EtatDuDebit } from "./debit.ts";
import type { CoutDOperation, DecoupeFautive } from "./operation.ts";

/** What a request that is refused before it has a cost takes from its client. */
const COUT_D_UN_REFUS = 5;

type Variables = Readonly<Record<string, unknown>>;
type Donnees = Readonly<Record<string, unknown>> | null | undefined;

/** What an answer tells of its cost. */
export interface Addition {
  readonly cost: { readonly requested: number; readonly actual: number; readonly remaining: number | null };
  readonly entetes: readonly (readonly [string, string])[];
}

/** Where the requests of the public door are counted. */
export interface Caisse {
  readonly maximum: number;
  /** Null when nothing bounds what a client spends. */
  readonly debit: Debit | null;
}

/** What one request costs its client, from before it runs to its answer. */
export class Compte {
  readonly #caisse: Caisse;
  readonly #client: string;
  #demande = 0;
  #cout: CoutDOperation | null = null;
  #etat: EtatDuDebit | null = null;

  constructor(caisse: Caisse, client: string) {
    this.#caisse = caisse;
    this.#client = client;
  }

  /** Refuses what costs too much or comes too fast, before anything is executed. Throws GraphQL errors with their status. */
  async prendre(operation: CoutDOperation, variables: Variables): Promise<void> {
    const { cout, fautive } = operation.demander(variables);
    const { maximum } = this.#caisse;
    this.#demande = cout;
    if (fautive !== null) throw withStatus(pageHorsBornes(fautive), 400);
    if (cout > maximum) throw withStatus(coutDepasse(cout, maximum), 400);
    if (!(await this.#debiter(Math.max(1, cout)))) throw tropVite(this.#etat);
    this.#cout = operation;
  }

  /** Tells what the answer cost and what remains; a request that was refused costs something as well. */
  async clore(data: Donnees, variables: Variables): Promise<Addition> {
    if (this.#etat === null) await this.#debiter(COUT_D_UN_REFUS);
    const { debit } = this.#caisse;
    const etat = this.#etat;
    const actual = data === undefined || data === null ? 0 : (this.#cout?.reel(data, variables) ?? 0);
    const cost = { requested: this.#demande, actual, remaining: etat?.restant ?? null };
    if (debit === null || etat === null) return { cost, entetes: [] };
    // draft-ietf-httpapi-ratelimit-headers: the policy, then where the client stands.
    const entetes = [
      ["ratelimit-policy", `"cost";q=${debit.quota};w=${debit.fenetreS}`],
      ["ratelimit", `"cost";r=${etat.restant};t=${etat.dansSecondes}`],
    ] as const;
    return { cost, entetes };
  }

  /** Whether an operation was let through. */
  get accepte(): boolean {
    return this.#cout !== null;
  }

  async #debiter(points: number): Promise<boolean> {
    const { debit } = this.#caisse;
    if (debit === null) return true;
    this.#etat = await debit.prendre(this.#client, points);
    return this.#etat.accorde;
  }
}

function pageHorsBornes({ champ, argument, bornes, recue, node }: DecoupeFautive): GraphQLError {
  const { message, extensions } = horsBornes(argument, { champ, ...bornes, valeur: recue });
  return new GraphQLError(message, { nodes: [node], extensions });
}

function tropVite(etat: EtatDuDebit | null): GraphQLError {
  const dans = etat?.dansSecondes ?? 1;
  return withStatus(debitEpuise(dans), 429, [["retry-after", String(dans)]]);
}
