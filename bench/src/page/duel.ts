import { CONCURRENTS, type Duel, type Question } from "../mesure/duel.ts";
import { etendue, mediane, rapports } from "../mesure/statistiques.ts";
import type { Resultat } from "../mesure/tournoi.ts";
import { avecEtendue, compte, nombre, tableau } from "./nombres.ts";

const INTITULES: Readonly<Record<Question, string>> = {
  proches:
    "Généralistes qui acceptent de nouveaux patients à moins de 20 km, du plus proche au plus lointain, 20, avec structure et commune",
  nom2: "Nom de deux mots dans un département, avec facettes et total, 20, avec structure et commune",
};

/** What the issue asks: at least so many times PostGraphile's rate, at most so many times the endpoint's processor. */
const DEBIT_MINIMUM = 1.5;
const CPU_MAXIMUM = 3;

/** One question: everyone's figures, then the ratios that were promised. */
export function ecrireLeDuel({ question, comparees, lignes, resultats }: Duel): string {
  return [
    `### ${INTITULES[question]}`,
    `Avant toute mesure, ${compte(comparees)} questions ont été posées à tous : les ${compte(lignes)} lignes rendues sont les mêmes, dans le même ordre.`,
    tableau(
      [
        "",
        "requêtes/s à saturation",
        "CPU Node par requête (ms)",
        "CPU PostgreSQL par requête (ms)",
        "p50",
        "p95",
        "p99 (ms, 4 à la fois)",
        "mémoire (Mo)",
      ],
      resultats.map(ligneDe),
    ),
    ...ecrireLesRapports(resultats),
  ].join("\n\n");
}

function ligneDe({ nom, debits, cpuNodeMs, cpuPostgresMs, latences, rssMo }: Resultat): string[] {
  const postgres = cpuPostgresMs.filter((valeur) => valeur !== null);
  const enMs = (part: number) => nombre(latences.percentile(part) / 1000);
  return [
    CONCURRENTS.find((concurrent) => concurrent.nom === nom)?.libelle ?? nom,
    avecEtendue(mediane(debits), etendue(debits)),
    avecEtendue(mediane(cpuNodeMs), etendue(cpuNodeMs)),
    postgres.length === 0 ? "non lu" : avecEtendue(mediane(postgres), etendue(postgres)),
    enMs(50),
    enMs(95),
    enMs(99),
    compte(rssMo),
  ];
}

/** The ratios of a question, one value a round. */
interface Rapports {
  readonly debit: number[];
  readonly cpu: number[];
  /** Node and PostgreSQL together; empty where PostgreSQL's processor cannot be read. */
  readonly cpuEnTout: number[];
}

function rapportsDe(resultats: readonly Resultat[]): Rapports | null {
  const [nous, postgraphile, direct] = ["maison", "postgraphile", "sql-direct"].map((nom) =>
    resultats.find((resultat) => resultat.nom === nom),
  );
  if (nous === undefined || postgraphile === undefined || direct === undefined) return null;
  const [notreTout, sonTout] = [cpuEnTout(nous), cpuEnTout(direct)];
  return {
    debit: rapports(nous.debits, postgraphile.debits),
    cpu: rapports(nous.cpuNodeMs, direct.cpuNodeMs),
    cpuEnTout: notreTout === null || sonTout === null ? [] : rapports(notreTout, sonTout),
  };
}

/** The processor of each round, in milliseconds a request, wherever it was spent; null when it was not read each time. */
function cpuEnTout({ cpuNodeMs, cpuPostgresMs }: Resultat): number[] | null {
  const tours = cpuPostgresMs.map((postgres, tour) => (postgres === null ? null : postgres + (cpuNodeMs[tour] ?? 0)));
  const lus = tours.filter((tour) => tour !== null);
  return lus.length === tours.length ? lus : null;
}

function ecrireLesRapports(resultats: readonly Resultat[]): string[] {
  const trouves = rapportsDe(resultats);
  if (trouves === null) return [];
  const { debit, cpu, cpuEnTout } = trouves;
  const tenu = (oui: boolean) => (oui ? "**tenu**" : "**non tenu**");
  return [
    [
      `- Débit, notre passerelle rapportée à PostGraphile : ${avecEtendue(mediane(debit), etendue(debit))} ; attendu au moins ${nombre(DEBIT_MINIMUM)} : ${tenu(mediane(debit) >= DEBIT_MINIMUM)}.`,
      `- CPU Node par requête, notre passerelle rapportée au point d'accès écrit à la main : ${avecEtendue(mediane(cpu), etendue(cpu))} ; attendu au plus ${nombre(CPU_MAXIMUM)} : ${tenu(mediane(cpu) <= CPU_MAXIMUM)}.`,
      ...(cpuEnTout.length === 0
        ? []
        : [
            `- CPU de Node et de PostgreSQL ensemble, rapportée de même, pour information : ${avecEtendue(mediane(cpuEnTout), etendue(cpuEnTout))}.`,
          ]),
    ].join("\n"),
  ];
}
