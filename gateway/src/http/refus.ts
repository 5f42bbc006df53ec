import { saisieInvalide } from "@coordination/server-kit";
import type { GraphQLError } from "graphql";

/** A request that stops at the HTTP layer, with the status and the sentence that the client gets. */
export class RefusHttp extends Error {
  readonly statusCode: number;
  readonly erreur: GraphQLError;

  constructor(statusCode: number, { champ, phrase }: { champ: string; phrase: string }) {
    super(phrase);
    this.statusCode = statusCode;
    this.erreur = saisieInvalide(champ, phrase);
  }
}

/** The body that carries an error outside of any GraphQL answer. */
export const corpsDErreur = ({ message, extensions }: GraphQLError) => ({ errors: [{ message, extensions }] });

const PHRASES: Readonly<Record<number, string>> = {
  408: "La requête HTTP n'est pas arrivée en entier à temps.",
  413: "Le corps de la requête est trop grand.",
  415: "Le corps de la requête doit être du JSON (content-type: application/json), non compressé.",
  417: "L'en-tête expect ne peut valoir que 100-continue.",
  431: "L'adresse et les en-têtes de la requête sont trop longs.",
};

/** What a refusal of fastify or Node says to the client, in one sentence of ours. */
export const refusDeStatut = (status: number): RefusHttp =>
  new RefusHttp(status, {
    champ: "requête",
    phrase: PHRASES[status] ?? "La requête HTTP n'est pas recevable : elle ne se lit pas.",
  });
