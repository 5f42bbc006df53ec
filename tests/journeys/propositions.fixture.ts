/** The question of the acceptance, its age, urgency and place free. */
export const classement = `query Classement($codeInsee: CodeInsee!, $age: Int, $urgence: Urgence!, $ecartees: Boolean!) {
  simulerBesoin(criteres: {
    codeInsee: $codeInsee, nature: SOINS, urgence: $urgence, professions: ["10"], savoirFaire: ["SM54", "SM26", "SM53"],
    actes: ["VACCINATION_GRIPPE"], typesStructure: [MSP, CENTRE_DE_SANTE], rayonKm: 15,
    profil: { age: $age, sansMedecinTraitant: OUI, ald: OUI, isole: INCONNU }
  }) {
    propositions(first: 100, ecartees: $ecartees) {
      bareme sourcesIndisponibles tronque prealables { code libelle }
      elements {
        rang score retenue distanceKm
        destinataire {
          situation { id profession { code } professionnel { nom prenom } commune { nom } structure { nom } }
          structure { id nom type }
          equipe { id }
        }
        possibilite { delegation { code } }
        motifs { code libelle effet poids }
      }
    }
  }
}`;

export interface Proposition {
  readonly rang: number;
  readonly score: number;
  readonly retenue: boolean;
  readonly distanceKm: number | null;
  readonly destinataire: {
    readonly situation: {
      readonly id: string;
      readonly profession: { readonly code: string };
      readonly professionnel: { readonly nom: string };
    } | null;
    readonly structure: { readonly id: string; readonly nom: string; readonly type: string } | null;
    readonly equipe: { readonly id: string } | null;
  };
  readonly possibilite: { readonly delegation: { readonly code: string } } | null;
  readonly motifs: readonly {
    readonly code: string;
    readonly libelle: string;
    readonly effet: string;
    readonly poids: number;
  }[];
}

export interface Propositions {
  readonly bareme: string;
  readonly sourcesIndisponibles: readonly string[];
  readonly tronque: boolean;
  readonly prealables: readonly { readonly code: string; readonly libelle: string }[];
  readonly elements: readonly Proposition[];
}

/** The three kinds of the acceptance; a protocol team answers under a delegation too. */
export function genre({ destinataire, possibilite }: Proposition): "PROFESSION_DEMANDEE" | "STRUCTURE" | "DELEGATION" {
  if (destinataire.structure !== null) return "STRUCTURE";
  return possibilite === null ? "PROFESSION_DEMANDEE" : "DELEGATION";
}
