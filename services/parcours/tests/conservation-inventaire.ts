/** What becomes of a table when a case is erased: columns kept as they are, columns emptied; `retirees`: its rows of the case go. */
interface Devenir {
  readonly garde: readonly string[];
  readonly efface?: readonly string[];
  readonly retirees?: true;
  /** Which rows are a case's ($), when `dossier_id` does not say it. */
  readonly sesLignes?: string;
}

/**
 * Every column of the service's schema, in one place or the other: who adds one says here what becomes of it, and adds it to
 * `effacer_dossier` in a new migration if it may say something of a person.
 */
export const CONSERVE: Readonly<Record<string, Devenir>> = {
  dossier: {
    garde: [
      "id",
      "numero",
      "version",
      "statut",
      "niveau_appui",
      "usager_id",
      "dac_id",
      "referent_id",
      "demandeur_nature",
      "autres_acteurs",
      "motif_cloture",
      "relais_id",
      "cree_le",
      "mis_a_jour_le",
      "tenu_par",
      "clos_le",
      "a_reevaluer_le",
      "efface_le",
    ],
    // The département stays in the place of the commune.
    efface: ["demande_chiffree", "code_insee", "cree_par"],
    sesLignes: "id = $",
  },
  usager: {
    garde: ["id", "cree_le", "efface_le"],
    efface: [
      "chiffre",
      "empreinte_identite",
      "empreinte_ins",
      "empreinte_nom",
      "empreinte_nom_utilise",
      "sans_medecin_traitant",
      "ald",
      "isole",
      "lieu_de_vie",
      "mesure_protection",
    ],
    sesLignes: "id in (select usager_id from parcours.dossier where id = $)",
  },
  besoin: {
    garde: ["id", "dossier_id", "version", "statut", "cree_le", "mis_a_jour_le", "criteres"],
    efface: ["libelle"],
  },
  orientation: {
    garde: [
      "id",
      "dossier_id",
      "besoin_id",
      "diffusion",
      "nature",
      "statut",
      "version",
      "urgence",
      "apercu",
      "emetteur",
      "dac_id",
      "situation_id",
      "structure_id",
      "equipe_id",
      "destinataire_structure_id",
      "destinataire_professionnel_id",
      "motif_refus",
      "issue",
      "delai_jours",
      "envoyee_le",
      "mis_a_jour_le",
      "repondre_avant",
      "relancer_le",
      "relances_le",
      "origine_id",
      "repondue_le",
      "suggestion",
      "prise_en_charge_le",
      "efface_le",
    ],
    efface: ["message_anonyme", "synthese", "rendez_vous_le"],
  },
  evenement: { garde: ["id", "dossier_id", "type", "acteur", "le", "orientation_id", "resume"] },
  a_publier: { garde: ["id", "dossier_id", "type", "charge", "le"] },
  // Chained: nothing of it can change without showing.
  trace_acces: {
    garde: [
      "id",
      "dossier_id",
      "acteur",
      "action",
      "objet",
      "motif",
      "bris_de_glace",
      "le",
      "precedente",
      "empreinte",
      "forme",
    ],
  },
  bris_de_glace: { garde: ["id", "dossier_id", "acteur_sub", "depuis", "jusqu_a"] },
  consentement: {
    garde: [
      "id",
      "dossier_id",
      "nature",
      "statut",
      "destinataires",
      "exprime_par",
      "mode",
      "recueilli_le",
      "recueilli_par",
      "retire_le",
      "retire_par",
      "enregistre_le",
      "valable_jusqu_au",
      "expire_note_le",
    ],
  },
  membre_cercle: {
    garde: ["id", "dossier_id", "professionnel_id", "structure_id", "depuis", "jusqu_a", "ajoute_par", "ajoute_le"],
    efface: ["proche_chiffre", "role"],
  },
  prescription_d_envoi: { garde: ["diffusion", "prescripteur_id"] },
  note: { garde: ["id", "dossier_id", "auteur", "texte", "le", "chiffre"], retirees: true },
  evaluation: {
    garde: [
      "id",
      "dossier_id",
      "grille",
      "version_grille",
      "realisee_le",
      "domaines",
      "synthese",
      "enregistree_le",
      "chiffre",
    ],
    retirees: true,
  },
  plan: { garde: ["dossier_id", "version", "objectifs", "actions", "etabli_le", "valide_le"], retirees: true },
  // Goes with its plan.
  constat_objectif: {
    garde: ["id", "dossier_id", "version", "objectif", "atteint", "constate_par", "constate_le"],
    retirees: true,
  },
  concertation: { garde: ["id", "dossier_id", "le", "chiffre", "enregistree_le"], retirees: true },
  cascade_en_attente: {
    garde: [
      "diffusion",
      "rang",
      "dossier_id",
      "situation_id",
      "structure_id",
      "equipe_id",
      "destinataire_structure_id",
      "destinataire_professionnel_id",
    ],
    retirees: true,
  },
  echange: {
    garde: ["id", "orientation_id", "auteur", "texte", "le"],
    retirees: true,
    sesLignes: "orientation_id in (select id from parcours.orientation where dossier_id = $)",
  },
  message_d_envoi: {
    garde: ["diffusion", "scelle_pour", "chiffre"],
    retirees: true,
    sesLignes: "diffusion in (select diffusion from parcours.orientation where dossier_id = $)",
  },
  reference_externe: {
    garde: ["client_id", "cote", "systeme", "identifiant", "cible", "posee_par", "posee_le"],
    retirees: true,
    sesLignes: "cible in (select $::uuid union select id from parcours.orientation where dossier_id = $)",
  },
  // Of nobody's case; answers are forgotten after seven days.
  ecriture: { garde: ["acteur", "cle", "operation", "empreinte", "resultat", "faite_le"] },
  commune_connue: { garde: ["code_insee", "nom", "departement"] },
  delai_du_dac: { garde: ["dac_id", "urgence", "heures", "jours_ouvres", "fixe_par", "fixe_le"] },
  conservation: { garde: ["objet", "fixee_le", "mois", "jours", "source"] },
  passe_de_conservation: { garde: ["seule", "jour"] },
  migration: { garde: ["id", "name", "executed_at"] },
};
