import type { OperationAnnuaire } from "@coordination/server-kit";

interface ReponseDacCompetents {
  /** Null when no commune bears this code. */
  readonly pointEntree: { readonly dac: readonly { readonly id: string; readonly nom: string }[] } | null;
}

/** Which DACs answer for a commune: a request for support goes to one of them. */
export const dacCompetents: OperationAnnuaire<{ readonly codeInsee: string }, ReponseDacCompetents> = {
  nom: "DacCompetents",
  texte: "query DacCompetents($codeInsee: CodeInsee!) { pointEntree(codeInsee: $codeInsee) { dac { id nom } } }",
};

interface ReponseDestinataireStructure {
  /** Null when the directory does not know it. */
  readonly structure: { readonly id: string; readonly type: string; readonly fermeeLe: string | null } | null;
}

/** What a recipient is: a place. */
export const destinataireStructure: OperationAnnuaire<{ readonly id: string }, ReponseDestinataireStructure> = {
  nom: "DestinataireStructure",
  texte: "query DestinataireStructure($id: ID!) { structure(id: $id) { id type fermeeLe } }",
};

interface ReponseDestinataireEquipe {
  readonly equipeProtocole: {
    readonly id: string;
    readonly finieLe: string | null;
    readonly structure: { readonly id: string };
  } | null;
}

/** What a recipient is: a team of a protocol. */
export const destinataireEquipe: OperationAnnuaire<{ readonly id: string }, ReponseDestinataireEquipe> = {
  nom: "DestinataireEquipe",
  texte: "query DestinataireEquipe($id: ID!) { equipeProtocole(id: $id) { id finieLe structure { id } } }",
};

interface ReponseDestinataireSituation {
  readonly situation: {
    readonly id: string;
    /** False for a place that waits for the person's own word. */
    readonly confirmee: boolean;
    readonly fermeLe: string | null;
    readonly jusquA: string | null;
    readonly professionnel: { readonly id: string };
    readonly structure: { readonly id: string; readonly type: string } | null;
  } | null;
}

/** What a recipient is: a person in a place. */
export const destinataireSituation: OperationAnnuaire<{ readonly id: string }, ReponseDestinataireSituation> = {
  nom: "DestinataireSituation",
  texte:
    "query DestinataireSituation($id: ID!) { situation(id: $id) { id confirmee fermeLe jusquA professionnel { id } structure { id type } } }",
};

/** A group (CPTS, MSP, ESP, GHT), or a place, as the directory names it. */
export interface GroupementLu {
  readonly id: string;
  readonly type: string;
  readonly nom: string;
  readonly fermeeLe: string | null;
}
interface Adherent {
  readonly adhesions: readonly { readonly groupement: GroupementLu }[];
}
interface ReponseGroupements {
  /** Null when the directory does not know this person. */
  readonly professionnel:
    | (Adherent & { readonly situations: readonly { readonly structure: (GroupementLu & Adherent) | null }[] })
    | null;
}

const GROUPEMENTS = "adhesions { groupement { id type nom fermeeLe } }";

/** What a professional belongs to today, by themself or through the places where they practise. The question bears their number alone. */
export const groupementsDuProfessionnel: OperationAnnuaire<{ readonly id: string }, ReponseGroupements> = {
  nom: "GroupementsDuProfessionnel",
  texte: `query GroupementsDuProfessionnel($id: ID!) { professionnel(id: $id) { ${GROUPEMENTS} situations { structure { id type nom fermeeLe ${GROUPEMENTS} } } } }`,
};

interface ReponseMembres {
  readonly structure: {
    /** Absent from what has no members. */
    readonly membres?: {
      readonly edges: readonly { readonly node: { readonly membre: { readonly id: string } } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
}

const MEMBRES =
  "membres(first: 100, after: $after) { edges { node { membre { ... on Professionnel { id } ... on Structure { id } } } } pageInfo { hasNextPage endCursor } }";

/** Who belongs to a CPTS or to an MSP today, a page at a time. */
export const membresDuGroupement: OperationAnnuaire<
  { readonly id: string; readonly after: string | null },
  ReponseMembres
> = {
  nom: "MembresDuGroupement",
  texte: `query MembresDuGroupement($id: ID!, $after: String) { structure(id: $id) { ... on Cpts { ${MEMBRES} } ... on Msp { ${MEMBRES} } } }`,
};

interface ReponseProfessionnelConnu {
  readonly professionnel: { readonly id: string } | null;
}

/** Whether the directory knows a professional. */
export const professionnelConnu: OperationAnnuaire<{ readonly id: string }, ReponseProfessionnelConnu> = {
  nom: "ProfessionnelConnu",
  texte: "query ProfessionnelConnu($id: ID!) { professionnel(id: $id) { id } }",
};
