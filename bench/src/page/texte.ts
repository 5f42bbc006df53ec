import type { MesureAnnuaire } from "../mesure/resultats.ts";
import { mediane } from "../mesure/statistiques.ts";

const un = (valeur: number): string => valeur.toFixed(valeur < 10 ? 2 : valeur < 100 ? 1 : 0);

/** The figures in short lines, for the terminal. */
export function ecrireEnTexte({ duels, annuaire }: MesureAnnuaire): string {
  const lignes = duels.flatMap(({ question, comparees, lignes, resultats }) => [
    `${question} : ${comparees} réponses comparées (${lignes} lignes), identiques chez tous`,
    ...resultats.map(({ nom, debits, cpuNodeMs, cpuPostgresMs, latences, rssMo }) => {
      const postgres = cpuPostgresMs.filter((valeur) => valeur !== null);
      const enMs = (part: number) => un(latences.percentile(part) / 1000);
      return `  ${nom.padEnd(13)} ${un(mediane(debits)).padStart(6)} req/s · CPU Node ${un(mediane(cpuNodeMs))} ms · CPU PostgreSQL ${postgres.length === 0 ? "?" : un(mediane(postgres))} ms · p50 ${enMs(50)} p95 ${enMs(95)} p99 ${enMs(99)} ms · ${Math.round(rssMo)} Mo`;
    }),
  ]);
  const latences = annuaire.map(({ intitule, requetes, p50, p95, p99, refus }) =>
    refus === null
      ? `  ${intitule} : p50 ${un(p50)} p95 ${un(p95)} p99 ${un(p99)} ms (${requetes})`
      : `  ${intitule} : non mesurée (${refus.slice(0, 120)})`,
  );
  return [...lignes, "Annuaire, 4 requêtes à la fois :", ...latences].join("\n");
}
