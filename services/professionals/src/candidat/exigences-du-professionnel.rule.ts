import { type Condition, type Eligibilite, type Regle, type Verdict, verdict } from "@coordination/rules";
import { libelleTypeStructure } from "@coordination/vocabulaire";
import { enVigueurLe } from "../habilitation/en-vigueur.ts";
import { libelleHabilitation } from "../habilitation/libelle-habilitation.ts";

/** Ce qu'un texte demande à celui qui fait l'acte. */
interface ExigencesDuTexte {
  /** Types de structure admis ; vide : tout mode d'exercice. */
  readonly cadres: readonly string[];
  /** Codes des habilitations exigées, toutes à la fois. */
  readonly habilitations: readonly string[];
}

/** Ce que l'annuaire sait d'un professionnel en un lieu. `typeStructure` nul : ni la structure ni le secteur ne le disent. */
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

/**
 * Ce dont on peut être membre sans y avoir son adresse : une officine ou un cabinet peut appartenir à une MSP.
 * Les autres cadres (pharmacie, laboratoire, établissement…) sont des lieux.
 */
const REGROUPEMENTS: ReadonlySet<string> = new Set(["MSP", "ESP", "CPTS", "EQUIPE_SOINS_SPECIALISES"]);

/** Vrai quand le texte n'admet que des lieux : exercer ailleurs, c'est être hors du cadre. */
export const cadresQuiSontDesLieux = (cadres: readonly string[]): boolean =>
  cadres.length > 0 && !cadres.some((cadre) => REGROUPEMENTS.has(cadre));

/** Exercer ailleurs ne dit rien d'une appartenance : inconnu, jamais NON. */
const cadreAdmis = (cadres: readonly string[]): Condition<DossierDuProfessionnel> => ({
  code: "CADRE",
  libelle: `cadre d'exercice : ${cadres.map(libelleTypeStructure).join(" ou ")}`,
  evaluer: ({ typeStructure }) => {
    if (typeStructure !== null && cadres.includes(typeStructure)) return "OUI";
    return typeStructure !== null && cadresQuiSontDesLieux(cadres) ? "NON" : "INCONNU";
  },
  constat: ({ typeStructure }) => {
    if (typeStructure === null) return "structure inconnue de l'annuaire";
    const lieu = `lieu d'exercice : ${libelleTypeStructure(typeStructure)}`;
    return cadres.includes(typeStructure) || cadresQuiSontDesLieux(cadres)
      ? lieu
      : `${lieu} ; appartenance à confirmer`;
  },
});

/** Le préfixe d'une exigence d'un autre genre : être membre d'une équipe déclarée pour ce protocole. */
const EQUIPE_DE_PROTOCOLE = "EQUIPE_PROTOCOLE_";

/**
 * Les équipes d'un protocole sont proposées elles-mêmes : qui n'est membre d'aucune n'est pas proposé à titre personnel.
 */
export const horsDEquipe = (eligibilite: Eligibilite): boolean =>
  eligibilite.conditions.some(({ code, verdict }) => code.startsWith(EQUIPE_DE_PROTOCOLE) && verdict !== "OUI");

/** Rien n'oblige à déclarer une habilitation à l'annuaire : ce qui n'est pas déclaré est à confirmer, jamais NON. */
const habilitationEnVigueur = (code: string): Condition<DossierDuProfessionnel> => ({
  code,
  libelle: libelleHabilitation(code),
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
