import type { Coffre } from "../identite/coffre.ts";
import { empreintesDesNoms } from "./nom-cherche.ts";
import { traitsDIdentite } from "./nominatif.ts";
import { nominatifDe } from "./saisir-usager.rule.ts";
import type { UsagerInput } from "./usager.input.ts";
import type { UsagerAEcrire } from "./usager.repository.ts";
import { objetDeLUsager } from "./usager.ts";

/** What is stored of a person: what names them sealed, and the keyed hashes that find them again. */
export function usagerAEcrire(coffre: Coffre, id: string, usager: UsagerInput): UsagerAEcrire {
  const nominatif = nominatifDe(usager);
  const { sansMedecinTraitant, ald, isole, lieuDeVie = null, mesureProtection } = usager;
  return {
    id,
    chiffre: coffre.chiffrer(objetDeLUsager(id), nominatif),
    empreinteIdentite: coffre.empreinte(traitsDIdentite(nominatif)),
    empreinteIns: nominatif.ins === null ? null : coffre.empreinte(nominatif.ins.matricule),
    ...empreintesDesNoms(coffre, nominatif),
    sansMedecinTraitant,
    ald,
    isole,
    lieuDeVie,
    mesureProtection,
  };
}
