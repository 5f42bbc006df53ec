import { savoirFaireDeProfession } from "@coordination/referentiels";
import { type Condition, type Regle, type Verdict, verdict } from "@coordination/rules";
import type { Delegation } from "../catalogue/delegation.ts";
import { concerne, estAVerifier, ficheAVerifier, relueLe, sourceDe } from "../eligibilite/personne.rule.ts";
import { enVigueur } from "../eligibilite/vigueur.rule.ts";

/** Ce que la règle doit savoir d'un membre ; `exercices` est nul quand personne n'a interrogé l'annuaire. */
export interface MembreJuge {
  readonly role: "DELEGANT" | "DELEGUE";
  readonly exercices: { readonly professions: readonly string[]; readonly savoirFaire: readonly string[] } | null;
  readonly formationAttesteeLe: string | null;
}

/** Ce que la règle doit savoir d'une équipe. `typeStructure` est nul quand le lieu n'est pas connu. */
export interface EquipeJugee {
  readonly le: string;
  readonly declareeLe: string;
  readonly finieLe: string | null;
  readonly typeStructure: string | null;
  readonly membres: readonly MembreJuge[];
}

type Exigence = { readonly professions: readonly string[]; readonly savoirFaire: readonly string[] };

/** Une profession du texte ; un savoir-faire exigé ne contraint que la profession à laquelle il appartient. */
function bonnePersonne({ exercices }: MembreJuge, { professions, savoirFaire }: Exigence): Verdict {
  return verdict(exercices, (exerces) =>
    exerces.professions
      .filter((code) => professions.includes(code))
      .some((profession) => {
        const siens = savoirFaireDeProfession(profession).map(({ code }) => code);
        const exiges = savoirFaire.filter((code) => siens.includes(code));
        return exiges.length === 0 || exiges.some((code) => exerces.savoirFaire.includes(code));
      }),
  );
}

/** OUI quand un élément au moins vaut OUI, sinon INCONNU quand un l'est, sinon NON : l'absence de réponse n'est pas un oui. */
function unAuMoins(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("OUI")) return "OUI";
  return verdicts.includes("INCONNU") ? "INCONNU" : "NON";
}

const auMoinsUn = (role: MembreJuge["role"], exigence: Exigence) => (equipe: EquipeJugee) =>
  unAuMoins(equipe.membres.filter((membre) => membre.role === role).map((membre) => bonnePersonne(membre, exigence)));

const compter = (role: MembreJuge["role"], exigence: Exigence) => (equipe: EquipeJugee) => {
  const membres = equipe.membres.filter((membre) => membre.role === role);
  const bons = membres.filter((membre) => bonnePersonne(membre, exigence) === "OUI").length;
  return `${bons} sur ${membres.length} membre(s)`;
};

/**
 * Une équipe met en œuvre un protocole quand elle réunit les professions qu'il demande, formées, dans un cadre qu'il admet,
 * pendant qu'il s'applique. Les conditions viennent de la fiche relue, jamais d'ailleurs.
 */
export function conformiteDeLEquipe(delegation: Delegation): Regle<EquipeJugee> {
  const delegants = { professions: delegation.delegants, savoirFaire: delegation.savoirFaireDelegants };
  const delegues = { professions: delegation.delegues, savoirFaire: delegation.savoirFaireDelegues };
  const conditions: Condition<EquipeJugee>[] = [
    enVigueur(delegation),
    {
      code: "ENGAGEE",
      libelle: "elle est déclarée et n'a pas pris fin",
      evaluer: ({ le, declareeLe, finieLe }) => verdict(declareeLe <= le && (finieLe === null || le <= finieLe)),
    },
    {
      code: "UN_DELEGANT",
      libelle: "elle compte au moins un délégant de la profession que le texte demande",
      evaluer: auMoinsUn("DELEGANT", delegants),
      constat: compter("DELEGANT", delegants),
    },
    {
      code: "UN_DELEGUE",
      libelle: "elle compte au moins un délégué de la profession que le texte demande",
      evaluer: auMoinsUn("DELEGUE", delegues),
      constat: compter("DELEGUE", delegues),
    },
  ];
  return {
    regle: `EQUIPE_${delegation.code}`,
    intitule: `Une équipe met en œuvre « ${delegation.intitule} » quand :`,
    source: sourceDe(delegation),
    relueLe: relueLe(delegation),
    conditions: [
      ...conditions,
      ...formation(delegation, delegues),
      ...cadre(delegation),
      ...(estAVerifier(delegation) ? [ficheAVerifier] : []),
    ],
  };
}

/** Without a training in the text there is nothing to attest; a training that nobody attested stays unknown. */
function formation(delegation: Delegation, exigence: Exigence): Condition<EquipeJugee>[] {
  if (!delegation.conditions.some(({ objet, epreuve }) => objet === "FORMATION" && epreuve.genre === "HABILITATION"))
    return [];
  return [
    {
      code: "DELEGUE_FORME",
      libelle: "la formation d'un de ces délégués est attestée",
      evaluer: ({ membres, le }) =>
        unAuMoins(
          membres
            .filter(({ role }) => role === "DELEGUE")
            .map((membre) => {
              const { formationAttesteeLe } = membre;
              const formee: Verdict = formationAttesteeLe !== null && formationAttesteeLe <= le ? "OUI" : "INCONNU";
              const bonne = bonnePersonne(membre, exigence);
              return bonne === "OUI" ? formee : bonne;
            }),
        ),
      constat: ({ membres }) =>
        `${membres.filter(({ role, formationAttesteeLe }) => role === "DELEGUE" && formationAttesteeLe !== null).length} attestation(s)`,
    },
  ];
}

/** The settings of every act of the text: a team serves the text as a whole. */
function cadre(delegation: Delegation): Condition<EquipeJugee>[] {
  return delegation.conditions
    .filter((condition) => delegation.actes.every(({ code }) => concerne(code)(condition)))
    .flatMap(({ code, libelle, epreuve }) =>
      epreuve.genre === "CADRE"
        ? [
            {
              code,
              libelle,
              evaluer: ({ typeStructure }: EquipeJugee) =>
                verdict(typeStructure, (type) => epreuve.typesStructure.includes(type)),
            },
          ]
        : [],
    );
}
