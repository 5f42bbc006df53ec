import type { Migration } from "@coordination/database";

/**
 * Figures and portals that the customer's documents give, each with its document. The days: an undated page is recorded on
 * the day of the plan it tells of; the ministry's progress report of the plan was made on 27 November 2023 (as reported by
 * concourspluripro.fr); what a sentence dates itself keeps that day; a deadline given as a year is its last day.
 * A target without a recorded value is an indicator of its own (« Objectif annoncé »), never a value of 0.
 */
export const relevesDesTerritoires: Migration = {
  name: "2026-11-22-territoires-releves",
  up: `
insert into structures.indicateur (code, region, releve_le, libelle, valeur, cible, echeance, source) values
  ('MSP_EN_FONCTIONNEMENT', '84', '2018-02-20', 'Maisons de santé pluriprofessionnelles en fonctionnement', 173, null, null, 'ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018 (S149)'),
  ('CENTRES_DE_SANTE', '84', '2018-02-20', 'Centres de santé', 223, null, null, 'ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018 (S149)'),
  ('MSP_EN_FONCTIONNEMENT', '84', '2023-07-13', 'Maisons de santé pluriprofessionnelles en fonctionnement', 380, 590, '2027-12-31', 'ARS Auvergne-Rhône-Alpes, « Faciliter l''accès aux soins en Auvergne-Rhône-Alpes » ; page sans date, relevé au jour du lancement du plan (S009)'),
  ('MSP_EN_FONCTIONNEMENT', null, '2023-11-27', 'Maisons de santé pluriprofessionnelles en fonctionnement', 2550, 4000, null, 'ministère de la santé, point d''étape du plan d''accès aux soins, 27/11/2023 (S017, S021, S050)'),
  ('POPULATION_COUVERTE_PAR_UNE_CPTS', '84', '2023-07-13', 'Part de la population couverte par une CPTS, en pour cent', 67, 100, null, 'ARS Auvergne-Rhône-Alpes, « Faciliter l''accès aux soins en Auvergne-Rhône-Alpes » ; page sans date, relevé au jour du lancement du plan (S013, S014)'),
  ('POPULATION_COUVERTE_PAR_UNE_CPTS', null, '2023-12-31', 'Part de la population couverte par une CPTS, en pour cent (annoncée pour ce jour)', 83, 100, null, 'ministère de la santé, point d''étape du plan d''accès aux soins, 27/11/2023 (S026)'),
  ('POPULATION_COUVERTE_PAR_UNE_CPTS', null, '2024-10-01', 'Part de la population couverte par une CPTS, en pour cent', 90, 100, null, 'ARS, guide pour les élus (S067)'),
  ('ASSISTANTS_MEDICAUX', null, '2023-11-27', 'Contrats d''assistants médicaux signés (« plus de 5 000 »)', 5000, 10000, null, 'ministère de la santé, point d''étape du plan d''accès aux soins, 27/11/2023 (S017, S018)'),
  ('OBJECTIF_MEDICOBUS_SUPPLEMENTAIRES', null, '2023-11-27', 'Objectif annoncé : médicobus supplémentaires à déployer', 100, null, null, 'ministère de la santé, point d''étape du plan d''accès aux soins, 27/11/2023 (S017)'),
  ('CONSULTATIONS_LIBEREES_PAR_ASSISTANT_MINIMUM', null, '2023-07-13', 'Créneaux de consultation libérés par jour par un assistant médical, borne basse (« 1 à 2 »)', 1, null, null, 'ARS Auvergne-Rhône-Alpes, « Faciliter l''accès aux soins en Auvergne-Rhône-Alpes » ; page sans date, relevé au jour du lancement du plan (S019)'),
  ('CONSULTATIONS_LIBEREES_PAR_ASSISTANT_MAXIMUM', null, '2023-07-13', 'Créneaux de consultation libérés par jour par un assistant médical, borne haute (« 1 à 2 »)', 2, null, null, 'ARS Auvergne-Rhône-Alpes, « Faciliter l''accès aux soins en Auvergne-Rhône-Alpes » ; page sans date, relevé au jour du lancement du plan (S019)'),
  ('CONSULTATIONS_LIBEREES_PAR_ASSISTANT_MOYENNE', null, '2023-11-27', 'Consultations libérées par jour et par médecin par un assistant médical, en moyenne', 2, null, null, 'ministère de la santé, point d''étape du plan d''accès aux soins, 27/11/2023 (S019)'),
  ('COMMUNES_SOUS_DENSES', null, '2018-02-20', 'Communes sous-denses en médecins généralistes (« environ »)', 9000, null, null, 'ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018 (S096)'),
  ('POPULATION_DES_COMMUNES_SOUS_DENSES', null, '2018-02-20', 'Habitants des communes sous-denses en médecins généralistes', 5300000, null, null, 'ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018 (S096)'),
  ('POPULATION_ELIGIBLE_AUX_AIDES', null, '2018-02-20', 'Part de la population éligible aux aides à l''installation des médecins, en pour cent', 7, 18, null, 'ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018 (S114)'),
  ('MAITRES_DE_STAGE_UNIVERSITAIRES', '84', '2018-02-20', 'Maîtres de stage universitaires', 1238, null, null, 'ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018 (S124)'),
  ('OBJECTIF_MSP_SIGNATAIRES_ACI', '84', '2018-02-20', 'Objectif annoncé pour fin 2018 : part des maisons de santé signataires de l''accord conventionnel interprofessionnel, en pour cent', 75, null, '2018-12-31', 'ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018 (S151)'),
  ('MEDECINS_CORRESPONDANTS_DU_SAMU', '84', '2018-02-20', 'Médecins correspondants du SAMU (88 auparavant)', 244, null, null, 'ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018 (S211)');

insert into structures.lien_utile (code, region, departement, rang, libelle, url, contact, public, source, releve_le) values
  ('MON_ESPACE_SANTE', null, null, 1, 'Mon espace santé, le carnet de santé numérique : mode d''emploi pour les professionnels', 'https://www.monespacesante.fr', null, 'Professionnels de santé et usagers', 'ARS, guide pour les élus (S090) ; adresse : site de Mon espace santé', '2026-11-22'),
  ('MON_ESPACE_SANTE_CONTACTS_REGIONAUX', null, null, 2, 'Coordinateurs régionaux de Mon espace santé', null, 'Auprès de l''agence régionale de santé, qui tient la cartographie des contacts', 'Professionnels de santé', 'ARS, guide pour les élus (S091) ; adresse de la cartographie non connue', '2026-11-22'),
  ('PAPS', null, null, 3, 'Portail d''accompagnement des professionnels de santé (PAPS)', 'https://www.paps.sante.fr', null, 'Professionnels de santé', 'ARS Auvergne-Rhône-Alpes (S015) ; adresse : portail national', '2026-11-22'),
  ('PAPS', '84', null, 3, 'Portail d''accompagnement des professionnels de santé (PAPS), piloté par l''ARS Auvergne-Rhône-Alpes', 'https://www.auvergne-rhone-alpes.paps.sante.fr', null, 'Professionnels de santé', 'ARS Auvergne-Rhône-Alpes (S015, S212) ; adresse : portail régional', '2026-11-22'),
  ('PAPS', '76', null, 3, 'Portail d''accompagnement des professionnels de santé (PAPS), piloté par l''ARS Occitanie', 'https://www.occitanie.paps.sante.fr', null, 'Professionnels de santé', 'ARS Auvergne-Rhône-Alpes (S212 : un portail par région) ; adresse : portail régional', '2026-11-22'),
  ('GUICHET_UNIQUE', null, null, 4, 'Guichet unique d''information et d''orientation pour l''exercice des professionnels de santé', null, 'L''agence régionale de santé, par son portail PAPS', 'Professionnels de santé', 'ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018 (S093, S170)', '2026-11-22'),
  ('ACCES_AUX_SOINS', '84', null, 5, 'Le plan d''accès aux soins en Auvergne-Rhône-Alpes', 'https://www.auvergne-rhone-alpes.ars.sante.fr/le-plan-dacces-aux-soins', null, 'Élus et professionnels de santé', 'ARS Auvergne-Rhône-Alpes (S009 à S015)', '2026-11-22'),
  ('CONSEIL_TERRITORIAL_DE_SANTE', null, null, 6, 'Conseil territorial de santé', null, 'Auprès de l''agence régionale de santé', 'Élus, usagers et professionnels de santé', 'ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018 (S174) ; adresse non connue', '2026-11-22'),
  ('CONSEIL_TERRITORIAL_DE_SANTE', '84', null, 6, 'Conseil territorial de santé : un par département en Auvergne-Rhône-Alpes', 'https://urps-med-aura.fr/vous-representer/cts', null, 'Élus, usagers et professionnels de santé', 'ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018 (S174) ; adresse : URPS médecins libéraux Auvergne-Rhône-Alpes', '2026-11-22'),
  ('CONTRAT_LOCAL_DE_SANTE', null, null, 7, 'Contrat local de santé, entre l''ARS et une collectivité, dans le cadre du projet régional de santé', null, 'Auprès de l''agence régionale de santé ou de la collectivité', 'Élus et professionnels de santé', 'ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018 (S175) ; adresse non connue', '2026-11-22');
`,
};
