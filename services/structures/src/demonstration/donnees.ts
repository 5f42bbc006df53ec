import type { TypeStructure, Verdict } from "@coordination/vocabulaire";
import type { MettreAJourStructureInput } from "../declaration/mise-a-jour.input.ts";
import type {
  CategorieMembre,
  DegreEngagement,
  Label,
  MissionCpts,
  PhaseProjet,
  PublicPrioritaire,
  StatutJuridique,
  StatutMedicobus,
} from "../enums.type.ts";

/** What FINESS does not say of a demonstration territory. Days are AAAA-MM-JJ, instants ISO 8601. */
export interface DonneesStructures {
  /** Who declares all this, shown as such. */
  readonly source: string;
  /** Day of the declaration. */
  readonly le: string;
  /** Structures that FINESS does not describe, placed at the centre of their commune. */
  readonly structures: readonly StructureDeclaree[];
  /** Legal forms, of any structure. */
  readonly statutsJuridiques: readonly { readonly structureId: string; readonly statutJuridique: StatutJuridique }[];
  readonly projets: readonly ProjetDeclare[];
  readonly labellisations: readonly LabellisationDeclaree[];
  readonly adhesions: readonly AdhesionDeclaree[];
  readonly territoires: readonly TerritoireDeclare[];
  readonly cpts: readonly {
    readonly structureId: string;
    readonly phase: PhaseProjet;
    /** First day of the phase; that of the declaration when it is left out. */
    readonly phaseDepuis?: string;
    readonly missions: readonly MissionCpts[];
  }[];
  readonly medicobus: readonly MedicobusDeclare[];
  readonly passages: readonly PassageDeclare[];
  /** Hours, contacts, equipment…: what their own people would declare. */
  readonly faits?: readonly FaitsDeclares[];
  readonly acis?: readonly AciDeclare[];
  readonly labels?: readonly LabelDeclare[];
}

export type FaitsDeclares = Omit<MettreAJourStructureInput, "source">;

export interface AciDeclare {
  readonly structureId: string;
  readonly signeLe: string;
  readonly cpam: string;
  readonly ars?: string;
}

export interface LabelDeclare extends LabellisationDeclaree {
  readonly label: Label;
}

export interface StructureDeclaree {
  /** A UUID: it has no national identifier. */
  readonly id: string;
  readonly type: TypeStructure;
  readonly nom: string;
  readonly codeInsee: string;
  readonly lignes?: readonly string[];
  readonly telephone?: string;
}

export interface ProjetDeclare {
  readonly structureId: string;
  readonly etabliLe: string;
  readonly coherencePrs: Verdict;
  readonly avisPrsLe?: string;
  readonly validationArs: Verdict;
  readonly valideLe?: string;
  readonly territoire?: string;
  readonly modalites?: string;
  readonly actions?: readonly string[];
  readonly themes?: readonly string[];
}

export interface LabellisationDeclaree {
  readonly structureId: string;
  /** INSEE code of the region. */
  readonly region: string;
  readonly decision: Verdict;
  readonly decideeLe: string;
  readonly expireLe?: string;
}

/** One member: a professional (with the profession declared) or a structure. */
export interface AdhesionDeclaree {
  readonly groupementId: string;
  readonly professionnelId?: string;
  readonly structureId?: string;
  /** Code of TRE_G15. */
  readonly profession?: string;
  readonly medecinGeneraliste?: boolean;
  readonly categorie?: CategorieMembre;
  readonly degre?: DegreEngagement;
  readonly role?: string;
  readonly depuis: string;
  readonly jusquA?: string;
}

export interface TerritoireDeclare {
  readonly structureId: string;
  readonly depuis: string;
  readonly jusquA?: string;
  readonly codesInsee: readonly string[];
}

export interface MedicobusDeclare {
  readonly structureId: string;
  readonly statut: StatutMedicobus;
  readonly vague?: number;
  readonly publicsPrioritaires: readonly PublicPrioritaire[];
}

export interface PassageDeclare {
  readonly medicobusId: string;
  readonly debut: string;
  readonly fin: string;
  readonly codeInsee: string;
  readonly lieu: string;
}
