import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from "@apollo/server";
import { coutDepasse, debitEpuise, horsBornes } from "@coordination/server-kit";
import { GraphQLError, type OperationDefinitionNode } from "graphql";
import { withStatus } from "../erreurs.ts";
import type { ContexteDeRequete } from "../requete.ts";
import type { Debit, EtatDuDebit } from "./debit.ts";
import { type CoutDOperation, createCouts, type DecoupeFautive } from "./operation.ts";
import type { Poids } from "./poids.ts";

/** What a request that is refused before it has a cost takes from its client. */
const COUT_D_UN_REFUS = 5;

interface Moyens {
  readonly poids: Poids;
  /** The most that one request may cost. */
  readonly maximum: number;
  /** Null when nothing bounds what a client spends. */
  readonly debit: Debit | null;
}

/** What is known of one request as it goes. */
interface Compte {
  demande: number;
  cout: CoutDOperation | null;
  debit: EtatDuDebit | null;
}

/**
 * Counts the requests of the public door: refuses what costs too much or comes too fast before anything is executed,
 * and tells in each answer what it cost and what remains.
 */
export function pluginDuCout({ poids, maximum, debit }: Moyens): ApolloServerPlugin<ContexteDeRequete> {
  const coutDe = createCouts(poids);
  return {
    requestDidStart: async ({ contextValue: { client } }) => {
      if (client === undefined) return;
      const compte: Compte = { demande: 0, cout: null, debit: null };
      const prendre = async (points: number): Promise<boolean> => {
        if (debit === null) return true;
        compte.debit = await debit.prendre(client, points);
        return compte.debit.accorde;
      };
      return {
        didResolveOperation: async ({ schema, document, operation, request }) => {
          const designee: OperationDefinitionNode | undefined = operation;
          if (designee === undefined) return;
          const cout = coutDe(schema, document, designee);
          const { cout: demande, fautive } = cout.demander(request.variables ?? {});
          compte.demande = demande;
          if (fautive !== null) throw withStatus(pageHorsBornes(fautive), 400);
          if (demande > maximum) throw withStatus(coutDepasse(demande, maximum), 400);
          if (!(await prendre(Math.max(1, demande)))) throw tropVite(compte.debit);
          compte.cout = cout;
        },
        willSendResponse: async (requestContext) => {
          if (compte.debit === null) await prendre(COUT_D_UN_REFUS);
          const depense = repondre(requestContext, compte, debit);
          const { suivi } = requestContext.contextValue;
          if (suivi !== undefined && compte.cout !== null) suivi.cout = depense;
        },
      };
    },
  };
}

/** Tells in the answer what it cost and what remains; gives what it cost. */
function repondre(
  { request, response }: GraphQLRequestContextWillSendResponse<ContexteDeRequete>,
  { demande, cout, debit: etat }: Compte,
  debit: Debit | null,
): number {
  const { body, http } = response;
  if (body.kind !== "single") return 0;
  const { data, extensions } = body.singleResult;
  const actual = cout === null || data === undefined || data === null ? 0 : cout.reel(data, request.variables ?? {});
  body.singleResult.extensions = {
    ...extensions,
    cost: { requested: demande, actual, remaining: etat === null ? null : etat.restant },
  };
  if (debit === null || etat === null) return actual;
  // draft-ietf-httpapi-ratelimit-headers: the policy, then where the client stands.
  http.headers.set("ratelimit-policy", `"cost";q=${debit.quota};w=${debit.fenetreS}`);
  http.headers.set("ratelimit", `"cost";r=${etat.restant};t=${etat.dansSecondes}`);
  return actual;
}

function pageHorsBornes({ champ, argument, bornes, recue, node }: DecoupeFautive): GraphQLError {
  const { message, extensions } = horsBornes(argument, { champ, ...bornes, valeur: recue });
  return new GraphQLError(message, { nodes: [node], extensions });
}

function tropVite(etat: EtatDuDebit | null): GraphQLError {
  const dans = etat?.dansSecondes ?? 1;
  return withStatus(debitEpuise(dans), 429, [["retry-after", String(dans)]]);
}
