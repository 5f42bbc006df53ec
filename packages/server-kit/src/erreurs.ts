import { GraphQLError } from "graphql";

/** Every error a client may meet; `docs/erreurs.md` is generated from this table. Anything else is a bug. */
export const CATALOGUE_DES_ERREURS = {
  UNAUTHENTICATED: {
    quand: "Aucune identité, ou un jeton refusé, là où une identité est demandée.",
    message: "Une identité est nécessaire pour cette demande.",
  },
  FORBIDDEN: {
    quand: "L'identité est connue mais ne donne pas ce droit.",
    message: "Votre identité ne donne pas ce droit.",
  },
  BAD_USER_INPUT: {
    quand: "Une valeur est fausse, absente ou hors bornes ; `champ` la nomme.",
    message: "La demande comporte une valeur invalide.",
  },
  NOT_FOUND: {
    quand: "L'objet à modifier n'existe pas, ou n'existe plus ; `champ` dit quelle valeur le désignait.",
    message: "Ce que la demande désigne est introuvable.",
  },
  RULE_NOT_MET: {
    quand: "Une règle du métier s'y oppose ; `regle` et `conditions` disent laquelle et ce qui manque.",
    message: "Une règle du métier s'oppose à cette demande.",
  },
  VERSION_CONFLICT: {
    quand: "L'objet a changé depuis qu'il a été lu ; `versionCourante` dit où il en est : relire, puis recommencer.",
    message: "Cet objet a changé depuis votre lecture.",
  },
  LIMIT_EXCEEDED: {
    quand: "La requête GraphQL dépasse une limite ; `limite` la nomme, `maximum` et `valeur` la chiffrent.",
    message: "La requête GraphQL dépasse une limite.",
  },
  COST_EXCEEDED: {
    quand:
      "La requête coûte trop pour être exécutée ; `cout` et `maximum` le chiffrent : demander moins, ou par pages.",
    message: "La requête coûte trop pour être exécutée.",
  },
  RATE_LIMITED: {
    quand: "Le débit accordé est épuisé ; `reessayerDans` (secondes) et l'en-tête `Retry-After` disent quand revenir.",
    message: "Le débit accordé est épuisé pour le moment.",
  },
  PERSISTED_QUERY_NOT_FOUND: {
    quand: "Aucun document n'est publié sous l'empreinte donnée (`documentId`), ou il a été retiré.",
    message: "Aucun document n'est publié sous cette empreinte.",
  },
  OPERATION_NOT_PUBLISHED: {
    quand: "Le client ne peut envoyer que des documents publiés, et celui-ci ne l'est pas.",
    message: "Ce document n'est pas publié, et votre logiciel ne peut en envoyer d'autres.",
  },
  SUBGRAPH_UNAVAILABLE: {
    quand: "Une partie du service ne répond pas ; le reste de la réponse est valable.",
    message: "Une partie du service ne répond pas.",
  },
  INTERNAL_SERVER_ERROR: {
    quand: "Un défaut du service ; `reference` permet de le retrouver dans les journaux.",
    message: "Erreur interne.",
  },
} as const satisfies Record<string, { quand: string; message: string }>;

export type CodeErreur = keyof typeof CATALOGUE_DES_ERREURS;

/** What a rule answered, as the errors show it. */
interface Evaluation {
  readonly regle: string;
  readonly intitule: string;
  readonly conditions: readonly { readonly code: string; readonly libelle: string; readonly verdict: string }[];
}

const erreur = (code: CodeErreur, message: string, extensions: Record<string, unknown> = {}): GraphQLError =>
  new GraphQLError(message, { extensions: { code, ...extensions } });

/** The request needs an identity and has none. */
export const nonAuthentifie = (): GraphQLError =>
  erreur("UNAUTHENTICATED", CATALOGUE_DES_ERREURS.UNAUTHENTICATED.message);

/** The token that came with the request proves nothing; `explication` a French sentence. */
export const jetonRefuse = (explication = "Le jeton présenté est refusé."): GraphQLError =>
  erreur("UNAUTHENTICATED", explication);

/** The identity lacks a right; `droit` says which, in French. */
export const interdit = (droit: string): GraphQLError =>
  erreur("FORBIDDEN", `${CATALOGUE_DES_ERREURS.FORBIDDEN.message} Il faut : ${droit}.`);

/** The rank in a list is between brackets, as GraphQL's own errors write it: one path to read, whoever refuses. */
const chemin = (champ: string): string => champ.replaceAll(/\.(\d+)(?=[.[]|$)/g, "[$1]");

/** A value of the request is wrong: `champ` is its path in the arguments (`input.actions[1].libelle`), `explication` a French sentence. */
export const saisieInvalide = (champ: string, explication: string): GraphQLError =>
  erreur("BAD_USER_INPUT", explication, { champ: chemin(champ) });

/** What a write was to change does not exist: `champ` is the argument that designated it, `explication` a French sentence. */
export const introuvable = (champ: string, explication: string): GraphQLError =>
  erreur("NOT_FOUND", explication, { champ: chemin(champ) });

/** A rule refused a write: every condition that is not met comes with it, UNKNOWN ones included. */
export const regleNonRemplie = ({ regle, intitule, conditions }: Evaluation): GraphQLError =>
  erreur("RULE_NOT_MET", `${CATALOGUE_DES_ERREURS.RULE_NOT_MET.message} ${intitule}`, {
    regle,
    conditions: conditions.filter(({ verdict }) => verdict !== "OUI"),
  });

/** The version that the client read is not the current one any more. */
export const versionPerimee = (versionCourante: number): GraphQLError =>
  erreur("VERSION_CONFLICT", CATALOGUE_DES_ERREURS.VERSION_CONFLICT.message, { versionCourante });

/** The document is too large: `limite` is what is counted, in French; `valeur` is absent when counting stopped. */
export const limiteDepassee = (limite: string, { maximum, valeur }: { maximum: number; valeur?: number }) =>
  erreur(
    "LIMIT_EXCEEDED",
    `${CATALOGUE_DES_ERREURS.LIMIT_EXCEEDED.message} ${limite} : ${valeur ?? `plus de ${maximum}`}, ${maximum} au plus.`,
    { limite, maximum, ...(valeur === undefined ? {} : { valeur }) },
  );

/** A page asked on a field is out of its bounds: `argument` says how many elements were wanted. */
export const horsBornes = (
  argument: string,
  { champ, minimum, maximum, valeur }: { champ: string; minimum: number; maximum: number; valeur: number },
): GraphQLError =>
  erreur(
    "BAD_USER_INPUT",
    `« ${argument} » de « ${champ} » doit être compris entre ${minimum} et ${maximum} ; reçu : ${valeur}.`,
    { champ: argument, limite: `${champ}.${argument}`, maximum, valeur },
  );

/** The operation would cost more than any may. */
export const coutDepasse = (cout: number, maximum: number): GraphQLError =>
  erreur("COST_EXCEEDED", `${CATALOGUE_DES_ERREURS.COST_EXCEEDED.message} Coût : ${cout}, ${maximum} au plus.`, {
    cout,
    maximum,
  });

/** The client has spent what it may for now. */
export const debitEpuise = (reessayerDans: number): GraphQLError =>
  erreur("RATE_LIMITED", `${CATALOGUE_DES_ERREURS.RATE_LIMITED.message} Réessayer dans ${reessayerDans} s.`, {
    reessayerDans,
  });

/** No document is published under the print that was given. */
export const operationInconnue = (): GraphQLError =>
  erreur("PERSISTED_QUERY_NOT_FOUND", CATALOGUE_DES_ERREURS.PERSISTED_QUERY_NOT_FOUND.message);

/** The client may only send published documents. */
export const operationNonPubliee = (): GraphQLError =>
  erreur("OPERATION_NOT_PUBLISHED", CATALOGUE_DES_ERREURS.OPERATION_NOT_PUBLISHED.message);

/** A part of the service did not answer in time. */
export const sousGrapheIndisponible = (service: string): GraphQLError =>
  erreur("SUBGRAPH_UNAVAILABLE", `Le service « ${service} » ne répond pas.`, { service });

/** True when a part of the service did not answer: whoever can do without it goes on. */
export const estIndisponible = (error: unknown): boolean =>
  error instanceof GraphQLError && error.extensions.code === ("SUBGRAPH_UNAVAILABLE" satisfies CodeErreur);

/** A defect: the reference finds the full error in the logs. */
export const erreurInterne = (reference: string): GraphQLError =>
  erreur("INTERNAL_SERVER_ERROR", `Erreur interne (référence ${reference}).`, { reference });

/** True when the code is one that clients may read. */
export const estCodeConnu = (code: unknown): code is CodeErreur =>
  typeof code === "string" && code in CATALOGUE_DES_ERREURS;
