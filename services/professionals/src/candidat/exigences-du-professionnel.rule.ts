import { type Condition, type Regle, type Verdict, verdict } from "@coordination/rules";
import { enVigueurLe } from "../habilitation/en-vigueur.ts";
import { libelleHabilitation } from "../habilitation/libelle-habilitation.ts";
import { libelleTypeStructure } from "../structure/libelle-type-structure.ts";

/** Ce qu'un texte demande à celui qui fait l'acte. */
interface ExigencesDuTexte {
  /** Types de structure admis ; vide : tout mode d'exercice. */
  readonly cadres: readonly string[];
  /** Codes des habilitations exigées, toutes à la fois. */
  readonly habilitations: readonly string[];
}

/** Ce que l'annuaire sait d'un professionnel en un lieu. `typeStructure` nul : structure inconnue de l'annuaire. */
export interface DossierDuProfessionnel {
  readonly typeStructure: string | null;
  readonly habilitations: readonly { readonly code: string; readonly depuis: string; readonly jusquA: string | null }[];
  /** Le jour où l'on juge. */
  readonly le: string;
}

/** La règle que ces exigences font ; une exigence absente ne fait pas de condition. */
export const exigencesDuProfessionnel = ({
  cadres,
  habilitations,
}: ExigencesDuTexte): Regle<DossierDuProfessionnel> => ({
  regle: "EXIGENCES_DU_PROFESSIONNEL",
  intitule: "Le texte admet ce professionnel quand :",
  source: "Le texte de la délégation, tel que le catalogue le décrit",
  relueLe: "2026-11-22",
  conditions: [...(cadres.length === 0 ? [] : [cadreAdmis(cadres)]), ...habilitations.map(habilitationEnVigueur)],
});

/** Un cabinet que FINESS ne décrit pas peut appartenir à une structure admise : inconnu, jamais NON. */
const cadreAdmis = (cadres: readonly string[]): Condition<DossierDuProfessionnel> => ({
  code: "CADRE",
  libelle: `il exerce dans ${cadres.map(libelleTypeStructure).join(" ou ")}`,
  evaluer: ({ typeStructure }) => verdict(typeStructure, (type) => cadres.includes(type)),
  constat: ({ typeStructure }) =>
    typeStructure === null ? "structure inconnue de l'annuaire" : `exerce dans ${libelleTypeStructure(typeStructure)}`,
});

/** Rien n'oblige à déclarer une habilitation à l'annuaire : ce qui n'est pas déclaré est à confirmer, jamais NON. */
const habilitationEnVigueur = (code: string): Condition<DossierDuProfessionnel> => ({
  code,
  libelle: `il a déclaré, en vigueur : ${libelleHabilitation(code)}`,
  evaluer: (dossier): Verdict => {
    const declarees = declareesSous(code, dossier);
    return verdict(declarees.length === 0 ? null : declarees, (liste) =>
      liste.some((une) => enVigueurLe(une, dossier.le)),
    );
  },
  constat: (dossier) => {
    const declarees = declareesSous(code, dossier);
    if (declarees.length === 0) return "non déclarée à l'annuaire";
    if (declarees.some((une) => enVigueurLe(une, dossier.le))) return null;
    const derniere = declarees.toSorted((a, b) => b.depuis.localeCompare(a.depuis))[0];
    return derniere !== undefined && derniere.depuis > dossier.le
      ? `à partir du ${derniere.depuis}`
      : `échue le ${derniere?.jusquA}`;
  },
});

const declareesSous = (code: string, { habilitations }: DossierDuProfessionnel) =>
  habilitations.filter((une) => une.code === code);
