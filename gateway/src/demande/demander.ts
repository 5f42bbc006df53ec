import { saisieInvalide } from "@coordination/server-kit";
import { GraphQLError, type GraphQLSchema } from "graphql";
import { type Caisse, Compte } from "../cout/caisse.ts";
import { withStatus } from "../erreurs.ts";
import { type Introspection, refusDIntrospection } from "../limites/introspection.ts";
import type { Suivi } from "../observation/suivi.ts";
import type { PlanResult, RunPlan } from "../plan/run.ts";
import type { ContexteDeRequete } from "../requete.ts";
import type { OperationPreparee, Operations } from "./operation.ts";
import { fauteDeGraphql, Refus } from "./refus.ts";
import type { Redaction, Rediger, Reponse } from "./reponse.ts";

/** One operation that a client asks. */
export interface Demande {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** A GET asks nothing but to read. */
  readonly lectureSeule: boolean;
}

/** Answers a request, errors included; never rejects for what the request is. */
export type Demander = (demande: Demande, contexte: ContexteDeRequete) => Promise<Reponse>;

interface Moyens {
  readonly schema: GraphQLSchema;
  /** The operations of a document. Throws Refus. */
  readonly lire: (query: string) => Operations;
  readonly introspection: Introspection;
  readonly caisse: Caisse;
  readonly executer: RunPlan;
  readonly rediger: Rediger;
}

/** From the text of a request to its answer: read, checked, paid for, planned, run, and its errors put into words. */
export const createDemander =
  (moyens: Moyens): Demander =>
  async (demande, contexte) => {
    const compte = contexte.client === undefined ? null : new Compte(moyens.caisse, contexte.client);
    const { data, errors, extensions } = await traiter(moyens, { demande, contexte, compte }).catch(enErreurs);
    const redaction = errors === undefined ? null : moyens.rediger(errors);
    const addition = compte === null ? null : await compte.clore(data, demande.variables);
    if (contexte.suivi !== undefined) {
      noter(contexte.suivi, redaction, compte?.accepte === true ? addition?.cost.actual : undefined);
    }
    return {
      statut: redaction?.statut ?? (data === undefined ? 500 : 200),
      entetes: [...(redaction?.entetes ?? []), ...(addition?.entetes ?? [])],
      refuseeParGraphql: redaction?.refuseeParGraphql ?? false,
      // Errors first: whoever reads an answer sees them.
      corps: {
        ...(redaction === null ? {} : { errors: redaction.errors }),
        ...(data === undefined ? {} : { data }),
        ...(addition === null ? {} : { extensions: { ...extensions, cost: addition.cost } }),
      },
    };
  };

/** Throws what refuses the request: a Refus, or a GraphQL error with its status. */
async function traiter(
  moyens: Moyens,
  { demande, contexte, compte }: { demande: Demande; contexte: ContexteDeRequete; compte: Compte | null },
): Promise<PlanResult> {
  const { query, operationName, variables } = demande;
  const preparee = moyens.lire(query)(operationName);
  if (preparee === undefined) throw withStatus(operationNonDesignee(), 400);
  if (contexte.suivi !== undefined) contexte.suivi.operation = preparee.suivie();
  verifier(moyens, preparee, { demande, contexte });
  if (compte !== null) await compte.prendre(preparee.cout(), variables);
  const resultat = await moyens.executer(preparee.plan(), variables, contexte);
  if (resultat.data !== undefined || resultat.errors === undefined) return resultat;
  throw new Refus(resultat.errors.map((error) => fauteDeGraphql("BAD_USER_INPUT", error)));
}

function verifier(
  { schema, introspection }: Moyens,
  { operation: { operation: type }, document }: OperationPreparee,
  { demande, contexte: { client, appel } }: { demande: Demande; contexte: ContexteDeRequete },
): void {
  if (demande.lectureSeule && type !== "query") throw refus(405, "méthode", ECRITURE_PAR_GET, [["allow", "POST"]]);
  // Validation lets through an operation that selects nothing but `__typename`.
  if (!schema.getRootType(type)) throw refus(400, "query", `Aucune opération « ${type} » n'est servie.`);
  if (introspection === "ouverte" || client === undefined) return;
  const refusee = refusDIntrospection(document, appel.acteur);
  if (refusee !== null) throw withStatus(refusee, 400);
}

const ECRITURE_PAR_GET = "Une requête GET ne porte qu'une lecture : une écriture s'envoie par POST.";

const refus = (status: number, champ: string, phrase: string, headers: [string, string][] = []): GraphQLError =>
  withStatus(saisieInvalide(champ, phrase), status, headers);

const operationNonDesignee = (): GraphQLError =>
  new GraphQLError("operationName doit nommer l'une des opérations de la requête.", {
    extensions: { code: "OPERATION_RESOLUTION_FAILURE" },
  });

/** Whatever stopped a request: what refuses it, or a defect, which is told as one. */
function enErreurs(error: unknown): PlanResult {
  if (error instanceof Refus) return { errors: error.erreurs };
  if (error instanceof GraphQLError) return { errors: [error] };
  const originalError = error instanceof Error ? error : null;
  return { errors: [new GraphQLError(String(error), { originalError })] };
}

function noter(suivi: Suivi, redaction: Redaction | null, depense: number | undefined): void {
  if (redaction !== null) suivi.codes = redaction.codes;
  suivi.cout = depense;
}
