/** The question of the first screen: a person of 72 without a doctor, who needs one within three days and a flu vaccination. */
export const requeteExemple = (codeInsee: string): string => `query UnBesoin {
  simulerBesoin(criteres: {
    codeInsee: "${codeInsee}"
    nature: SOINS
    urgence: SOUS_72_H
    professions: ["10"]
    savoirFaire: ["SM54", "SM26", "SM53"]
    actes: ["VACCINATION_GRIPPE"]
    typesStructure: [MSP, CENTRE_DE_SANTE]
    rayonKm: 15
    profil: { age: 72, sansMedecinTraitant: OUI, ald: OUI, isole: INCONNU }
  }) {
    propositions(first: 12) {
      bareme
      sourcesIndisponibles
      prealables { code libelle }
      elements {
        rang
        score
        distanceKm
        destinataire {
          situation { id professionnel { nom prenom } profession { libelle } structure { nom } commune { nom } }
          structure { id nom type commune { nom } }
        }
        possibilite { delegation { intitule } }
        motifs { libelle effet poids }
      }
    }
  }
}
`;
