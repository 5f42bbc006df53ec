import { matriculeValide } from "./matricule.rule.ts";
import type { Nominatif, Proche } from "./nominatif.ts";
import type { ProcheInput, UsagerInput } from "./usager.input.ts";

/** What is wrong in the description of a person: the field and a French sentence, or null. */
export function controlerUsager(
  usager: UsagerInput,
  aujourdhui: string,
): { champ: string; explication: string } | null {
  if (usager.nomNaissance.trim() === "") return { champ: "nomNaissance", explication: "Le nom de naissance est vide." };
  if (usager.prenoms.length === 0 || usager.prenoms.some((prenom) => prenom.trim() === "")) {
    return { champ: "prenoms", explication: "Il faut au moins un prénom, et aucun n'est vide." };
  }
  if (usager.dateNaissance > aujourdhui) {
    return { champ: "dateNaissance", explication: "La date de naissance est dans l'avenir." };
  }
  const matricule = usager.ins?.matricule;
  if (matricule !== undefined && !matriculeValide(matricule)) {
    return { champ: "ins.matricule", explication: "Le matricule INS n'a pas la bonne forme ou sa clé est fausse." };
  }
  if (usager.statutIdentite === "QUALIFIEE" && matricule === undefined) {
    return { champ: "ins", explication: "Une identité qualifiée porte son INS." };
  }
  if (usager.sansMedecinTraitant === "OUI" && usager.medecinTraitantId) {
    return { champ: "medecinTraitantId", explication: "Une personne sans médecin traitant n'en a pas à nommer." };
  }
  return null;
}

const enProche = ({ nom, lien, telephone }: ProcheInput): Proche => ({ nom, lien, telephone: telephone ?? null });

/** The nominative part of what was sent, absences made null. */
export const nominatifDe = (usager: UsagerInput): Nominatif => ({
  nomNaissance: usager.nomNaissance.trim(),
  prenoms: usager.prenoms.map((prenom) => prenom.trim()),
  nomUtilise: usager.nomUtilise ?? null,
  dateNaissance: usager.dateNaissance,
  sexe: usager.sexe ?? null,
  lieuNaissanceInsee: usager.lieuNaissanceInsee ?? null,
  telephone: usager.telephone ?? null,
  statutIdentite: usager.statutIdentite,
  ins: usager.ins ? { matricule: usager.ins.matricule, oid: usager.ins.oid } : null,
  adresse: usager.adresse
    ? {
        lignes: usager.adresse.lignes,
        codePostal: usager.adresse.codePostal ?? null,
        ville: usager.adresse.ville ?? null,
        codeInsee: usager.adresse.codeInsee ?? null,
      }
    : null,
  representants: (usager.representants ?? []).map(enProche),
  personneDeConfiance: usager.personneDeConfiance ? enProche(usager.personneDeConfiance) : null,
  proches: (usager.proches ?? []).map(enProche),
  medecinTraitantId: usager.medecinTraitantId ?? null,
});
