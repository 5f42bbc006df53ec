import type { Mesures } from "@coordination/server-kit";
import type { Logiciel, Suivi } from "./suivi.ts";

const DUREES_S = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** Who used a deprecated element since this process started. */
interface UsageDeprecie {
  readonly element: string;
  readonly logiciel: string;
  readonly version: string;
  readonly operation: string;
  readonly nombre: number;
  readonly dernierUsage: string;
}

/** What a request adds to the measures when it is over. */
export interface Compteurs {
  compter(suivi: Suivi, statut: number, dureeMs: number): void;
  /** One fetch of a subgraph. */
  compterSousGraphe(sousGraphe: string, dureeMs: number, echec: boolean): void;
}

/** The gateway's own measures; labels are names already bounded (see `createNoms`). */
export function createCompteurs(mesures: Mesures): Compteurs {
  const requetes = mesures.compteur("coordination_requetes_total", "Requêtes, par opération et statut HTTP.", [
    "operation",
    "statut",
  ]);
  const logiciels = mesures.compteur("coordination_logiciels_total", "Requêtes, par logiciel client et version.", [
    "logiciel",
    "version",
  ]);
  const erreurs = mesures.compteur("coordination_erreurs_total", "Erreurs des réponses, par code.", ["code"]);
  const cout = mesures.compteur("coordination_cout_total", "Coût des opérations exécutées.", ["operation"]);
  const durees = mesures.histogramme(
    "coordination_requete_duree_secondes",
    "Durée des requêtes, par opération.",
    ["operation"],
    DUREES_S,
  );
  const sousGraphes = mesures.histogramme(
    "coordination_sous_graphe_duree_secondes",
    "Durée des appels aux sous-graphes ; echec dit qu'aucune réponse n'est venue.",
    ["sous_graphe", "echec"],
    DUREES_S,
  );
  const depreciees = createUsagesDeprecies(mesures);
  return {
    compter: ({ operation, logiciel, codes, cout: depense }, statut, dureeMs) => {
      requetes.inc({ operation: operation.nom, statut });
      logiciels.inc({ logiciel: logiciel.nom, version: logiciel.version });
      durees.observe({ operation: operation.nom }, dureeMs / 1000);
      if (depense !== undefined) cout.inc({ operation: operation.nom }, depense);
      for (const code of codes) erreurs.inc({ code });
      for (const element of operation.depreciees) depreciees(element, operation.nom, logiciel);
    },
    compterSousGraphe: (sousGraphe, dureeMs, echec) =>
      sousGraphes.observe({ sous_graphe: sousGraphe, echec: String(echec) }, dureeMs / 1000),
  };
}

/** Counts the users of deprecated elements, and shows them at /depreciations. */
function createUsagesDeprecies(mesures: Mesures): (element: string, operation: string, logiciel: Logiciel) => void {
  const compteur = mesures.compteur(
    "coordination_usages_deprecies_total",
    "Usages d'éléments dépréciés du schéma, par logiciel client.",
    ["element", "logiciel", "version"],
  );
  const usages = new Map<string, UsageDeprecie>();
  mesures.publier("depreciations", () => [...usages.values()].toSorted((a, b) => a.element.localeCompare(b.element)));
  return (element, operation, { nom: logiciel, version }) => {
    compteur.inc({ element, logiciel, version });
    const cle = [element, logiciel, version, operation].join(" ");
    const nombre = (usages.get(cle)?.nombre ?? 0) + 1;
    usages.set(cle, { element, logiciel, version, operation, nombre, dernierUsage: new Date().toISOString() });
  };
}
