import type { IncomingHttpHeaders } from "node:http";
import type { Troncon } from "@coordination/server-kit";
import { createNoms } from "./noms.ts";

/** What is learnt of one request on its way, for its log line, its measures and its trace. Nothing of what it asks or is answered. */
export interface Suivi {
  readonly logiciel: Logiciel;
  operation: OperationSuivie;
  codes: readonly string[];
  /** What the operation spent; undefined when none was run. */
  cout: number | undefined;
  /** The whole request, when traces are on. */
  readonly troncon: Troncon | null;
}

/** The software that asks, as it names itself. */
export interface Logiciel {
  readonly nom: string;
  readonly version: string;
}

/** What is known of an operation by its document, read once. */
export interface OperationSuivie {
  readonly nom: string;
  readonly depreciees: readonly string[];
}

/** Before the operation is known, or when there is none that can be run. */
export const SANS_OPERATION: OperationSuivie = { nom: "aucune", depreciees: [] };

const LOGICIELS_SUIVIS = 100;
const VERSIONS_SUIVIES = 200;
const INCONNU = "inconnu";

const NOM = ["graphql-client-name", "apollographql-client-name"] as const;
const VERSION = ["graphql-client-version", "apollographql-client-version"] as const;

/** The headers by which a software names itself. */
export const ENTETES_DU_LOGICIEL: readonly string[] = [...NOM, ...VERSION];

/** Reads the software's name in the headers that GraphQL clients send. */
export function createLecteurDeLogiciel(): (entetes: IncomingHttpHeaders) => Logiciel {
  const noms = createNoms(LOGICIELS_SUIVIS);
  const versions = createNoms(VERSIONS_SUIVIES);
  return (entetes) => {
    const nom = entetes[NOM[0]] ?? entetes[NOM[1]];
    if (typeof nom !== "string") return { nom: INCONNU, version: INCONNU };
    const version = entetes[VERSION[0]] ?? entetes[VERSION[1]];
    return { nom: noms(nom), version: typeof version === "string" ? versions(version) : INCONNU };
  };
}
