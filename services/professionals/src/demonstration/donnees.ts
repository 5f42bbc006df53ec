import type { Verdict } from "@coordination/rules";
import type { ModaliteAccueil } from "@coordination/vocabulaire";
import type { CodeContrat } from "../contrat/contrat.type.ts";
import type { EtatDisponibilite } from "../disponibilite/disponibilite.type.ts";
import type { CodeQualite } from "../qualite/qualite.type.ts";
import type { NatureSituation } from "../situation/nature-situation.ts";

/** An invented availability: of every activity of care that this person has open, or of those in one structure. */
export interface DisponibiliteDeDemonstration {
  readonly rpps: string;
  readonly structureId: string | null;
  readonly etat: EtatDisponibilite;
  readonly nouveauxPatients: Verdict;
  readonly medecinTraitant: Verdict;
  readonly soinsNonProgrammes: Verdict;
  readonly delaiJours: number | null;
  readonly capacite: number | null;
  /** Instants, ISO 8601. */
  readonly releveLe: string;
  readonly expireLe: string;
  readonly source: string;
}

/** What is declared of a person from one day to another; dates AAAA-MM-JJ. */
export interface DateeDeDemonstration {
  readonly rpps: string;
  readonly depuis: string;
  readonly jusquA: string | null;
  readonly source: string;
}

/** An invented training or authorisation. */
export interface HabilitationDeDemonstration extends DateeDeDemonstration {
  readonly code: string;
  readonly organisme: string | null;
}

/** An invented quality. */
export interface QualiteDeDemonstration extends DateeDeDemonstration {
  readonly code: CodeQualite;
  readonly precision: string | null;
}

/** An invented skill. */
export interface CompetenceDeDemonstration extends DateeDeDemonstration {
  readonly libelle: string;
}

/** An invented contract. */
export interface ContratDeDemonstration extends DateeDeDemonstration {
  readonly code: CodeContrat;
  readonly zoneExigee: string | null;
}

/** An invented place where a person also practises. */
export interface SituationDeDemonstration extends DateeDeDemonstration {
  readonly structureId: string | null;
  readonly codeInsee: string;
  readonly nature: NatureSituation;
  readonly modalites: readonly ModaliteAccueil[];
}

export interface DonneesDeDemonstration {
  readonly disponibilites: readonly DisponibiliteDeDemonstration[];
  readonly habilitations: readonly HabilitationDeDemonstration[];
  readonly qualites?: readonly QualiteDeDemonstration[];
  readonly competences?: readonly CompetenceDeDemonstration[];
  readonly contrats?: readonly ContratDeDemonstration[];
  readonly situations?: readonly SituationDeDemonstration[];
}
