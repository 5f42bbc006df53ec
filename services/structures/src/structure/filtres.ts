import { developperCodes } from "@coordination/referentiels";
import { enVigueur, territoiresEnVigueur } from "../territoire/territoire.repository.ts";
import type { OuvertureVoulue, Recherche } from "./recherche.type.ts";
import type { Valeurs } from "./valeurs.ts";

/** One value is an equality, which an index ordered by name can serve; several are any of them. */
const parmi = (colonne: string, choix: readonly string[], valeurs: Valeurs): string =>
  choix.length === 1
    ? `${colonne} = ${valeurs.ajouter(choix[0], "text")}`
    : `${colonne} = any(${valeurs.ajouter(choix, "text[]")})`;

/** SQL conditions that all the filters put on `s`. */
export function filtres(recherche: Recherche, valeurs: Valeurs): string[] {
  const { types, categories, codesInsee, departements, modifieeDepuis } = recherche;
  return [
    modifieeDepuis === null
      ? "s.ferme_le is null"
      : `s.mis_a_jour_le >= ${valeurs.ajouter(modifieeDepuis, "timestamptz")}`,
    ...(types === null ? [] : [parmi("s.type", types, valeurs)]),
    ...(categories === null ? [] : [parmi("s.categorie", developperCodes(categories), valeurs)]),
    ...(departements === null ? [] : [parmi("s.departement", departements, valeurs)]),
    ...(codesInsee === null ? [] : [dansLesCommunes(codesInsee, valeurs)]),
    ...declares(recherche, valeurs),
  ];
}

/** Paris, Lyon and Marseille comprise their arrondissements. */
function dansLesCommunes(codesInsee: readonly string[], valeurs: Valeurs): string {
  const codes = valeurs.ajouter(codesInsee, "text[]");
  return `s.code_insee in (select unnest(${codes}) union all select c.code from commune c where c.parent = any(${codes}))`;
}

/** What nobody declared is never found. */
function declares(recherche: Recherche, valeurs: Valeurs): string[] {
  const { territoireDe, modalites, missionsCpts, ouverteA, sansRendezVous, membreDe, jour } = recherche;
  return [
    ...(territoireDe === null ? [] : [dansLeTerritoire(territoireDe, valeurs.ajouter(jour, "date"), valeurs)]),
    ...(modalites === null
      ? []
      : [
          `(s.id in (select l.structure_id from liste_declaree l where l.fait = 'MODALITES' and l.valeurs && ${valeurs.ajouter(modalites, "text[]")})
            ${modalites.includes("ALLER_VERS") ? "or s.type = 'MEDICOBUS'" : ""})`,
        ]),
    ...(missionsCpts === null
      ? []
      : [`s.id in (select c.structure_id from cpts c where c.missions && ${valeurs.ajouter(missionsCpts, "text[]")})`]),
    ...(ouverteA === null ? [] : [ouverteAlors(ouverteA, valeurs)]),
    ...(sansRendezVous === null ? [] : [sansRendezVous ? SANS_RENDEZ_VOUS : AVEC_RENDEZ_VOUS]),
    ...(membreDe === null
      ? []
      : [
          `s.id in (select a.structure_id from adhesion a
             where a.groupement_id = ${valeurs.ajouter(membreDe, "text")} and ${enVigueur("a", valeurs.ajouter(jour, "date"))})`,
        ]),
  ];
}

/** Some slot, or the unscheduled care as a whole, is open to whoever comes. */
const SANS_RENDEZ_VOUS = `(
  exists (select from horaire h where h.structure_id = s.id and h.sans_rendez_vous)
  or exists (select from plage_non_programmee p where p.structure_id = s.id and p.sans_rendez_vous)
  or exists (select from soins_non_programmes n where n.structure_id = s.id and n.sans_rendez_vous = 'OUI'))`;

/** It said so: hours without any open slot, or unscheduled care by appointment; silence says nothing. */
const AVEC_RENDEZ_VOUS = `(not ${SANS_RENDEZ_VOUS} and (
  exists (select from horaire h where h.structure_id = s.id)
  or exists (select from soins_non_programmes n where n.structure_id = s.id and n.sans_rendez_vous = 'NON')))`;

function dansLeTerritoire(structureId: string, jour: string, valeurs: Valeurs): string {
  return `s.code_insee in (
    select cle.code from (${territoiresEnVigueur(jour)}) terr
    cross join lateral (select terr.code_insee as code union all select c.code from commune c where c.parent = terr.code_insee) cle
    where terr.structure_id = ${valeurs.ajouter(structureId, "text")})`;
}

/** The SQL of `ouverte` (ouverture.rule.ts) being OUI, the moments there being known. */
function ouverteAlors({ ailleurs, particuliers }: OuvertureVoulue, valeurs: Valeurs): string {
  const departements = valeurs.ajouter(
    particuliers.map(({ departement }) => departement),
    "text[]",
  );
  const jours = valeurs.ajouter(
    particuliers.map(({ jour }) => jour),
    "text[]",
  );
  const heures = valeurs.ajouter(
    particuliers.map(({ heure }) => heure),
    "text[]",
  );
  const dates = valeurs.ajouter(
    particuliers.map(({ date }) => date),
    "text[]",
  );
  const date = `coalesce((${dates})[array_position(${departements}, s.departement)], ${valeurs.ajouter(ailleurs.date, "text")})`;
  const jour = `coalesce((${jours})[array_position(${departements}, s.departement)], ${valeurs.ajouter(ailleurs.jour, "text")})`;
  const heure = `coalesce((${heures})[array_position(${departements}, s.departement)], ${valeurs.ajouter(ailleurs.heure, "text")})`;
  // A search of today's structures is without the closed ones already; that of changes is not.
  return `s.departement is not null and (s.ferme_le is null or s.ferme_le > (${date})::date) and exists (
    select from horaire h where h.structure_id = s.id and h.jour = ${jour}
      and h.debut <= ${heure} collate "C" and h.fin > ${heure} collate "C")`;
}
