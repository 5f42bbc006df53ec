import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Attributs, Traceur } from "./traceur.ts";

interface Enonce {
  readonly nom: string;
  readonly attributs: Attributs;
}

const ENONCES_EN_MEMOIRE = 1000;

/** Opens a span around each SQL statement of a service, named by what it does to which table; its values stay out. */
export function tracerLesEnonces(traceur: Traceur, service: string): <T>(texte: string, travail: () => T) => T {
  const connus = new LRUCache<string, Enonce>({ max: ENONCES_EN_MEMOIRE });
  return (texte, travail) => {
    const connu = connus.get(texte) ?? lireEnonce(texte, service);
    connus.set(texte, connu);
    return traceur.tracer(connu.nom, "client", connu.attributs, travail);
  };
}

function lireEnonce(texte: string, service: string): Enonce {
  const sansCommentaire = texte.replace(/--.*$/gm, " ").trim();
  const operation = /^\w+/.exec(sansCommentaire)?.[0].toLowerCase() ?? "sql";
  const table = /\b(?:from|into|update|join)\s+(?:only\s+)?([a-z_][\w.]*)/i.exec(sansCommentaire)?.[1];
  return {
    nom: table === undefined ? operation : `${operation} ${table}`,
    attributs: {
      "db.system.name": "postgresql",
      "db.namespace": service,
      "db.operation.name": operation,
      // The name under which the statement is prepared: what pg_prepared_statements shows.
      "coordination.enonce": hash("sha1", texte, "base64url"),
    },
  };
}
