import type { Recherches } from "../import/recherches.ts";
import type { Machine } from "../page/machine.ts";
import type { LatenceAnnuaire } from "./annuaire.ts";
import type { Duel } from "./duel.ts";
import type { Regime } from "./tournoi.ts";

/** Everything that one run found. */
export interface MesureAnnuaire {
  readonly le: string;
  readonly machine: Machine;
  readonly taille: number;
  readonly regime: Regime;
  readonly comptes: { readonly activites: number; readonly personnes: number; readonly structures: number };
  readonly duels: readonly Duel[];
  readonly annuaire: readonly LatenceAnnuaire[];
}

/** What loading the RPPS file took. */
export interface MesureImport {
  readonly le: string;
  readonly taille: number;
  readonly lignes: number;
  /** A plain COPY of the file, the median of three. */
  readonly copieMs: number;
  readonly lectureMs: number;
  readonly entierMs: number;
  readonly rssMo: number;
  /** A second import, of a file where one activity in twenty changed, while searches go on. */
  readonly pendant: Recherches & { readonly dureeMs: number; readonly modifiees: number };
}
